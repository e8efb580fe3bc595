"""Fields that are given on as they are: entries, identifiers, dates and venues that would mislead who reads them."""

from pathlib import Path

import pytest
from papershelf.checks import run_checks
from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.model.identifiers import arxiv
from papershelf.model.venues import split_venue

from tests.conftest import MakeArchive

PAPER = "---\ntitle: {title}\ndate: 2024\n{lines}\n---\n{body}"


def told(root: Path) -> list[str]:
    found = find(root, root / "content")
    loaded = load(found, cache_dir=None)
    problems = [*loaded.problems, *run_checks(loaded.content, found)]
    return [f"{each.location.line}: {each.severity}: {each.message}" for each in problems]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("bibtex: '@article{a, title = {B}'", "error: bibtex: has braces or quotes that are not closed"),
        ("bibtex: '@preamble{\"x\"}'", "error: bibtex: is not an entry with a key"),
        ("bibtex: '@string{a = {b}} @book{c, title = {d}}'", "error: bibtex: is not an entry"),
        ("bibtex: '@book{a, title = {b}} @book{c, title = {d}}'", "error: bibtex: holds more than one entry"),
        ("bibtex: '@book{a, title = {b}} trailing'", "error: bibtex: holds more than one entry"),
        ("bibtex: '@book{a, title = {b \\{}}'", "error: bibtex: has braces or quotes that are not closed"),
        ("bibtex: '@book{a, title = \"b}\"}'", "error: bibtex: has braces or quotes that are not closed"),
        ("bibtex: '@book{a, title = {b} year = 2020}'", "error: bibtex: lacks a comma behind 'title'"),
        ("bibtex: '@book{a, title = {b}, title = {c}}'", "error: bibtex: has the field 'title' twice"),
        ("bibtex: '@book{a, = {b}}'", "error: bibtex: has no field at '= {b}}'"),
        ("bibtex: '@book{a, title = {b},, year = 2020}'", "error: bibtex: has no field at"),
        ("bibtex: '@book{a, publisher = acm}'", "error: bibtex: has no value for 'publisher'"),
        ("bibkey: a b", "error: bibkey: 'a b' is no key of BibTeX"),
        ("bibkey: 'a{b}'", "error: bibkey: 'a{b}' is no key of BibTeX"),
        ("bibtex: see the publisher", "error: bibtex: is not an entry"),
        ("bibtex: '@book{title = {b}}'", "error: bibtex: is not an entry"),
        ("added: 9999-01-01", "warning: added: 9999-01-01 lies in the future"),
        ("updated: 2992-01", "warning: updated: 2992-01 lies in the future"),
        ("updated: 2021-03-04", "warning: updated: 2021-03-04 is before the date"),
        (
            "arxiv: 2302.0667",
            "error: arxiv: '2302.0667' is not an arXiv id: since 2015 they end in five digits",
        ),
        ("arxiv: 0704.00001", "is not an arXiv id: since 2007 they end in four digits"),
        ("arxiv: '0703.0001'", "is not an arXiv id"),
        ("arxiv: looms/9901001", "is not an arXiv id"),
        ("language: en_US", "error: language: 'en_US' has underscores"),
        ("language: jp", "error: language: 'jp' is not the language's shortest tag"),
        ("url: https://example..org/", "error: url: 'https://example..org/' has an empty part in its host"),
        ("url: https://example.org:99999/", "error: url: 'https://example.org:99999/' is not a web address"),
        ("tags: ['looms, cards']", "warning: tags: 'looms, cards' seems to be several tags"),
        ("tags: ['#looms']", "warning: tags: '#looms' begins with the sign"),
        ("links: https://example.org/", "error: links: is a mapping of kinds to addresses"),
        ("extra: x", "error: extra: is a mapping"),
        ("venue: ICLR'24", 'warning: venue: "ICLR\'24" has no year in four digits'),
        ("venue: NeurIPS '99", "has no year in four digits"),
        ("venue: ICLR 2024 (Oral)", "warning: venue: 'ICLR 2024 (Oral)' has more behind the year"),
        ("venue: ICLR 2024 Spotlight", "warning: venue: 'ICLR 2024 Spotlight' has more behind the year"),
        ("venue: NeurIPS 2023, Best paper", "has more behind the year"),
        ("venue: NeurIPS 2023.", "warning: venue: 'NeurIPS 2023.' ends in a sign"),
        ("venue: NeurIPS 2023/24", "holds two years"),
        ("venue: ICLR2024", "warning: venue: 'ICLR2024' has no space before the year"),
        ("venue: ICLR-2024", "has no space before the year"),
        ("venue: 2024 Conference on Looms", "begins with the year"),
        ("venue: 'Looms, Ghent, May 7-11, 2024'", "holds days"),
        ("venue: Journal of Looms 12(3), 2020", "holds a volume, an issue or pages"),
        ("venue: 'Journal of Looms, vol. 3'", "holds a volume, an issue or pages"),
        ("venue: arXiv preprint arXiv:2302.06675", "holds an arXiv id"),
        ("venue: Under review", "is no venue"),
        ("venue: ',,,'", "names nothing"),
        ("venue: In Proceedings of Looms 2020", "begins with `In`"),
    ],
)
def test_each_is_told(lines: str, expected: str, archive: MakeArchive) -> None:
    (found,) = told(archive({"content/papers/a.md": PAPER.format(title="A", lines=lines, body="")}))
    assert expected in found
    assert found.startswith("4: ")


@pytest.mark.parametrize(
    "lines",
    [
        "bibtex: '@book{a, title = {b {c} d}, year = 2020, }'",
        'bibtex: \'@Book { a:b/c , month = "3~" # jan, title="b {""} c"}\'',
        "updated: 2024",
        "updated: 2024-01-01",
        "arxiv: https://arxiv.org/abs/2302.06675v2",
        "venue: ICLR 2024",
        "arxiv: cs.LG/0701001",
        "ids: {dblp: 'DBLP:conf/nips/X17', pmid: 'PMID: 123', hdl: 'hdl:1721.1/1', openreview: 'openreview:abcdef'}",
        "venue: Journal of O'Neill Studies",
        "venue: Workshop (WS)",
        "venue: Science, March 1989",
        "venue: 20th Century Looms 2001",
        "venue: In Silico Biology",
        "venue: 2001",
    ],
)
def test_what_is_fine_is_left_alone(lines: str, archive: MakeArchive) -> None:
    assert told(archive({"content/papers/a.md": PAPER.format(title="A", lines=lines, body="")})) == []


def test_keys_and_preprints_stand_once(archive: MakeArchive) -> None:
    files: dict[str, str | bytes] = {
        "content/papers/a.md": PAPER.format(title="A", lines="bibkey: k\narxiv: '2302.06675'", body=""),
        "content/papers/b.md": PAPER.format(title="B", lines="bibkey: K", body=""),
        "content/papers/d.md": PAPER.format(title="D", lines="bibtex: '@book{k, year = 1}'", body=""),
        "content/papers/c.md": PAPER.format(title="C", lines="doi: 10.48550/arXiv.2302.06675", body=""),
    }
    assert sorted(told(archive(files))) == [
        "4: error: bibkey: 'K' is also the key of content/papers/a.md",
        "4: error: bibtex: 'k' is also the key of content/papers/a.md",
        "4: error: the arXiv id 2302.06675 is also that of content/papers/a.md",
    ]


def test_a_doi_of_arxiv_is_its_id() -> None:
    assert arxiv("10.48550/arXiv.2302.06675") == "2302.06675"
    assert arxiv("https://doi.org/10.48550/arxiv.2302.06675") == "2302.06675"


def test_merge_conflicts_in_texts_are_errors(archive: MakeArchive) -> None:
    body = "Text\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n"
    page = "---\ntitle: About\n---\n" + body
    plain = "A heading\n=======\nand a quote\n>>>>>> deep\n"
    files: dict[str, str | bytes] = {
        "content/papers/a.md": PAPER.format(title="A", lines="", body=body),
        "content/papers/b.md": PAPER.format(title="B", lines="", body=plain),
        "content/pages/about.md": page,
    }
    found = told(archive(files))
    assert [line for line in found if "merge conflict" in line] == [
        "2: error: a merge conflict was left unresolved",
        "6: error: abstract: a merge conflict was left unresolved",
    ]


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Science, March 1989", "Science", "1989"),
        ("Proceedings of X May 2001", "Proceedings of X", "2001"),
        ("The Month of March", "The Month of March", ""),
        ("ICLR, 2024", "ICLR", "2024"),
        ("March 1989", "March", "1989"),
        ("2024", "2024", ""),
    ],
)
def test_the_year_of_a_venue(text: str, name: str, year: str) -> None:
    assert split_venue(text) == (name, year)
