"""Records that no person wrote: too much of one thing, as much of it as a file of some size holds."""

from collections.abc import Callable, Iterator

from papershelf.checks.markdown import LONGEST
from papershelf.lib.fields import LONGEST_LINE
from papershelf.lib.yaml import MAX_ITEMS

# fmt: off
ITEMS = {
    "authors": ["Given{n} Family{n}", "{{name: G{n} F, affiliation: [U{n}, V]}}",
        "{{nam: G{n}, orcid: {n}, ror: {n}}}", "A,{n}",
        "'(¹*(¹*(¹*{n}'", "\"{{\\\\'e}}{{\\\\'e}} {n}\"", "'" + "Аa" * 70 + " {n}'", "'" + "Dr. " * 70 + "{n}'",
        "'" + "PhD, MD " * 30 + "{n}'",
        "'" + "a" * 290 + " {n}'", "'&eacute;&eacute; {n}'", "[a{n}]"],
    "editors": ["Given{n} Family{n}"],
    "related": ["{{rel: extends, id: none-{n}}}", "{{rel: same, id: r}}", "{{rel: x, id: {n}}}"],
    "tags": ["t{n}", "[t{n}]", "'<b>{n}</b> \\foo{{{n}}}'", "t{n} # c", "'.{n}'", "x" * 1_900 + "{n}"],
    "references": ["10.1000/{n}", "r" * 80 + "{n}"], "awards": ["a{n}"], "versions": ["{{id: v{n}, date: 2024}}"],
    "aliases": ["old/{n}/", "a/" * 90 + "{n}", "old", "%2e{n}", "é{n}"], "notices": ["{{kind: erratum, text: t{n}}}"],
    "results": ["{{task: t{n}, dataset: d, metric: m, value: '1'}}"], "funding": ["{{funder: f{n}}}",
        "{{award: {n}}}"],
}
"""Field -> items of which its list has as many as fit; ``{n}`` is their number."""

LINES = {
    "subtitle": ["\\frac{", "$x", "a ", "{", "`a", "&amp;", "<i>", "<b>a</b>", "--", "~", "^{", "*a ", "**a", "_a ",
        "H~2~", "\\(", "\\'", "ﬁ", "\u0301"],
    "venue": [",", " 2024", "X 2024 (", "a'24 ", "May 7-", "1(", "In "], "pages": ["1-2,", "i", "-"],
        "license": ["MIT OR ", "("],
    "doi": ["10.1000/a"], "url": ["https://e.org/a ", "https://a."], "id": ["a-"], "isbn": ["1-"],
        "updated": ["1 May "],
    "language": ["en-"], "title_short": ["a,"], "arxiv": ["1"], "bibkey": ["a"], "pdf": ["a/", "../"],
        "image": ["a"], "draft": ["true"],
    "bibtex": ["@article{a, t = {", "@a{", "{", "}", "\"", "@a{b, c = 1 # 1 # ", "@a{b, c = {}, "], "note": ["a: ",
        "` ", "''"],
}
"""Field -> pieces of which its text is made."""

BODIES = [
    "a b ", "$x_1$ ", "$\\frac{1}{2}$ ", "$\\sqrt{", "$\\left( ", "\\begin{itemize}\\item a ", "\\footnote{",
        "\\emph{", "\\foo{a} ", "\\'e", "<i>",
    "<i>a</i> ", "<jats:p>", "<a ", "&amp;", "&#38;#38;", "&", "a\u0301\u0302\u0303\u0304", "\ue000", "a\xad", "Ã©",
        "a\n", "a\n\n", "a     ", "a  \n",
    "](", "[a](../b/) ", "[a](../b/)\n\n", "<<<<<<< a\n", "$", "$5 and ", "$ a ", "\\", "a--b", "https://", "a~",
        "``a ", "`a ", "\\\"a ", "x^2^", "^{",
    "a\n=\n", "- - -\n", "~~~a\n", "- ", "> ", "1. ", "|a", "*a_ ", "![", "# a\n", "    a\n", "\\[", "\\ref{a} ",
        "[^1] ", "\u200b", "é", "<!--",
]
"""Pieces of which an abstract is made."""

FRONTS = [
    "extra: {", "extra: [", "extra: {a: ", "note: >\n a\n", "# c\n", "\n", " ", "\t", ": ", "? ", "- ", "|",
        "k: &a x\n", "*a ", "title: x\n", "---\n",
    "note: 'a\n", "note: \"\\x41", "k", "%", "@", "!!str ", "tags: [a #b\n ,", "...\n", "note: |\n", "<<: x\n",
        "\r\n", "\ufeff", "\x85",
]
"""Pieces of which front matter is made, most of it no YAML."""

RECORDS = [
    "- {{id: r{n}, title: Same title, date: 2024, authors: [Ann Bo]}}\n",
        "- {{id: r{n}, title: Title {n}, date: 2024, authors: [Ann Bo]}}\n",
    "- {{id: r, title: T{n}, date: 2024}}\n", "- {{id: r{n}, title: T{n}, date: 2024, doi: 10.1000/x}}\n",
        "- {{id: r{n}, titel: T, date: x}}\n", "- a\n",
    "- {{id: r{n}, title: T{n}, date: 2024, aliases: [old]}}\n",
        "- {{id: r{n}, title: T{n}, date: 2024, related: [{{rel: same, id: s{n}}}]}}\n",
]
"""Records of which a list is made."""
# fmt: on


def shapes() -> Iterator[tuple[str, Callable[[int], tuple[str, str]]]]:
    """Return a name, and what makes the suffix and text of a file of at most so many bytes, for each kind."""
    for field, items in ITEMS.items():
        for item in items:
            yield f"{field}: {item[:20]}", _of_items(field, item)
    for field, pieces in LINES.items():
        for piece in pieces:
            yield f"{field}: {piece}", _of_line(field, piece)
    for piece in BODIES:
        yield f"abstract: {piece!r}", _of_body(piece)
    for piece in FRONTS:
        yield f"front matter: {piece!r}", _of_front(piece)
    for record in RECORDS:
        yield f"records: {record[:60]}", _of_records(record)


def _record(front: str, body: str = "Text.") -> tuple[str, str]:
    return "md", f"---\ntitle: A title\ndate: 2024\n{front}\n---\n{body}\n"


def _some(piece: str, size: int) -> int:
    return max(1, size // len(piece.encode()))


def _fitting(item: str, size: int) -> str:
    """Return as many whole items as fit, each with its number."""
    parts: list[str] = []
    while size > 0:
        parts.append(item.format(n=len(parts)))
        size -= len(parts[-1].encode())
    return "".join(parts[:-1])


def _of_items(field: str, item: str) -> Callable[[int], tuple[str, str]]:
    def make(size: int) -> tuple[str, str]:
        items = _fitting(f"- {item}\n", size - 100).splitlines(keepends=True)
        return _record(f"{field}:\n" + "".join(items[:MAX_ITEMS]))

    return make


def _of_line(field: str, piece: str) -> Callable[[int], tuple[str, str]]:
    def make(size: int) -> tuple[str, str]:
        most = size // 3 if field == "bibtex" else min(LONGEST_LINE, size // 3)
        return _record(f"{field}: '" + (piece * _some(piece, most)).strip().replace("'", "''") + "'")

    return make


def _of_body(piece: str) -> Callable[[int], tuple[str, str]]:
    return lambda size: _record("", piece * _some(piece, min(size - 100, LONGEST)))


def _of_front(piece: str) -> Callable[[int], tuple[str, str]]:
    return lambda size: _record(piece * _some(piece, size - 100))


def _of_records(record: str) -> Callable[[int], tuple[str, str]]:
    return lambda size: ("yaml", _fitting(record, size))
