"""Each check finds its mistake, at its place, and nothing else."""

from pathlib import Path

import pytest
from papershelf import checks
from papershelf.checks import CHECKS, run_checks
from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.problems import Severity

from tests.conftest import MakeArchive


def paper(front: str = "", body: str = "", title: str = "A Title") -> str:
    return f"---\ntitle: {title}\ndate: 2024\n{front}---\n{body}"


def check(archive: MakeArchive, files: dict[str, str | bytes]) -> list[str]:
    root = archive(files)
    found = find(root, root / "content")
    loaded = load(found, cache_dir=None)
    assert loaded.problems == ()
    marks = {Severity.ERROR: "E", Severity.WARNING: "W"}
    return [
        f"{marks[problem.severity]} {problem.location}: {problem.message}"
        for problem in run_checks(loaded.content, found)
    ]


FINE: dict[str, str | bytes] = {
    "content/a.md": paper(
        "authors: [Ada Lovelace, 'McDonald, Ronald', {literal: Barnes and Noble}, José García, 李明]\n"
        "author_count: 5\n"
        "doi: 10.1000/182\narxiv: 2302.06675\npages: 1123-31\nstatus: retracted\n"
        "notices: [{kind: retraction, text: why}]\naliases: [/old/a.html, old/b/]\n"
        "event: {name: E, start: 2024-05-01, end: 2024-05}\npdf: a.pdf\nimage: https://example.org/a.png\n"
        "related: [{rel: extends, id: b}, {rel: part-of, url: 'https://example.org/'}]\n",
        "Costs $5 and $n$, naïve: 5 > 3.\n\n- a\n  - b\n",
    ),
    "content/b.md": paper(
        "authors: [{name: A. Lovelace, id: ada}]\narxiv: 2302.06675\nrelated: [{rel: version-of, id: a}]\n"
    ),
    "content/people.yaml": (
        "ada: {name: Ada Lovelace, variants: [A. Lovelace], not_same_as: [eve]}\neve: {name: E}\n"
    ),
    "content/venues.yaml": "x: {title: Journal, short: J}\ny: {title: Other}\n",
    "content/pages/about.md": "---\ntitle: About\n---\n",
    "content/static/a.pdf": "x",
}


def test_nothing_is_wrong_with_what_is_fine(archive: MakeArchive) -> None:
    assert check(archive, FINE) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"x/a.md": paper(), "b.md": paper("id: a\n", title="B")},
            ["E x/a.md:2:1: the id 'a' is taken by content/b.md"],
        ),
        (
            {"a.md": paper("doi: 10.1000/AB\n"), "b.md": paper("doi: 10.1000/ab\n", title="B")},
            ["E b.md:4:6: the DOI 10.1000/ab is also that of content/a.md"],
        ),
        (
            {"a.md": paper("arxiv: 2302.06675\n"), "b.md": paper("arxiv: 2302.06675\n", title="B")},
            ["E b.md:4:8: the arXiv id 2302.06675 is also that of content/a.md"],
        ),
        (
            {
                "a.md": paper("authors: [Ada Lovelace]\n"),
                "b.md": paper("authors: [A. Lovelace]\n", title="a title"),
            },
            ["W b.md:2:8: title, year and first author are also those of content/a.md"],
        ),
        (
            {
                "a.md": paper("tags: [C++, C#, C, Self-Supervised, .NET]\n"),
                "b.md": paper("tags: [self supervised, NET]\n", title="B"),
            },
            ["W b.md:4:25: tags: 'NET' and '.NET' share the page /tags/net/"],
        ),
        (
            {
                "a.md": paper(
                    body="See [b](../b/), [c](../c/), [d](/nowhere/), [e](https://example.net/), [f](#g).\n"
                ),
                "b.md": paper(
                    title="B",
                    front="authors: [Ann Bo]\nvenue: V 2024\ntags: [x]\n",
                    body="[bo](../../authors/ann-bo/), [x](../../authors/x/), [v](../../venues/v/page/2/), "
                    "[y](../../tags/y/), [x](../../tags/x/feed.xml), [d](../../years/2024/), "
                    "[e](../../years/1999/), [data](../../data/), [no](no.png), [odd](http://[), <http://a.org>, "
                    "[all](../page/2/), [js](javascript:x).\n",
                ),
                "c.md": paper("draft: true\n", title="C"),
                "pages/about.md": "---\ntitle: A\n---\n[Here](../) [x](../papers/a/) [y](x.pdf)\n",
                "static/about/y.pdf": "y",
            },
            [
                "W a.md:5:1: abstract: the link '../c/' leads to no page",
                "W a.md:5:1: abstract: the link '/nowhere/' leads to no page",
                "W b.md:8:1: abstract: a link is neither of https, http or mailto nor a path",
                "W b.md:8:1: abstract: the link '../../authors/x/' leads to no page",
                "W b.md:8:1: abstract: the link '../../tags/y/' leads to no page",
                "W b.md:8:1: abstract: the link '../../years/1999/' leads to no page",
                "W b.md:8:1: abstract: the link 'no.png' leads to no page",
                "W pages/about.md:2:1: the link 'x.pdf' leads to no page",
            ],
        ),
        (
            {"ab.md": paper("related: [{rel: same, id: abc}]\n")},
            ["E ab.md:4:27: related: there is no record 'abc'"],
        ),
        (
            {"a.md": paper("related: [{rel: same, id: a}]\n")},
            ["E a.md:4:27: related: a record is related to itself"],
        ),
        (
            {"a.md": paper("related: [{rel: same}]\n")},
            ["E a.md:4:11: related: says to what neither by `id` nor by `url`"],
        ),
        (
            {"a.md": paper("authors: [{name: Ada Lovelace, id: ada}]\n")},
            ["E a.md:4:36: authors: there is no person 'ada' in people.yaml"],
        ),
        (
            {"people.yaml": "a: {name: A B}\nb:\n  name: B B\n  variants: [B, A B]\n  not_same_as: [c]\n"},
            [
                "E people.yaml:4:17: the printed name 'A B' already means a",
                "E people.yaml:5:17: not_same_as: there is no person 'c' here",
            ],
        ),
        (
            {
                "a.md": paper("authors: [A B, {name: A B, id: b}]\neditors: [A B]\n"),
                "people.yaml": "b: {name: A B, not_same_as: [c]}\nc: {name: A B}\n",
            },
            [
                "W a.md:4:11: authors: 'A B' may be b or c",
                "W a.md:5:11: editors: 'A B' may be b or c",
            ],
        ),
        (
            {
                "a.md": paper("authors: [A B]\n"),
                "people.yaml": "a-b: {name: A B, not_same_as: [c]}\nc: {name: A B}\n",
            },
            [],
        ),
        (
            {"venues.yaml": "a: {title: T}\nb: {title: U, aliases: [t]}\n"},
            ["E venues.yaml:2:25: the name 't' already means a"],
        ),
        (
            {
                "a.md": paper("venue: X 2024\n"),
                "venues.yaml": "x:\n  title: X\n  volumes:\n"
                "    - {year: 2024, volume: 1}\n"
                "    - {year: 2024, volume: 2, front_matter: 'See [it](../../../nowhere/) [1](../2024-1/).'}\n"
                "    - {title: Y}\n"
                "    - {year: 2024, volume: 1}\n",
            },
            [
                "W a.md:4:8: venue: it fits 'Volume 1' and 'Volume 2' of x alike",
                "W venues.yaml:5:45: front_matter: the link '../../../nowhere/' leads to no page",
                "E venues.yaml:6:7: a volume needs `year`, `volume` or `issue`",
                "E venues.yaml:7:7: 'Volume 1' has the same `year`, `volume` or `issue` as 'Volume 1'",
            ],
        ),
        (
            {"venues.yaml": "x:\n  title: X\n  volumes: {year: 2024, front_matter: '" + ">" * 50 + "x'}\n"},
            ["E venues.yaml:3:12: front_matter: nests quotes or lists more than 20 deep"],
        ),
        (
            {"a.md": paper(), "../site.yaml": "title: T\nhome: day\n"},
            ["W site.yaml:2:7: home: no paper tells its day, so the newest papers are shown"],
        ),
        (
            {"a.md": paper(), "../site.yaml": "title: T\nhome: featured\n"},
            ["W site.yaml:2:7: home: no paper says `featured: true`, so"],
        ),
        (
            {"a.md": paper("authors: [Ada B]\nauthor_count: 2\n")},
            ["E a.md:5:15: author_count: is 2, but `authors` has 1"],
        ),
        ({"a.md": paper("authors: [Ada B, Ada B]\n")}, ["W a.md:4:18: authors: 'Ada B' stands twice"]),
        ({"a.md": paper("authors: [Ada B; Cy D]\n")}, ["E a.md:4:11: authors: several names in one"]),
        ({"a.md": paper("authors: [Ada B and Cy D]\n")}, ["W a.md:4:11: authors: two names in one?"]),
        ({"a.md": paper("authors: [Ada B, et al.]\n")}, ["E a.md:4:18: authors: 'et al.' is not an author"]),
        ({"a.md": paper("authors: [Ada B*]\n")}, ["W a.md:4:11: authors: 'Ada B*' carries a mark"]),
        ({"a.md": paper("authors: [Ada B, 2]\n")}, ["E a.md:4:18: authors: '2' is not a name"]),
        ({"a.md": paper("status: retracted\n")}, ["E a.md:4:9: status: retracted, but there is no notice"]),
        (
            {"a.md": paper("status: retracted\nnotices: [{kind: erratum}]\n")},
            ["E a.md:4:9: status: retracted, but there is no notice"],
        ),
        (
            {"a.md": paper("editors: [{name: Ed Itor, id: ed}]\n")},
            ["E a.md:4:31: editors: there is no person 'ed' in people.yaml"],
        ),
        ({"a.md": paper("status: corrected\n")}, ["W a.md:4:9: status: corrected, but there is no notice"]),
        (
            {"a.md": paper("notices: [{kind: retraction}]\n")},
            ["E a.md:4:10: notices: a retraction, but the status"],
        ),
        ({"a.md": paper("pages: 149-125\n")}, ["W a.md:4:8: pages: 149-125 end before they begin"]),
        (
            {"a.md": paper("event: {name: E, start: 2024-05-03, end: 2024-05-01}\n")},
            ["E a.md:4:42: event.end: 2024-05-01 is before the start"],
        ),
        (
            {
                "venues.yaml": "x:\n  title: X\n  volumes:\n"
                "    - {year: 2024, event: {name: E, start: 2024-05-03, end: 2024-05-01}}\n"
            },
            ["E venues.yaml:4:61: event.end: 2024-05-01 is before the start"],
        ),
        ({"a.md": paper("pdf: b.pdf\n")}, ["E a.md:4:6: pdf: there is no file content/static/b.pdf"]),
        ({"a.md": paper(body="\nOf $n that\n")}, ["W a.md:6:1: abstract: a $ opens math that never closes"]),
        (
            {"a.md": paper(title="'A \\foo{x} <table> &foo;'")},
            [
                "W a.md:2:8: title: &foo; is not known and is shown as it stands",
                "W a.md:2:8: title: <table> is not known and is shown as it stands",
                r"W a.md:2:8: title: \foo is not known and is shown as it stands",
            ],
        ),
        (
            {"a.md": paper(body="\nAs \\cite{x} and $\\foo$.\n")},
            [
                r"W a.md:6:1: abstract: \cite refers to what is not here and is left out",
                r"W a.md:6:1: abstract: the formula '\\foo' cannot be set and is shown as its source",
            ],
        ),
        (
            {"a.md": paper(body="![a](https://x.org/b.png)")},
            ["W a.md:5:1: abstract: images are not shown in texts"],
        ),
        (
            {"a.md": paper(body="<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> other")},
            ["E a.md:5:1: abstract: a merge conflict was left unresolved"],
        ),
        (
            {"a.md": paper(title="so\xadft")},
            ["W a.md:2:8: title: holds U+00AD, which cannot be seen and is left out"],
        ),
        ({"a.md": paper(title="Of $n")}, ["W a.md:2:8: title: a $ opens math that never closes"]),
        (
            {"a.md": paper(body=">" * 50 + "x")},
            ["E a.md:5:1: abstract: nests quotes or lists more than 20 deep"],
        ),
        (
            {"a.md": paper(body="*a_" * 5000)},
            ["E a.md:5:1: abstract: holds a passage with 10,000 Markdown"],
        ),
        ({"a.md": paper(title="Garc\ufffda")}, ["W a.md:2:8: title: holds U+FFFD"]),
        ({"a.md": paper(title="CafÃ©")}, ["W a.md:2:8: title: looks decoded twice"]),
        (
            {"a.md": paper(title="in\u200bvisible")},
            ["W a.md:2:8: title: holds an invisible character (U+200B)"],
        ),
        (
            {"a.md": paper("authors: [\u0410da Lovelace]\n")},
            ["W a.md:4:10: authors: '\u0410da' mixes letters"],
        ),
        ({"a.md": paper(body="t")}, ["W a.md:5:1: abstract: is only 't'"]),
        (
            {"m.yaml": "- {id: a, title: A, date: 2024}\n- {id: b, title: B, date: 2024, pdf: c.pdf}\n"},
            ["E m.yaml:2:38: pdf: there is no file content/static/c.pdf"],
        ),
    ],
)
def test_each_mistake_is_found(
    archive: MakeArchive, files: dict[str, str | bytes], expected: list[str]
) -> None:
    found = check(archive, {f"content/{path}": text for path, text in files.items()})
    assert len(found) == len(expected), found
    assert all(
        f.replace(" content/", " ", 1).startswith(want) for f, want in zip(found, expected, strict=True)
    ), found


def test_every_check_is_in_the_table() -> None:
    files = {path.stem for path in Path(checks.__path__[0]).glob("*.py")} - {"__init__", "finding"}
    assert {check.__module__.rpartition(".")[2] for check in CHECKS} == files
