"""What readers type or paste is understood: years, venues, spellings, whole texts, the beginnings of titles."""

from pathlib import Path

import pytest
from papershelf.search.document import SearchSettings
from papershelf.search.tuning import Tuning

from tests.search.archive import ask, document, found, written

SERIES = [
    document(1, "Bandits", date="2019", venue="ICML 2019", venue_slug="icml", authors=("Yo Bengio",)),
    document(2, "Bandits again", date="2020", venue="ICML 2020", venue_slug="icml"),
    document(3, "Deep nets", date="2015", venue="nips 2020", venue_slug="nips", authors=("Yo Bengio",)),
    document(4, "More nets", date="2019", venue="Nature", venue_slug="nature", authors=("Yo Bengio",)),
    document(5, "The nature of 2015 bandits", date="2018", abstract="By its nature."),
    document(6, "On nature", date="2018"),
]


@pytest.mark.parametrize(
    ("query", "papers", "taken"),
    [
        ("bengio 2015", [3], ["2015"]),
        ("2019 bengio", [4, 1], ["2019"]),
        ("ICML 2019 bandits", [1], ["icml", "2019"]),
        ("bandits at icml 2020", [2], ["icml", "2020"]),
        ("NeurIPS", [3], ["nips"]),
        ("Advances in Neural Information Processing Systems, 2015", [3], ["nips", "2015"]),
        ("nature", [4, 6, 5], []),
        ('bengio "2015"', [3, 4, 1, 5], []),
        ("nature 2015 bandits", [5, 2, 1, 6, 4], []),
        ("bengio 1990", [4, 3, 1], []),
        ("one of the many bandits that were made in 2015", [5, 2, 1], []),
        ("venue:icml year:2019", [1], []),
        ("in:2020", [2, 3], []),
        ("year:2020", [2], []),
    ],
)
def test_a_year_and_a_venue_are_understood(
    tmp_path: Path, query: str, papers: list[int], taken: list[str]
) -> None:
    [answer] = ask(written(SERIES, tmp_path), [query])
    notes = answer["result"]["query"]["notes"]
    assert [note["value"] for note in notes if note["kind"] == "understood"] == taken
    assert sorted(hit["id"] for hit in answer["result"]["hits"]) == sorted(f"paper-{each}" for each in papers)


def test_a_year_that_fits_nothing_is_a_word(tmp_path: Path) -> None:
    [answer] = ask(written(SERIES, tmp_path), ["again 2015"])
    assert answer["result"]["query"]["notes"] == [
        {"kind": "misfit", "name": "year", "value": "2015", "used": ["2015"]}
    ]
    assert [hit["id"] for hit in answer["result"]["hits"]] == ["paper-2", "paper-5"]


SPELT = [
    document(1, "Optimisation of colour"),
    document(2, "Optimization of colors"),
    document(3, "Neural networks"),
    document(4, "Neural nets"),
    document(5, "ResNet-50 in use"),
    document(6, "ResNet50 again"),
    document(7, "A resnet"),
    document(8, "YOLO for all"),
]


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("optimise colour", [2, 1]),
        ("optimize color", [2, 1]),
        ("nets", [4, 3]),
        ("networks", [3, 4]),
        ("resnet 50", [5, 6, 7]),
        ("ResNet50", [6, 5]),
        ("yolov7", [8]),
        ("author:colour", []),
    ],
)
def test_two_spellings_meet(tmp_path: Path, query: str, papers: list[int]) -> None:
    assert sorted(found(written(SPELT, tmp_path), query)) == sorted(f"paper-{each}" for each in papers)


def test_a_long_query_is_searched_by_its_rarer_words(tmp_path: Path) -> None:
    common = " ".join(f"common{at:02}x" for at in range(99))
    papers = [document(at, f"Paper {at}", abstract=common) for at in range(4500)]
    papers.append(document(5000, "Rare gem", abstract=common))
    [answer] = ask(written(papers, tmp_path), [f"{common} gem"])
    assert answer["result"]["query"]["notes"] == [{"kind": "long"}]
    assert answer["result"]["hits"][0]["id"] == "paper-5000"
    assert len(answer["result"]["query"]["words"]) == 50


def test_quotation_marks_in_a_pasted_text_are_no_phrases(tmp_path: Path) -> None:
    text = 'So-called "dominant learning" of sequence models ' + "and of many things " * 8
    papers = [document(1, "Learning", abstract="Dominant models."), document(2, "Others")]
    assert found(written(papers, tmp_path), text)[0] == "paper-1"


def test_a_title_that_begins_with_the_query_comes_first(tmp_path: Path) -> None:
    titles = ("Deep waves: a survey", "Fast deep waves again", "Slow deep waves again")
    papers = [document(at, title) for at, title in enumerate(titles)]
    assert found(written(papers, tmp_path), "deep waves") == ["paper-0", "paper-2", "paper-1"]


def test_what_stands_for_too_many_words_is_cut_and_told(tmp_path: Path) -> None:
    words = [f"{first}{second}{at:03}word" for at in range(400) for first in "abc" for second in "xyz"]
    papers = [
        document(at, " ".join(words[at * 9 : at * 9 + 9]), abstract=f"{words[at]} the end")
        for at in range(400)
    ]
    site = written(papers, tmp_path)
    wide, narrow, fuzzy = ask(site, ["*", "ax00*", "ax000wor~1"], limit=1)
    assert [note["kind"] for note in wide["result"]["query"]["notes"]] == []
    tight = written(papers, tmp_path / "tight", SearchSettings(tuning=Tuning(files=4, pieces=0)))
    for query, kinds in (
        ("*", ["wide"]),
        ("a*", ["wide"]),
        ("*word", ["wide"]),
        ("ax00*", []),
        ("ax000wor~1", []),
    ):
        [answer] = ask(tight, [query], limit=1)
        assert [note["kind"] for note in answer["result"]["query"]["notes"]] == kinds, query
        assert (answer["result"]["total"] > 0) is (query != "*"), query
    assert narrow["result"]["total"] > 1
    assert fuzzy["result"]["total"] == 1


def test_a_pattern_is_matched_in_linear_time(tmp_path: Path) -> None:
    site = written([document(1, "a" * 400), document(2, "abab")], tmp_path)
    assert found(site, "a*" * 60 + "b") == []
    assert found(site, "a*b") == found(site, "*b*b") == ["paper-2"]
    assert found(site, "ab*bab") == []
