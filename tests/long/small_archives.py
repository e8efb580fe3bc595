"""Small archives at random: right, nearly right and hostile, in every kind of file that an archive may hold."""

import random
from typing import Any

# fmt: off
RIGHT: dict[str, list[Any]] = {
    "venue": ["NeurIPS 2023", "NeurIPS", "neurips 2022", "VLDB 2024", "Journal of X, March 1989", "ICLR'24",
        "ICLR 2024 (Oral)", ",,,", "2024", "山 2020"],
    "date": ["2024", "2024-05", "2024-05-03", "2023-01-01", "0001", "9999-12-31"],
    "aliases": ["old/1", "old/1/", "/old/2.html", "old", "x%20y", "about", "OLD/1", "cafe\u0301", "café"],
    "tags": ["a", "b", "C", "C++", "C#", "a b", "a-b", "A", "É", "山", ".NET", "NET", "#x", "a, b", "x" * 90, "con",
        "..", "R&D", "<b>"],
    "doi": ["10.1000/182", "https://doi.org/10.1000/x", "10.48550/arXiv.2302.06675"],
    "arxiv": ["2302.06675", "hep-th/9901001", "arXiv:2302.06676v2"],
    "ids": ["{acl: P19-1001}", "{pmid: 123}", "{dblp: conf/x/Y20}"],
    "url": ["https://example.org/x", "https://example.org/a b", "ftp://example.org/x"],
    "pdf": ["https://example.org/x", "https://example.org/a b", "ftp://example.org/x", "x.pdf", "a.pdf", "x/y.png"],
    "links": ["{code: 'https://example.org/'}",
        "{slides: 'https://example.org/s.pdf', video: 'https://example.org/v'}"],
    "related": ["[{rel: extends, id: a}]", "[{rel: part-of, url: 'https://example.org/'}]"],
    "status": ["preprint", "published", "withdrawn"],
    "notices": ["[{kind: erratum}]", "{kind: correction, date: 2024}"],
    "type": ["article", "thesis", "software", "dataset"],
    "language": ["en", "ar", "pt-BR", "xx", "zh-Hant"],
    "license": ["MIT", "cc-by-4.0", "https://example.org/l"],
    "pages": ["1-2", "1–2", "e12", "9-1", "1-2, 5"],
    "isbn": ["978-3-16-148410-0"],
    "issn": ["2049-3630"],
    "bibkey": ["bo2024", "a b", "x"],
    "bibtex": ["'@article{x, title = {T}}'"],
    "draft": ["true", "false"],
    "featured": ["true"],
    "author_count": ["0", "3"],
    "comments": ["1"],
    "upvotes": ["0", "999999999999"],
    "stars": ["12"],
    "citations": ["3"],
    "event": ["{name: E}"],
    "versions": ["[{id: v1, date: 2023}]", "[{id: v1, pdf: x.pdf}]"],
    "results": ["[{task: t, dataset: d, metric: m, value: '1'}]"],
    "funding": ["[{funder: F}]"],
    "references": ["[a, 10.1000/182]", "x", "[]"],
    "extra": ["{kind: a}", "{kind: 'C++'}"],
    "volume": ["1", "x"],
    "issue": ["2"],
    "number": ["3"],
    "edition": ["2nd"],
    "id": ["b", "c", "one", "x.y", "x_y", "2024", "index", "search"],
    "editors": ["[Ed Itor]"],
    "submitter": ["Ann Bo", "Bo, Ann", "A. Bo", "Cyd Dee", "山田 太郎", "Ada"],
    "licenses": ["[{part: code, license: MIT}]"],
    "names": ["Ann Bo", "Bo, Ann", "A. Bo", "Cyd Dee", "山田 太郎", "Ada", "van Dam, Eve", "Luis Example, Jr.",
        "Jane Doe, PhD", "The Team", "{literal: The Team}", "{name: Ann Bo, id: ann-bo}",
        "{name: Ann Bo, orcid: 0000-0002-1825-0097}", "Kostic´", "M{\\'e}n Bo"],
    "bodies": ["An abstract of *one* thing with $x^2$.", "",
        "Two.\n\nParagraphs, [a link](../a/) and [one](../../nowhere/).", "- a\n- b\n\n| a |\n|---|\n| 1 |",
        "\\begin{itemize}\\item a\\end{itemize}", "<jats:p>x</jats:p>", "![i](x.png)", "a\n=\n" * 30, "[" * 60,
        "`" * 99, "```\ncode\n```", "x" * 2000, "# Head\n\nText &amp; <b>more</b>",
        "[j](javascript:x) <https://example.org/>"],
    "settings": ["url: https://example.org/a/", "url: https://example.org/", "per_page: 1", "per_page: 2",
        "tagline: A line", "language: ar", "accent: '#123456'", "repository: https://github.com/a/b",
        "contact: a@example.org", "feeds: {terms_from: 1, entries: 1}", "search: {title: 9}",
        "static_allow: ['*']", "static_allow: [x.html]", "taxonomies: [{name: kinds, title: Kinds, field: type}]",
        "taxonomies: [{name: k, title: K, field: extra.kind}]",
        "taxonomies: [{name: about, title: K, field: type}]", "taxonomies: [{name: old, title: K, field: awards}]",
        "subscribe: {action: 'https://example.org/s'}",
        "digest: {sender: a@example.org, to: b@example.org, host: h}", "description: '*x*'"],
    "people": ["cyd: {name: Cyd Dee, orcid: 0000-0002-1825-0097}",
        "eve: {name: Eve, not_same_as: [ann-bo]}", "page: {name: Page}", "letter: {name: L}"],
    "places": ["neurips: {title: Neural Things, short: NeurIPS}",
        "vldb: {title: Very Large, short: VLDB, kind: conference}", "x: {title: NeurIPS}", "page: {title: Page}",
        "j: {title: Journal of X, issn: 2049-3630}"],
    "free": ["about", "old", "k", "404", "index", "page", "kinds"],
    "files": ["x.pdf", "a.pdf", "x/y.png", ".well-known/x", ".DS_Store", "a b (1).pdf", "é.txt"],
    "layouts": [("home.html", "{% extends \"home.html\" %}"),
        ("paper.html", "{% extends \"paper.html\" %}{% block main %}{{ super() }}{% endblock %}"),
        ("free.html", "{{ page.title }}"), ("nobody.html", "x"), ("partials/row.html", "{{ item.title }}"),
        ("site.css", "body { color: {{ site.accent }} }"), ("assets/css/mine.css", "a{}"),
        ("assets/js/mine.js", "import './nowhere.js';"), ("assets/js/search/engine.js", "export {};")],
    "texts": ["On engines", "A *second* look", "H~2~O and $x^2$", "{BERT} for all", "Ünïcödé 山田",
        "50\\% of \\emph{it}", "R&amp;D <i>now</i>", "x < y > z", "[a](b)", "``quoted''", "$5 and $10", "No",
        "2024", "1e3", "a -- b", "it's", "a & b", "C++", "C#", "C", ".NET", "$\\sim$5$\\sigma$", "a\\_b",
        "tie~here"],
    "odd": ["$", "{", "}", "\\", "<script>alert(1)</script>", "\\frac{", "&#0;", "&#xe000;", "a\u200bb", "\ufffd",
        "::error::x", "%s %d {0}", "{{ page }}", "{% raw %}", "../..", "\ue0007\ue001", "$$", "*" * 50, "null",
        "~", "-", "a\tb", "e\u0301", "😀", "\\begin{x}", "![a](b)", "]]>", "-->", "'\"<>&", "=1+1"],
}
"""Field or file -> values that are taken, some of them with a warning."""

WRONG: dict[str, list[Any]] = {
    "date": ["2024-02-30", "2024-13", "1 May 2024", "24", "", "2024-5-3"],
    "aliases": ["index.html", "papers/a/", "papers/", "../x", "a//b", "a\\b", "con", "%2e%2e/x", "authors/ann-bo/",
        "feed.xml", ".papershelf/x", "x?y", "x#y", "https://example.org/", "a" * 300],
    "doi": ["10.1000/", "10.1000/<b>"],
    "arxiv": ["2302.0667", "9999.99999"],
    "ids": ["{pmid: abc}", "{x: y}", "[a]"],
    "url": ["example.org", "javascript:alert(1)", "https://user@example.org/", "https://exämple.org/", "//x",
        "https://", "https://[", "https://example.org/?a=1&b=<c>"],
    "pdf": ["example.org", "javascript:alert(1)", "https://user@example.org/", "https://exämple.org/", "//x",
        "https://", "https://[", "https://example.org/?a=1&b=<c>", "x.html", "CNAME", ".well-known/x", ".DS_Store",
        "a b (1).pdf", "index.html", "Papers/x", "x.", "é.txt", "assets/site.css"],
    "links": ["{code: [a]}", "{x: y}", "x"],
    "related": ["[{rel: same, id: nobody}]", "[{rel: same}]", "[x]", "{rel: same, id: b}"],
    "status": ["retracted", "Published", "x"],
    "notices": ["[{kind: retraction, text: why}]", "[{kind: x}]"],
    "type": ["Article", "x"],
    "language": ["German", "e"],
    "license": ["x"],
    "pages": ["x y"],
    "isbn": ["978"],
    "issn": ["1"],
    "bibtex": ["'@article{x, title = {T}'", "'@preamble{\"x\"}'", "'@string{a = \"b\"}'"],
    "draft": ["yes"],
    "featured": ["x"],
    "author_count": ["-1", "many"],
    "comments": ["x"],
    "upvotes": ["1.5"],
    "event": ["{name: E, start: 2024-05-02, end: 2024-05-01}", "E"],
    "versions": ["[v1]"],
    "results": ["[x]"],
    "funding": ["[{award: 1}]"],
    "extra": ["{kind: [a]}", "x"],
    "id": ["a", "A", "page", "con", "é", "a b", "-x", "x" * 121, ".."],
    "editors": ["[]", "x"],
    "names": ["others", "N/A", "A, B, C, D", "x" * 301, "Ann Bo; Cyd Dee", "{name: '', orcid: 1}", "{given: Ann}",
        "[a]"],
    "bodies": ["- " * 30 + "a", "> " * 25 + "a", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs"],
    "settings": ["url: example.org", "url: https://example.org/?x", "per_page: 0", "language: x", "accent: red",
        "feeds: {entries: 0}", "search: {titel: 9}", "taxonomies: [{name: authors, title: K, field: type}]",
        "taxonomies: [{name: k, title: K, field: __class__}]", "digest: {sender: a}", "unknown: x"],
    "people": ["ada:", "con: {name: Con}", "'A B': {name: X}", "x: {name: Ann Bo}",
        "y: {name: Y, not_same_as: [nobody]}", "z: [a]", "w: {}"],
    "places": ["y: [a]", "k: {title: K, kind: x}", "v: {title: V, volumes: [{number: 1, date: 2024}]}",
        "w: {title: W, url: x}"],
    "free": ["papers", "a b", "É", "con", "Authors"],
    "files": ["x.html", "CNAME", "index.html", "Papers/x", "x.", "assets/site.css"],
    "layouts": [("paper.html", "{% if %}"), ("home.html", "{% extends 'nowhere.html' %}"),
        ("term.html", "{{ page.name|nofilter }}"), ("day.html", "{{ 1 / 0 }}"), ("free.html", "{{ page.nothing }}"),
        ("home.html", "{{ page.__class__.x }}"), ("partials/card.html", "{{ item.x }}"), ("paper.html", "{{ x }}"),
        ("base.html", "{% block main %}"), ("assets/js/start.js", "import {"), ("site.css", "{{ page.y }}")],
    "odd": ["\u202ex", "a" * 2001, "\u2028", "", " "],
}
"""Field or file -> values that are refused, or that are rarely what somebody meant."""
# fmt: on

SAME: dict[str, str] = {
    **dict.fromkeys(
        "subtitle title_short tldr note publisher place institution series abstract".split(), "texts"
    ),
    "discussion": "url",
    "image": "pdf",
    "awards": "tags",
    "added": "date",
    "updated": "date",
}
"""Field -> the one whose values it takes too."""

FILES = ("names", "bodies", "settings", "people", "places", "free", "files", "layouts", "texts", "odd")
FIELDS = sorted((RIGHT.keys() | SAME.keys()) - {*FILES, "date"})
LISTS = ("tags", "awards", "aliases")
THERE = ("x.pdf", "a.pdf", "x/y.png")
"""Files that archives have, since records name them; and whom they name."""
PERSON = "ann-bo: {name: Ann Bo, variants: [A. Bo]}"


class Maker:
    """Dice that make archives; how often they err is drawn anew for each archive."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.errs = 0.0

    def archive(self) -> dict[str, bytes]:
        """Return an archive: path -> content."""
        dice = self.dice
        self.errs = dice.choice([0, 0, 0, 0.02, 0.1, 0.5])
        files = {"site.yaml": "\n".join(["title: An archive", *self.distinct("settings", 3)]) + "\n"}
        for number in range(dice.randrange(5)):
            files |= self.record(number)
        files["content/people.yaml"] = "\n".join([PERSON, *self.distinct("people", 3)]) + "\n"
        if places := self.distinct("places", 3):
            files["content/venues.yaml"] = "\n".join(places) + "\n"
        for name in self.distinct("free", 1):
            files[f"content/pages/{name}.md"] = f"---\ntitle: {self.text()}\n---\n{self.pick('bodies')}\n"
        for name in (*THERE, *self.distinct("files", 2)):
            files[f"content/static/{name}"] = "x"
        if dice.random() < 0.15:
            name, text = self.pick("layouts")
            files[f"layouts/{name}"] = text
        made = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
        return self.harmed(made) if dice.random() < self.errs else made

    def record(self, number: int) -> dict[str, str]:
        """Return the files of one record: Markdown, YAML, a list of one, or with its PDF."""
        dice = self.dice
        name = "abcde"[number]
        lines = [f"title: {self.text(f' {number}')}", f"date: {self.value('date')}"]
        if dice.random() < 0.8:
            lines.append(f"authors: [{', '.join(self.name() for _ in range(dice.randrange(1, 4)))}]")
        fields = dice.sample(FIELDS, dice.randrange(6))
        lines += [f"{field}: {self.value(field)}" for field in fields if field != "id" or dice.random() < 0.2]
        dice.shuffle(lines)
        kind = dice.randrange(10)
        if kind == 0:
            return {f"content/papers/{name}.yaml": "\n".join(lines) + "\n"}
        if kind == 1:
            indented = "\n  ".join([f"id: {name}", *(line for line in lines if not line.startswith("id:"))])
            return {f"content/papers/list-{number}.yaml": f"- {indented}\n"}
        body = "" if any(line.startswith("abstract:") for line in lines) else self.pick("bodies")
        files = {f"content/papers/{name}.md": "---\n" + "\n".join(lines) + f"\n---\n{body}\n"}
        return files | ({f"content/papers/{name}.pdf": "%PDF"} if kind == 2 else {})

    def value(self, field: str) -> str:
        """Return a value for a field."""
        if self.dice.random() < self.errs / 2:
            return self.text()
        kind = SAME.get(field, field)
        if field in LISTS:
            return "[" + ", ".join(map(quoted, self.distinct(kind, 3) or [self.pick(kind)])) + "]"
        text: str = self.pick(kind)
        return text if kind != "texts" and text.startswith(("'", "{", "[")) else quoted(text)

    def name(self) -> str:
        """Return an author as an item of a list."""
        text: str = self.pick("names")
        return text if text.startswith(("{", "[")) else quoted(text)

    def text(self, more: str = "") -> str:
        """Return the text of a line, quoted but for a mistake."""
        text = (self.pick("odd") if self.dice.random() < self.errs else self.pick("texts")) + more
        return text if self.dice.random() < self.errs / 2 else quoted(text)

    def pick(self, kind: str) -> Any:
        """Return a right value, or where an error is due a wrong one."""
        wrong = WRONG.get(kind)
        return self.dice.choice(wrong if wrong and self.dice.random() < self.errs else RIGHT[kind])

    def distinct(self, kind: str, most: int) -> list[Any]:
        """Return a few values, each of another kind of setting or entry."""
        picked = [self.pick(kind) for _ in range(self.dice.randrange(most + 1))]
        return list({value.partition(":")[0]: value for value in picked}.values())

    def harmed(self, files: dict[str, bytes]) -> dict[str, bytes]:
        """Return the files with some bytes of one of them changed, moved or gone."""
        dice = self.dice
        path = dice.choice(sorted(files))
        data = files[path]
        begin = dice.randrange(len(data) + 1)
        end = begin + dice.randrange(20)
        signs = [
            b"",
            b"\xff",
            b"\0",
            b"\n",
            b": ",
            b"'",
            b"\t",
            b"- ",
            b"#",
            b" #",
            b"{",
            b"&a ",
            b"---\n",
            data[end : end + 9],
        ]
        return {**files, path: data[:begin] + dice.choice(signs) + data[end:]}


def quoted(text: str) -> str:
    """Return a text in double quotes, as YAML has it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'
