"""The engine answers what a reader types, from the files the build wrote."""

from pathlib import Path

import pytest

from tests.search.archive import document, found, written

PAPERS = [
    document(
        1,
        "Attention Is All You Need",
        authors=("Ashish Vaswani", "Noam Shazeer"),
        date="2017-06",
        venue="NeurIPS",
        venue_slug="neurips",
        abstract="The dominant sequence models are based on recurrent networks.",
    ),
    document(
        2,
        "Sparse attention for pre-trained transformers",
        authors=("Bernhard Schölkopf",),
        date="2020-03-01",
        abstract="Long inputs need all of you. A sparse pattern.",
        flags=frozenset({"code"}),
        tags=("efficiency",),
    ),
    document(
        3,
        "Kernel machines",
        authors=("Bernhard Schölkopf", "Alex Smola"),
        date="2002",
        venue="ICML 2002",
        venue_slug="icml",
        abstract="Learning with kernels, without attention to depth.",
        votes=9,
    ),
    document(
        4,
        "深度学习综述",
        authors=("李明",),
        date="2021",
        abstract="A survey of deep learning in Chinese.",
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(PAPERS, tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("attention", [1, 2, 3]),
        ("attention all need", [1, 2, 3]),
        ("scholkopf", [3, 2]),
        ("SCHÖLKOPF kernels", [3, 2]),
        ("+attention -title:attention", [3]),
        ("pretrained", [2]),
        ("transformer", [2]),
        ("transf*", [2]),
        ("*former*", [2]),
        ("kernle~1", [3]),
        ("atention", [1, 2, 3]),
        ("学习", [4]),
        ("year:2017..2020", [2, 1]),
        ("attention before:2017", [3]),
        ("attention after:2017", [2]),
        ("has:code", [2]),
        ("-has:code attention", [1, 3]),
        ("venue:icml", [3]),
        ('venue:"ICML 2002"', [3]),
        ('author:"bernhard scholkopf" smola', [3, 2]),
        ("tag:efficiency", [2]),
        ('"all you need"', [1]),
        ('"all of you"', [2]),
        ('attention -"all you need"', [2, 3]),
        ("-attention", [4]),
        ("the of", []),
        ("", []),
    ],
)
def test_query_finds_papers_in_this_order(site: Path, query: str, papers: list[int]) -> None:
    assert found(site, query) == [f"paper-{number}" for number in papers]
