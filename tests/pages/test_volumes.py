"""Pages of volumes, and the papers on them."""

import pytest
from papershelf.model import large
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

from tests.pages.sample import ids, outputs, record, site, view


def test_a_volume_lists_its_papers_in_the_order_of_its_pages() -> None:
    volumes = (Volume(year="2023"), Volume(year="2024", volume="38"), Volume(year="2025"))
    papers = [
        record(id, venue="MM 2024", pages=pages)
        for id, pages in (("b", "20-29"), ("a", "100--109"), ("d", ""), ("c", "e7"))
    ]
    planned = site(*papers, venues=[Venue(slug="mm", title="MM", volumes=volumes)])
    page = view(planned, "venues/mm/2024-38/index.html")
    assert ids(page.items) == ["c", "b", "a", "d"]
    assert (page.newer, page.older) == (("2025", "2025"), ("2023", "2023"))
    assert [volume.year for volume in view(planned, "venues/mm/index.html").venue.volumes] == [
        "2025",
        "2024",
        "2023",
    ]
    assert view(planned, "venues/mm/2025/index.html").count == 0


def test_the_venue_of_a_large_archive_leaves_papers_to_its_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    venues = [Venue(slug="mm", title="MM", volumes=(Volume(year="2024"),))]
    planned = site(record("a", venue="MM 2024"), record("b", venue="MM 2023"), venues=venues)
    whole = view(planned, "venues/mm/index.html")
    assert (ids(whole.items), whole.count, whole.whole) == (["a", "b"], 2, ())
    monkeypatch.setattr(large, "LARGE", 1)
    brief = view(planned, "venues/mm/index.html")
    assert (ids(brief.items), brief.count, ids(brief.whole)) == (["b"], 2, ["a", "b"])
    assert ids(view(planned, "venues/mm/2024/index.html").items) == ["a"]


def test_a_venue_without_papers_has_no_volumes_either() -> None:
    venues = [Venue(slug="mm", title="MM", volumes=(Volume(year="2024"),))]
    assert not [path for path in outputs(site(record("a"), venues=venues)) if path.startswith("venues/mm")]


def test_venues_with_equal_volumes_keep_their_papers_apart() -> None:
    venues = [Venue(slug=slug, title=slug.upper(), volumes=(Volume(year="2024"),)) for slug in ("aa", "bb")]
    planned = site(record("a", venue="AA 2024"), record("b", venue="BB 2024"), venues=venues)
    assert ids(view(planned, "venues/aa/2024/index.html").items) == ["a"]
