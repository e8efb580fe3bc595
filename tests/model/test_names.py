"""Printed names: BibTeX's three forms and reading order mean the same parts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.formats.jsonl import mapping
from papershelf.model.names import parse_name

from tests.formats.papers import record


@pytest.mark.parametrize(
    ("text", "given", "particle", "family", "suffix"),
    [
        ("Martin Luther King Jr.", "Martin Luther", "", "King", "Jr."),
        ("Martin Luther King Jr", "Martin Luther", "", "King", "Jr"),
        ("King, Jr., Martin Luther", "Martin Luther", "", "King", "Jr."),
        ("Henry Gates III", "Henry", "", "Gates", "III"),
        ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", ""),
        ("Laurens van der Maaten Sr.", "Laurens", "van der", "Maaten", "Sr."),
        ("van der Maaten, Laurens", "Laurens", "van der", "Maaten", ""),
        ("Jr. Smith", "Jr.", "", "Smith", ""),
        ("Ada III", "Ada", "", "III", ""),
    ],
)
def test_the_parts_of_a_name(text: str, given: str, particle: str, family: str, suffix: str) -> None:
    name = parse_name(text)
    assert (name.given, name.particle, name.family, name.suffix) == (given, particle, family, suffix)
    assert not name.literal


def test_a_name_in_reading_order_is_shown_as_it_was_written() -> None:
    for text in ("Martin Luther King Jr.", "Ludwig van Beethoven", "Henry Gates III"):
        assert parse_name(text).name == text
    assert parse_name("King, Jr., Martin Luther").name == "Martin Luther King Jr."


def test_roles_are_those_of_credit() -> None:
    author: Any = {"name": "Ada Lovelace", "roles": ["Software", "Writing – Original Draft"]}
    made = record(authors=[author])
    assert made.authors[0].roles == ("software", "writing-original-draft")
    assert mapping(made)["authors"][0]["roles"] == ["software", "writing-original-draft"]
    with pytest.raises(ValueError, match="'coffee' is no role of CRediT"):
        record(authors=[{"name": "Ada Lovelace", "roles": "coffee"}])


WORDS = st.sampled_from("Ada B. van der Jr. III 山田 太郎 Collaboration ,".split())


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_a_name_is_taken_apart_where_it_has_a_given_name_and_loses_no_word(text: str) -> None:
    name = parse_name(text)
    assert name.literal is (not name.given)
    assert bool(name.family) is bool(name.name)
    if text.count(",") < 3:
        assert sorted(name.name.split()) == sorted(text.replace(",", " ").split())


@pytest.mark.parametrize("author", ["Lee, Ada, Jr., PhD", {"name": "Lee, Ada, Jr., PhD"}])
def test_a_name_of_too_many_parts_is_refused(author: Any) -> None:
    with pytest.raises(ValueError, match="is several names in one"):
        record(authors=[author])


@pytest.mark.parametrize("text", [", Ada", "Ada,", " , Ada , "])
def test_a_stray_comma_makes_no_part(text: str) -> None:
    assert parse_name(text) == parse_name("Ada")
