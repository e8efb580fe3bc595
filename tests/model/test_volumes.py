"""Volumes: which papers stand in them, and what papers get from them."""

from typing import Any

import pytest
from papershelf.config import SiteConfig
from papershelf.formats import bibtex, csl_json, schema_org
from papershelf.model.names import parse_name
from papershelf.model.paper import Paper, papers_of
from papershelf.model.record_parts import Event
from papershelf.model.site import assemble
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume, newest_first

from tests.formats.papers import record

VOLUMES = (
    Volume(
        year="2021",
        volume="139",
        title="Proceedings of the First Meeting",
        editors=(parse_name("Marina Meil"),),
        publisher="A Press",
        place="A Town",
        series="Proceedings of Meetings",
        event=Event(name="First Meeting", place="Elsewhere", start="2021-07-18", end="2021-07-24"),
        isbn="9783161484100",
    ),
    Volume(year="2022", volume="1", title="Long Papers"),
    Volume(year="2022", volume="2", title="Short Papers"),
    Volume(volume="7"),
    Volume(volume="7", issue="3", title="Special Issue"),
)
VENUE = Venue(slug="mm", title="Made-up Meeting", short="MM", kind="conference", volumes=VOLUMES)


def paper(place: Venue = VENUE, **fields: Any) -> Paper:
    (made,) = papers_of(assemble(SiteConfig(title="T"), [record(**fields)], venues=[place]))
    return made


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"venue": "MM 2021"}, "Proceedings of the First Meeting"),
        ({"venue": "MM", "date": "2021-07"}, "Proceedings of the First Meeting"),
        ({"venue": "Proceedings of the first meeting"}, "Proceedings of the First Meeting"),
        ({"venue": "MM 2021", "volume": "140"}, ""),
        ({"venue": "MM 2022", "volume": "2"}, "Short Papers"),
        ({"venue": "MM 2022"}, ""),  # either
        ({"venue": "MM", "volume": "7"}, "Volume 7"),
        ({"venue": "MM", "volume": "7", "issue": "3"}, "Special Issue"),
        ({"venue": "MM", "volume": "7", "issue": "4"}, "Volume 7"),
        ({"venue": "MM 2020"}, ""),
        ({"venue": "Another 2021"}, ""),
        ({}, ""),
    ],
)
def test_a_paper_stands_in_the_volume_that_it_certainly_means(fields: dict[str, Any], name: str) -> None:
    volume = paper(**fields).volume
    assert (volume.name if volume else "") == name


def test_a_volume_says_for_its_papers_what_they_do_not() -> None:
    said = paper(venue="MM 2021", publisher="Its own", editors=["Own Ed"])
    entry = bibtex.entry(csl_json.item(said))
    assert "editor = {Ed, Own}" in entry
    assert "publisher = {Its own}" in entry
    for line in (
        "booktitle = {Proceedings of the First Meeting}",
        "volume = {139}",
        "series = {Proceedings of Meetings}",
        "address = {A Town}",
        "isbn = {9783161484100}",
        "eventtitle = {First Meeting}",
        "eventdate = {2021-07-18/2021-07-24}",
    ):
        assert line in entry
    assert "Meil" in bibtex.entry(csl_json.item(paper(venue="MM 2021")))


def test_machines_are_told_of_editors_publisher_and_event_of_the_volume() -> None:
    data = schema_org.paper(paper(venue="MM 2021"), "https://example.org/", [])
    for text in (
        '"editor":[{"@type":"Person","name":"Marina Meil"}]',
        '"publisher":{"@type":"Organization","name":"A Press","address":"A Town"}',
        '"about":{"@type":"Event","name":"First Meeting","location":"Elsewhere"',
        '"url":"https://example.org/venues/mm/2021-139/"',
    ):
        assert text in data
    page = schema_org.volume(VENUE, VOLUMES[0], "https://example.org/", "venues/mm/2021-139/")
    assert '"@type":"Book"' in page
    assert '"isbn":"9783161484100"' in page


def test_a_journal_keeps_its_own_title_beside_that_of_an_issue() -> None:
    journal = Venue(slug="mm", title="Made-up Matters", kind="journal", volumes=VOLUMES)
    item = csl_json.item(paper(journal, venue="Made-up Matters", volume="7", issue="3"))
    assert item["container-title"] == "Made-up Matters"


def test_what_a_volume_says_changes_the_digests_of_its_papers_and_of_no_other() -> None:
    changed = Venue(slug="mm", title="Made-up Meeting", short="MM", kind="conference", volumes=VOLUMES[1:])
    for venue, same in (("MM 2021", False), ("MM 2020", True)):
        assert (paper(venue=venue).digest == paper(changed, venue=venue).digest) is same


def test_volumes_go_by_year_then_by_number() -> None:
    slugs = [volume.slug for volume in newest_first((*VOLUMES, Volume(volume="12")))]
    assert slugs == ["2022-2", "2022-1", "2021-139", "12", "7-3", "7"]
