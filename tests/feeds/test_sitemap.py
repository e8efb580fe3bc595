"""The sitemap: which addresses it tells of, and the date of the last change of each."""

import gzip
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.config import FeedsConfig, SiteConfig, TaxonomyConfig
from papershelf.feeds import sitemap
from papershelf.lib.text import slug
from papershelf.model import dates, large, routes
from papershelf.model.record import Record
from papershelf.model.site import FreePage, Site, assemble
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

from tests.feeds.sites import BASE, paper, rendered, site, three

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> dict[str, str]:
    """Return the addresses of a sitemap below the site, each with its day."""
    tree = ElementTree.fromstring(data)
    return {
        (node.findtext(MAP + "loc") or "").removeprefix(BASE): node.findtext(MAP + "lastmod") or ""
        for node in tree
    }


def test_the_sitemap_dates_papers_and_lists_by_their_newest_change() -> None:
    papers = [replace(each, updated="2024-03-01") if each.updated else each for each in three().records]
    found = locations(rendered(site(*papers, home="day"))["sitemap.xml"])
    assert found["papers/new/"] == "2024-03-01"
    assert found["papers/mid/"] == "2024-01-02"
    assert found[""] == found["papers/"] == found["authors/ada-lovelace/"] == "2024-03-01"
    assert found["days/2024-02-03/"] == found["weeks/2024-W05/"] == found["months/2024-02/"] == "2024-03-01"
    assert "authors/bo-ek/" not in found


DAYS = [f"2024-{month:02}-{day:02}" for month in (1, 2) for day in (1, 9, 29, 31) if (month, day) < (2, 30)]
DATED = st.fixed_dictionaries(
    {"added": st.sampled_from([*DAYS, "2024-01", "2024"]), "authors": st.sampled_from([["A Li"], ["B Li"]])},
    optional={"updated": st.sampled_from([*DAYS, "2024-02", "2025"])},
)


def everything(papers: list[Record]) -> Site:
    """Return an archive with every kind of page, of papers in one volume and with one tag."""
    kinds = TaxonomyConfig(name="kinds", title="Kinds", field="type")
    return assemble(
        SiteConfig(title="T", url=BASE, home="day", feeds=FeedsConfig(terms_from=1), taxonomies=(kinds,)),
        papers,
        venues=[Venue(slug="v", title="V", volumes=(Volume(year="2024"),))],
        pages=[FreePage(slug="about", title="A", body="", nav=False, source="a.md", digest=b"")],
    )


def told(archive: Site) -> dict[str, str]:
    """Return the addresses in the sitemap of an archive that is not large, each with its day."""
    [part] = sitemap.parts(archive)
    return dict(zip(part.slice.urls, part.slice.days, strict=True))


@given(st.lists(DATED, min_size=1, max_size=6))
def test_every_list_of_the_sitemap_has_the_date_of_the_last_change_in_it(dated: list[dict[str, Any]]) -> None:
    constant = {"date": "2020", "venue": "V 2024", "tags": ["t"], "type": "report"}
    archive = everything([paper(f"p{at}", **constant, **fields) for at, fields in enumerate(dated)])
    lists: dict[str, list[Record]] = {}
    for record in archive.records:
        own = [routes.term("authors", slug(record.authors[0].name)), f"papers/{record.id}/"]
        periods = [(kind, dates.PERIODS[kind](record.joined)) for kind in archive.rhythm.periods]
        own += [routes.url(kind, name) for kind, name in periods if name]
        for url in (
            *" papers/ authors/ venues/ venues/v/ tags/ tags/t/ kinds/ kinds/report/".split(" "),
            *own,
        ):
            lists.setdefault(url, []).append(record)
    days = {
        url: max(max(record.joined, record.updated) for record in records) for url, records in lists.items()
    }
    assert told(archive) == days | {"about/": "", "venues/v/2024/": ""}


@pytest.mark.parametrize("name", [name for name, route in routes.ROUTES.items() if route.sitemap])
def test_every_row_of_the_sitemap_has_pages_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fields: dict[str, Any] = {"authors": ["A Li"], "venue": "V 2024", "tags": ["t"], "type": "report"}
    archive = everything([paper("p", added="2024-05-02", **fields)])
    before = told(archive)
    monkeypatch.setitem(routes.ROUTES, name, replace(routes.ROUTES[name], sitemap=False))
    assert told(archive).keys() < before.keys()


def test_the_sitemap_knows_no_day_that_nobody_gave() -> None:
    found = locations(rendered(three())["sitemap.xml"])
    assert found["papers/new/"] == found["papers/old/"] == found["years/2023/"] == found["papers/"] == ""
    assert not [url for url in found if url.startswith(("days/2023", "days/2024-01-01", "weeks/2023"))]


def test_a_long_sitemap_is_an_index_and_a_new_paper_changes_its_last_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 10)
    papers = [paper(f"p{number:02d}", date=f"2024-01-{number:02d}") for number in range(1, 16)]
    files = rendered(site(*papers))
    parts = sorted((path for path in files if path.startswith("sitemap-")), key=lambda path: int(path[8:-7]))
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == MAP + "sitemapindex"
    assert [node.findtext(MAP + "loc") for node in index] == [BASE + path for path in parts]
    assert all(files[path][4:8] == bytes(4) for path in parts)  # no time of making
    all_of_them = {url for path in parts for url in locations(gzip.decompress(files[path]))}
    assert {f"papers/p{number:02d}/" for number in range(1, 16)} <= all_of_them
    again = rendered(site(*papers, paper("p16", date="2024-01-15")))
    of_papers = [path for path in parts if b"papers/p" in gzip.decompress(files[path])]
    assert [path for path in of_papers if files[path] != again[path]] == [parts[-1]]


def test_the_sitemap_of_a_large_archive_is_compressed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = locations(rendered(three())["sitemap.xml"])
    monkeypatch.setattr(large, "LARGE", 1)
    files = rendered(three())
    parts = [path.removeprefix(BASE) for path in locations(files["sitemap.xml"])]
    assert parts == ["sitemap-1.xml.gz", "sitemap-2.xml.gz"]
    assert {
        url: day for path in parts for url, day in locations(gzip.decompress(files[path])).items()
    } == whole
