"""The engine in the browser and the plain Python reference give the same papers, scores and order."""

import random
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from papershelf.search.archive import Archive, open_archive
from papershelf.search.document import SearchSettings
from papershelf.search.known import MOST
from papershelf.search.opened import open_index
from papershelf.search.reference import Answer, search
from papershelf.search.tuning import TUNING, Tuning

from tests.search.archive import ENDINGS, STEMS, SURNAMES, ask, document, random_documents, written

pytestmark = pytest.mark.slow

DOCUMENTS = random_documents(400, seed=7)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(DOCUMENTS, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def archive() -> Archive:
    return open_archive(DOCUMENTS, SearchSettings())


def random_query(source: random.Random) -> str:
    """Return one to five words with fields, signs, wildcards, edits, boosts, phrases and filters strewn in."""

    def word() -> str:
        return source.choice([source.choice(STEMS) + source.choice(ENDINGS), source.choice(SURNAMES)])

    def part() -> str:
        sign, field = source.choice(["", "", "", "+", "-"]), source.choice(["", "", "", "title:", "authors:"])
        kinds: list[Callable[[], str]] = [
            word,
            word,
            lambda: word()[:4] + "*",
            lambda: "*" + word()[2:],
            lambda: word() + "~1",
            lambda: word()[1:] + source.choice(["~2", "~9"]),
            lambda: word() + source.choice(["^3", "^5000"]),
            lambda: word()[:-2] + "x",
            lambda: word()[:3],
            lambda: f'"{word()} {word()}"',
        ]  # fmt: skip
        typed = source.choice(kinds)
        filters = [
            "year:2019..2022",
            "has:code",
            "-has:pdf",
            "venue:icml",
            "author:li",
            'author:"a. li"',
            '-author:"wang b"',
            'author:"Schölkopf c" author:wang',
            "venue:neurips venue:icml",
            "+venue:neurips +venue:icml",
            "-venue:icml -venue:nowhere",
            'tag:"graph learn"',
            'tag:"diffus KERNEL" tag:"learn graph"',
            '+tag:graph +tag:"learn graph"',
            '-tag:"graph learn" -tag:learn',
            'tag:"graph kernel"',
            "before:2020-03",
            "after:2020-03",
            "year:2019-01..2020-03",
            "before:2020-03-31",
            "year:2020-0",
            "-added:2020-13",
            "tag:graph",
            "tag:nothing",
            "venue:nowhere",
            "-venue:nowhere",
            "venue:icml venue:nowhere",
            "year:abc",
            "in:2020",
            "-in:2019..2021",
            "in:abc",
            "has:doi",
            "-before:foo",
            "added:2020-01..2020-02",
            "added:2020-01-05",
            "Graph: Learning",
            "$\\ell_1$ c++ x^2 C#",
            "the of and",
            f"arxiv:{source.randint(1, 60)}",
            f"key{source.randint(1, 60)}of10",
            "doi:10.1/2",
            "ICML 2019",
            "2021",
            "advances in neural information processing systems",
            "1066",
        ]
        return source.choice(filters) if source.random() < 0.2 else sign + field + typed()

    return " ".join(part() for _ in range(source.randint(1, 5)))


def assert_same(answer: dict[str, Any], expected: Answer, query: str) -> None:
    """Check that the engine finds what the reference finds, with the same scores and notes."""
    hits = [(hit["id"], hit["score"]) for hit in answer["result"]["hits"]]
    assert hits == [(document.id, score) for document, score in expected.hits], query
    assert answer["result"]["query"]["notes"] == list(expected.notes), query


def test_engine_equals_the_reference(site: Path, archive: Archive) -> None:
    source = random.Random(11)
    queries = [random_query(source) for _ in range(300)]
    answers = ask(site, queries, limit=1000, facets=False, excerpts=False)
    for query, answer in zip(queries, answers, strict=True):
        assert_same(answer, search(archive, query), query)


def test_engine_and_reference_look_up_as_many_guesses(site: Path, archive: Archive) -> None:
    keys = [f"Key{number}of10" for number in range(MOST + 2)]
    queries = [" ".join(keys[:count]) for count in range(1, len(keys) + 1)]
    answers = ask(site, queries, limit=1000, facets=False, excerpts=False)
    for count, (query, answer) in enumerate(zip(queries, answers, strict=True), 1):
        assert_same(answer, search(archive, query), query)
        named = [hit["id"] for hit in answer["result"]["hits"]][: min(count, MOST)]
        assert named == [f"paper-{number}" for number in range(min(count, MOST))]


OTHER_NUMBERS = [
    Tuning(k1=0.6, b=0.3, bonus=1.0, stemmed=0.1, coauthor=0.2, reranked=7, linked=0.2, covered=0.3),
    Tuning(adjacent=0.5, begins=0.7, corrections=2, same_first=0, completions=2),
    Tuning(letters=2, short=5, longest=25, clauses=3),
    Tuning(rare=300, doubted=2, gain=-0.1, typed=2, named=1),
    Tuning(files=3, share=20, quoting=2, pieces=0),
]
"""Together they change every number that the reference knows."""


@pytest.mark.parametrize("tuning", OTHER_NUMBERS, ids=["ranking", "typos", "words", "doubt", "long"])
def test_engine_takes_every_number_from_the_index(tmp_path: Path, tuning: Tuning) -> None:
    settings = SearchSettings(tuning=tuning)
    site, archive = written(DOCUMENTS, tmp_path, settings), open_archive(DOCUMENTS, settings)
    source = random.Random(5)
    queries = [random_query(source) for _ in range(150)]
    answers = ask(site, queries, limit=1000, facets=False, excerpts=False)
    for query, answer in zip(queries, answers, strict=True):
        assert_same(answer, search(archive, query), query)


def test_no_number_is_left_out() -> None:
    changed = {each.name for each in fields(Tuning) for other in OTHER_NUMBERS
        if getattr(other, each.name) != getattr(TUNING, each.name)}  # fmt: skip
    assert changed == {each.name for each in fields(Tuning)} - {"phrases"}


def test_engine_equals_the_reference_in_another_language(tmp_path: Path) -> None:
    words = "Netz Netze Netzen Graph Graphen und Verfahren Modelle Modells lernen lernte Müller".split()
    source, german = random.Random(4), SearchSettings(language="de")
    documents = [
        document(number, " ".join(source.choices(words, k=4)), abstract=" ".join(source.choices(words, k=9)))
        for number in range(60)
    ]
    site, archive = written(documents, tmp_path, german), open_archive(documents, german)
    queries = [*words, "netz graph", '"netze graphen"', "modell -graph", "+lernt +netzes", "title:modellen"]
    for query, answer in zip(
        queries, ask(site, queries, limit=100, facets=False, excerpts=False), strict=True
    ):
        assert_same(answer, search(archive, query), query)
        assert bool(answer["result"]["hits"]) == (query != "und")


def test_engine_equals_the_reference_on_mistyped_titles(tmp_path: Path) -> None:
    source = random.Random(12)

    def title() -> str:
        return " ".join("".join(map(source.choice, ("bdfg", "aiou", "lmnr", "aou"))) for _ in range(3))

    documents = [document(number, title(), abstract=title()) for number in range(200)]
    queries = []
    for paper in source.sample(documents, 150):
        letters = list(paper.title)
        letters[source.randrange(len(letters))] = source.choice(["", "a", "e", "l"])
        queries.append("".join(letters))
    archive = open_archive(documents, SearchSettings())
    answers = ask(written(documents, tmp_path), queries, limit=1000, facets=False, excerpts=False)
    for query, answer in zip(queries, answers, strict=True):
        assert_same(answer, search(archive, query), query)
    notes = [note["kind"] for answer in answers for note in answer["result"]["query"]["notes"]]
    assert {"corrected", "completed"} <= set(notes)


def test_an_index_that_was_written_is_searched_as_the_documents_are(site: Path, archive: Archive) -> None:
    opened = open_index(lambda path: (site / "search" / path).read_bytes())
    source = random.Random(13)
    for query in ["", "*", "graph~1", '"graph learn"', *(random_query(source) for _ in range(200))]:
        assert search(opened, query) == search(archive, query), query
    for sort in ("date", "oldest", "votes"):
        assert search(opened, "graph", sort=sort) == search(archive, "graph", sort=sort)


def test_an_index_of_letters_beyond_the_basic_plane_is_read(tmp_path: Path) -> None:
    documents = [
        document(at, title) for at, title in enumerate(["𝒜𐐷𐐷 x", "𐐷𐐷a", "𐐷𐐷b y", "深度学习", "α" * 200])
    ]
    site, archive = written(documents, tmp_path), open_archive(documents, SearchSettings())
    opened = open_index(lambda path: (site / "search" / path).read_bytes())
    for query in ("𐐷𐐷a", "𐐷*", "学习", "αα", "*b"):
        assert search(opened, query) == search(archive, query), query


@pytest.mark.parametrize("sort", ["date", "oldest", "votes"])
def test_sorted_engine_equals_the_reference(site: Path, archive: Archive, sort: str) -> None:
    [answer] = ask(site, ["graph network"], limit=1000, sort=sort)
    expected = [document.id for document, _ in search(archive, "graph network", sort=sort).hits]
    assert [hit["id"] for hit in answer["result"]["hits"]] == expected
    assert len(expected) > 50
