"""How records, people and venues are joined."""

import pytest
from papershelf.config import SiteConfig
from papershelf.formats import csl_json
from papershelf.model.paper import papers_of
from papershelf.model.people import Person
from papershelf.model.site import assemble
from papershelf.model.venues import Venue

from tests.formats.papers import record

CONFIG = SiteConfig(title="T")
VENUES = (
    Venue(
        slug="t.m",
        title="Transactions on Made-up Matters",
        short="TMM",
        kind="journal",
        issn="0378-5955",
        publisher="House of Print",
        aliases=("Made-up Matters 1999", "MM"),
    ),
)


@pytest.mark.parametrize(
    ("text", "slug", "year"),
    [
        ("TMM", "t.m", ""),
        ("tmm 2024", "t.m", "2024"),
        ("Transactions on Made-up Matters, 2023", "t.m", "2023"),
        ("MM '2024", "t.m", "2024"),
        ("Made-up Matters 1999", "t.m", "1999"),
        ("T.M 2024", "t.m", "2024"),
        ("Made-up Matters 2000", "made-up-matters", "2000"),
        ("Nowhere", "nowhere", ""),
    ],
)
def test_a_venue_text_finds_its_venue_and_year(text: str, slug: str, year: str) -> None:
    """An alias may hold a year itself: it then stands for that text alone."""
    site = assemble(CONFIG, [record(venue=text)], venues=VENUES)
    assert site.directory.venues[text] == (slug, year)
    assert [term.slug for term in site.taxonomy("venues").terms] == [slug]


def test_a_paper_has_the_issn_and_publisher_of_its_venue_unless_it_names_its_own() -> None:
    records = [
        record(id="a", venue="TMM 2024"),
        record(id="b", venue="TMM 2024", issn="2434-561X", publisher="Another"),
    ]
    first, second = (csl_json.item(paper) for paper in papers_of(assemble(CONFIG, records, venues=VENUES)))
    assert (first["ISSN"], first["publisher"]) == ("0378-5955", "House of Print")
    assert (second["ISSN"], second["publisher"]) == ("2434-561X", "Another")
    assert first["container-title"] == "Transactions on Made-up Matters"


@pytest.mark.parametrize(
    ("text", "kind", "container"),
    [
        ("TMM 2024", "inproceedings", "Transactions on Made-up Matters"),
        ("Nowhere 2024", "inproceedings", "Nowhere 2024"),
        ("Nowhere 2024", "article", "Nowhere"),
    ],
)
def test_what_contains_a_paper_has_its_full_name_and_proceedings_their_year(
    text: str, kind: str, container: str
) -> None:
    [paper] = papers_of(assemble(CONFIG, [record(venue=text, type=kind)], venues=VENUES))
    assert csl_json.item(paper)["container-title"] == container


def test_printed_names_lead_to_people() -> None:
    person = Person(slug="ada", name="Ada Lovelace", variants=("A. Lovelace",))
    records = [
        record(id="a", authors=["A. Lovelace"]),
        record(id="b", authors=["Ada Lovelace", "Grace Hopper"]),
        record(id="c", authors=[{"name": "Ada Lovelace", "id": "another-ada"}]),
    ]
    site = assemble(CONFIG, records, people=[person])
    found = {term.slug: [record.id for record in term.records] for term in site.taxonomy("authors").terms}
    assert found == {"ada": ["a", "b"], "another-ada": ["c"], "grace-hopper": ["b"]}
