"""The engine answers what a reader types, from the files the build wrote."""

from pathlib import Path

import pytest

from tests.search.archive import ask, document, found, written

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
        tags=("efficiency", "long context"),
    ),
    document(
        3,
        "Kernel machines",
        authors=("Schölkopf, Bernhard", "Alex J. Smola"),
        date="2002",
        venue="ICML 2002",
        venue_slug="icml",
        abstract="Learning with kernels, without attention to depth.",
        tags=("long", "context"),
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
        ('author:"alex smola"', [3]),
        ('author:"smola alex"', [3]),
        ('author:"alex scholkopf"', [3]),
        ('-author:"alex scholkopf" attention', [1, 2, 3]),
        ('-author:"smola a" -author:"alex smola" attention', [1, 2]),
        ('author:"noam vaswani" author:shazeer', [1]),
        ("tag:efficiency", [2]),
        ('tag:"long context"', [2]),
        ("tag:long", [3]),
        ('tag:"Long Context" tag:long', [3, 2]),
        ('+tag:"long context" +tag:long', []),
        ('-tag:"long context" attention', [1, 3]),
        ("venue:icml venue:neurips", [3, 1]),
        ("+venue:icml +venue:neurips", []),
        ("venue:icml venue:neurips tag:context", [3]),
        ('"all you need"', [1]),
        ('"all of you"', [2]),
        ('"you all need kernels"', [3, 1, 2]),
        ('attention -"all you need"', [2, 3]),
        ("-attention", [4]),
        ("the of", []),
        ("", []),
    ],
)
def test_query_finds_papers_in_this_order(site: Path, query: str, papers: list[int]) -> None:
    assert found(site, query) == [f"paper-{number}" for number in papers]


def test_quoted_words_that_stand_nowhere_together_are_searched_as_words(site: Path) -> None:
    [answer] = ask(site, ['"attention kernels"'])
    assert answer["result"]["query"]["notes"] == [{"kind": "phrase"}]
    assert answer["result"]["total"] == 3


def test_a_corrected_word_is_told(site: Path) -> None:
    [answer] = ask(site, ["atention"])
    assert answer["result"]["query"]["notes"] == [
        {"kind": "corrected", "word": "atention", "used": ["attention"]}
    ]


def test_a_number_is_not_corrected(site: Path) -> None:
    [answer] = ask(site, ["20177"])
    assert answer["result"]["query"]["notes"] == [{"kind": "unknown", "word": "20177"}]


def test_hits_carry_what_a_list_shows(site: Path) -> None:
    [answer] = ask(site, ["need vaswani"], limit=1)
    [hit] = answer["result"]["hits"]
    assert (hit["id"], hit["url"], hit["venue"]) == ("paper-1", "papers/paper-1/", "NeurIPS")
    assert hit["authors"] == ["Ashish Vaswani", "Noam Shazeer"]
    assert hit["titleParts"] == ["Attention Is All You ", "Need", ""]
    assert hit["excerpt"].startswith("The dominant sequence models")


def test_facets_count_what_was_found(site: Path) -> None:
    [answer] = ask(site, ["attention"])
    facets = answer["result"]["facets"]
    assert facets["years"] == {"2002": 1, "2017": 1, "2020": 1}
    assert facets["has"]["code"] == 1
    assert [(venue["slug"], venue["count"]) for venue in facets["venues"]] == [("icml", 1), ("neurips", 1)]
    names = ["context", "efficiency", "long", "long context"]
    assert facets["tags"] == [{"name": name, "count": 1} for name in names]


@pytest.mark.slow
def test_pages_of_results_join(site: Path) -> None:
    whole = found(site, "attention kernels learning")
    assert found(site, "attention kernels learning", limit=2) == whole[:2]
    assert found(site, "attention kernels learning", offset=2) == whole[2:]


def test_a_word_that_no_paper_has_may_go_on(site: Path) -> None:
    assert found(site, "vasw") == found(site, "vasw ") == ["paper-1"]
    [answer] = ask(site, ["vasw"])
    assert answer["result"]["query"]["notes"] == [{"kind": "completed", "word": "vasw"}]


TITLES = [
    "Lin and Lian networks",
    "A lion optimizer",
    "To be or not to be",
    "Compilers for C++",
    "The language C#",
    "A dialect of C",
    r"Fast ℓ₁ norms",
    "The x² test",
    "Venue: a survey",
]
DOUBTED = [
    document(80, "Pruning of a rose"),
    document(81, "Object pose estimation"),
    document(82, "Pose and estimation"),
    document(83, "Lion herds"),
    document(84, "Optimizer of many", authors=("Ada Lian", "Bo Lian")),
    document(85, "The other optimizer", authors=("Cy Lian", "Di Lions")),
]


@pytest.mark.parametrize(
    ("query", "papers", "kinds"),
    [
        ("object rose estimation", [81, 82, 80], ["widened"]),
        ("object +rose estimation", [80], []),
        ("rose", [80], []),
        ("object pos estimation", [81, 82], ["completed"]),
        ("lion optimizer", [83, 85, 84], []),
    ],
)
def test_a_rare_word_is_a_typo_only_where_it_does_not_fit(
    tmp_path: Path, query: str, papers: list[int], kinds: list[str]
) -> None:
    [answer] = ask(written(DOUBTED, tmp_path), [query])
    assert [hit["id"] for hit in answer["result"]["hits"]] == [f"paper-{number}" for number in papers]
    assert [note["kind"] for note in answer["result"]["query"]["notes"]] == kinds


NAMES = ["Sergi Levin", "Sergey Levine", "Sergey Levine", "Sergey Markov"]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = [document(number, title) for number, title in enumerate(TITLES)]
    papers += [document(50 + at, f"Paper {at}", authors=(name,)) for at, name in enumerate(NAMES)]
    return written(papers, tmp_path_factory.mktemp("other"))


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("lion optimizer", [1]),
        ("to be or not to be", [2]),
        ("C++", [3]),
        ("c#", [4]),
        ("$\\ell_1$", [6]),
        ("x^2", [7]),
        ("Venue: a survey", [8]),
        ("sergy levine", [52, 51, 53]),
        ("levine", [52, 51]),
        ("venue:nowhere networks", []),
        ('venue:"machine learning" networks', []),
        ("year:abc networks", []),
        ("has:doi networks", []),
        ("before:foo networks", []),
        ("-year:abc networks", [0]),
        ("tag:nothing networks", []),
    ],
)
def test_what_is_typed_is_what_is_meant(other: Path, query: str, papers: list[int]) -> None:
    assert found(other, query) == [f"paper-{number}" for number in papers]


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("the of", [{"kind": "stopped", "used": ["the", "of"]}]),
        ("Venue: a survey", []),
        ("venue:nowhere networks", [{"kind": "value", "name": "venue", "value": "nowhere"}]),
        (
            "yaer:2020 networks",
            [
                {"kind": "field", "name": "yaer"},
                {"kind": "unknown", "word": "yaer"},
                {"kind": "unknown", "word": "2020"},
            ],
        ),
        ("lion", []),
    ],
)
def test_what_was_not_meant_is_told(other: Path, query: str, notes: list[object]) -> None:
    [answer] = ask(other, [query])
    assert answer["result"]["query"]["notes"] == notes


def test_a_phrase_is_looked_for_beyond_the_first_hundred_papers(tmp_path: Path) -> None:
    papers = [document(at, "Deep deep nets nets", abstract="nets deep " * 9) for at in range(300)]
    papers.append(
        document(300, "Other", abstract="some deep nets in a long text of other words", added="1990")
    )
    site = written(papers, tmp_path)
    [answer] = ask(site, ['abstract:"deep nets in"'])
    assert [hit["id"] for hit in answer["result"]["hits"]] == ["paper-300"]
    assert (answer["result"]["total"], answer["result"]["whole"]) == (1, True)


IDS = (
    "1706.03762",
    "10.48550/arXiv.1706.03762",
    "10.5555/3295222.X(9)",
    "rJl-b3RcF7",
    "N19-1423",
    "Vaswani2017Attention",
)


@pytest.mark.parametrize(
    "query",
    [
        *IDS,
        "arXiv:1706.03762v5",
        "https://arxiv.org/abs/1706.03762",
        "https://arxiv.org/pdf/1706.03762v2.pdf",
        "https://doi.org/10.5555/3295222.X(9)",
        "doi:10.5555/3295222.x(9)",
        "https://openreview.net/forum?id=rJl-b3RcF7&noteId=1",
        "https://aclanthology.org/N19-1423/",
        "See networks [arXiv:1706.03762], Kernel networks, 2017.",
    ],
)
def test_an_identifier_names_its_paper(tmp_path: Path, query: str) -> None:
    papers = [
        document(at, f"Kernel networks {at}", abstract="see arxiv 2017 1706 03762 doi") for at in range(9)
    ]
    papers.append(document(9, "Another", ids=IDS, added="2000"))
    site = written(papers, tmp_path)
    [answer] = ask(site, [query])
    assert answer["result"]["hits"][0]["id"] == "paper-9"
    assert answer["result"]["total"] == (10 if " " in query else 1)


def test_an_identifier_that_no_paper_has_is_told(site: Path) -> None:
    [answer] = ask(site, ["arxiv:2001.00001"])
    assert answer["result"]["query"]["notes"] == [{"kind": "id", "value": "arxiv:2001.00001"}]
    assert answer["result"]["total"] == 0
