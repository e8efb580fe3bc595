"""The pieces of pages that Python writes: plots, tags for machines, the small print."""

import json
import re
from typing import Any

import pytest
from papershelf.model.names import Name
from papershelf.model.paper import Paper
from papershelf.model.record_parts import Event, PartLicense
from papershelf.render.facts import facts
from papershelf.render.filters import FILTERS
from papershelf.render.lists import coauthors, venues
from papershelf.render.machine import description, paper_head
from papershelf.render.people import credits
from papershelf.render.plots import HEIGHT, bars
from papershelf.views.paper import PaperView
from papershelf.views.site_view import site_view
from papershelf.views.summary import PersonLink

from tests.pages.sample import full, outputs, record, site


def test_a_plot_has_a_bar_for_every_value_and_a_gap_for_every_missing_year() -> None:
    plot = bars([("2019", 1), ("2022", 4)], "Papers per year")
    assert re.findall(r"M(\d+) \d+v-(\d+)", plot) == [("0", str(HEIGHT // 4)), ("36", str(HEIGHT))]
    assert 'aria-label="Papers per year. 2019: 1, 2022: 4"' in plot
    assert "<span>2019</span><span>2022</span>" in plot


def test_a_plot_of_days_is_captioned_as_days_are_spoken() -> None:
    assert "<span>1 May 2024</span><span>3 May 2024</span>" in bars(
        [("2024-05-01", 1), ("2024-05-03", 2)], ""
    )


def test_a_tiny_value_is_still_seen() -> None:
    assert "v-2h" in bars([("a", 1), ("b", 1_000)], "")


def test_a_description_is_one_line_and_short() -> None:
    assert description(record("x", abstract="Two\nlines of $x^2$.")) == "Two lines of x²."
    assert description(record("x", tldr="So.", abstract="Long.")) == "So."
    assert description(record("x", title="Only a title")) == "Only a title"
    assert len(description(record("x", abstract="word " * 300))) <= 160


def head(planned_id: str) -> str:
    planned = full()
    view = outputs(planned)[f"papers/{planned_id}/index.html"].view
    assert isinstance(view, PaperView)
    return paper_head(view, site_view(planned))


def test_the_head_of_a_paper_tells_machines_what_it_is() -> None:
    text = head("whole")
    assert text.count("name=citation_author ") == 5
    assert text.count("citation_title") == 1
    assert '<link rel="canonical cite-as" href="https://example.org/archive/papers/whole/">' in text
    assert '<link rel=describedby href="whole.json" type=application/vnd.citationstyles.csl+json>' in text
    data = json.loads(re.findall(r"<script type=application/ld\+json>(.*)</script>", text)[0])
    assert data["author"][2]["url"] == "https://example.org/archive/authors/quoc-le/"
    assert data["headline"] == "A Whole paper on x²"


def test_a_paper_without_authors_has_no_citation_tags_but_its_title() -> None:
    assert re.findall(r"citation_\w+", head("bare")) == ["citation_title"]


def test_facts_are_only_what_is_said() -> None:
    assert facts(Paper(record=record("x"))) == []
    ada = Name(name="Ada Lovelace", email="ada@example.org", corresponding=True, roles=("software",))
    said = record(
        "x",
        (ada, Name(name="Bo", equal=True), Name(name="Cy", equal=True)),
        type="thesis",
        degree="PhD",
        title_original="Über \\emph{dies}",
        pages="1--9",
        license="CC0-1.0",
        licenses=(PartLicense(part="code", license="MIT"),),
        event=Event(name="A", start="2024-05"),
    )
    rows = [
        ("Type", "Thesis", ""),
        ("Original title", "Über dies", ""),
        ("Event", "A, May 2024", ""),
        ("Pages", "1–9", ""),
        ("Degree", "PhD", ""),
        ("License", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Corresponding", "Ada Lovelace", ""),
        ("Equal contribution", "Bo, Cy", ""),
        ("License of the code", "MIT", "https://spdx.org/licenses/MIT"),
        ("Ada Lovelace", "software", ""),
    ]
    assert facts(Paper(record=said)) == rows
    email = ("E-mail of Ada Lovelace", "ada@example.org", "mailto:ada@example.org")
    assert facts(Paper(record=said), emails=True) == [*rows, email]


def test_coauthors_and_venues_are_counted_most_first() -> None:
    planned = site(
        record("a", "Bo Li; Zed Y; Ann Ox", venue="V 2020"),
        record("b", "Bo Li; Zed Y; Zed Y", venue="V 2021"),
        record("c", "Bo Li", venue="A"),
    )
    page: Any = outputs(planned)["authors/bo-li/index.html"].view
    items = page.items
    assert coauthors(items, "bo-li") == [("zed-y", "Zed Y", 2), ("ann-ox", "Ann Ox", 1)]
    assert venues(items) == [("v", "V", 2), ("a", "A", 1)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", True),
        ("he-IL", True),
        ("az-Arab", True),
        ("fa", True),
        ("en", False),
        ("ar-Latn", False),
        ("pt-BR", False),
    ],
)
def test_the_direction_follows_from_the_language(language: str, expected: bool) -> None:
    assert FILTERS["right_to_left"](language) == expected


@pytest.mark.parametrize(
    ("places", "marks", "listed"),
    [
        ([("A",), ("A",)], ["", ""], ["A"]),
        ([("A",), ("B", "A"), ()], ["1", "2,1", ""], ["A", "B"]),
        ([(), ()], ["", ""], []),
    ],
)
def test_institutions_are_numbered_where_authors_have_others(
    places: list[tuple[str, ...]], marks: list[str], listed: list[str]
) -> None:
    people = [PersonLink(f"p{at}", f"P {at}") for at in range(len(places))]
    printed = [Name(name="P", affiliations=of_one) for of_one in places]
    found, institutions = credits(people, printed)
    assert ([mark for _, _, mark in found], institutions) == (marks, listed)


def test_the_licence_of_a_part_says_of_which() -> None:
    made = record("x", license="CC-BY-4.0", licenses=(PartLicense(part="code", license="MIT"),))
    assert [row[:2] for row in facts(Paper(record=made)) if "icense" in row[0]] == [
        ("License", "CC-BY-4.0"),
        ("License of the code", "MIT"),
    ]
