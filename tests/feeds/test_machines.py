"""Sitemap, robots.txt, search description, the API, the downloads."""

import gzip
import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf import feeds
from papershelf.config import FeedsConfig, SiteConfig, TaxonomyConfig
from papershelf.feeds import sitemap
from papershelf.formats import bibtex_reader, csv_table, jsonl
from papershelf.lib.text import slug
from papershelf.model import dates, large, routes
from papershelf.model.paper import Paper, papers_of
from papershelf.model.record import Record
from papershelf.model.site import FreePage, Site, assemble
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

from tests.feeds.sites import BASE, paper, rendered, site, three
from tests.formats.papers import RECORDS

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
    found = locations(rendered(site(*papers))["sitemap.xml"])
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
        SiteConfig(title="T", url=BASE, feeds=FeedsConfig(terms_from=1), taxonomies=(kinds,)),
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
        periods = [(kind, name_of(record.joined)) for kind, name_of in dates.PERIODS.items()]
        own += [routes.url(kind, name) for kind, name in periods if name]
        for url in (
            *" papers/ authors/ venues/ venues/v/ tags/ tags/t/ kinds/ kinds/report/".split(" "),
            *own,
        ):
            lists.setdefault(url, []).append(record)
    days = {
        url: max(max(record.joined, record.updated) for record in records)
        for url, records in lists.items()
    }
    assert told(archive) == days | {"about/": "", "venues/v/2024/": ""}


@pytest.mark.parametrize("name", [name for name, route in routes.ROUTES.items() if route.sitemap])
def test_every_row_of_the_sitemap_has_pages_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = everything([paper("p", authors=["A Li"], venue="V 2024", tags=["t"], type="report")])
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


def test_robots_and_search_description_name_the_site() -> None:
    files = rendered(three())
    assert f"Sitemap: {BASE}sitemap.xml\n".encode() in files["robots.txt"]
    tree = ElementTree.fromstring(files["opensearch.xml"])
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(tree.findtext(space + "ShortName") or "") <= 16
    url = tree.find(space + "Url")
    assert url is not None
    assert url.get("template") == BASE + "search/?q={searchTerms}"


def test_llms_txt_links_to_files_that_exist() -> None:
    files = rendered(three())
    text = files["llms.txt"].decode()
    assert text.startswith("# Test & <archive>\n\n> New papers\n\n## Data\n")
    paths = re.findall(r"\(" + re.escape(BASE) + r"(.*?)\)", text)
    assert len(paths) == 4
    assert set(paths) <= set(files)


def test_a_day_of_the_api_has_the_shape_of_daily_papers() -> None:
    [item] = json.loads(rendered(three())["api/v1/days/2024-02-03.json"])
    assert set(item) == {"paper", "title", "publishedAt", "numComments", "url"}
    assert item["numComments"] == 2
    assert item["url"] == BASE + "papers/new/"
    given = item["paper"]
    assert given["id"] == "2302.06675"
    assert given["authors"][0] == {"name": "Ada Lovelace", "hidden": False}
    assert given["publishedAt"] == "2024-01-02T00:00:00.000Z"
    assert given["submittedOnDailyAt"] == "2024-02-03T00:00:00.000Z"
    assert given["upvotes"] == 7
    assert given["githubRepo"] == "https://example.org/code?a=1&b=2"
    assert given["ai_keywords"][0] == "a"


def test_the_days_of_a_large_archive_leave_out_what_is_empty_or_said_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(large, "LARGE", 1)
    files = rendered(three())
    [item] = json.loads(files["api/v1/days/2024-02-03.json"])
    assert item["url"] == BASE + "papers/new/"  # which nobody can tell from an id of arXiv
    assert (item["paper"]["upvotes"], item["numComments"]) == (7, 2)
    [item] = json.loads(files["api/v1/days/2024-01-02.json"])
    assert item == {
        "paper": {
            "id": "mid",
            "title": "Mid",
            "authors": [{"name": "Ada Lovelace"}],
            "publishedAt": "2024-01-02T00:00:00.000Z",
        }
    }


@pytest.mark.parametrize("least", [1, 10_000])
def test_days_and_years_are_as_the_description_of_the_api_says(
    least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", least)
    files = rendered(three())
    paths = json.loads(files["api/v1/openapi.json"])["paths"]
    for path, name, count in (("api/v1/days/", "{day}", 2), ("api/v1/papers/", "{year}", 4)):
        content = paths[f"/{path}{name}.json"]["get"]["responses"]["200"]["content"]
        schema = content["application/json"]["schema"]["items"]
        found = [item for each in files if each.startswith(path) for item in json.loads(files[each])]
        assert len(found) == count
        for item in found:
            assert set(schema["required"]) <= set(item) <= set(schema["properties"])
            if "paper" in item:
                assert set(schema["properties"]["paper"]["required"]) <= set(item["paper"])


def test_abstracts_stand_on_the_pages_of_a_large_archive_only(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = site(paper("long", abstract="word " * 500))
    whole = rendered(archive)
    monkeypatch.setattr(large, "LARGE", 1)
    brief = rendered(archive)
    [item], [other] = (json.loads(files["papers/long/long.json"]) for files in (whole, brief))
    assert len(item.pop("abstract")) > 2000
    assert item == other
    assert brief["data/papers.jsonl.gz"] == whole["data/papers.jsonl.gz"]


def test_the_index_of_the_api_leads_to_every_paper() -> None:
    files = rendered(three())
    index = json.loads(files["api/v1/papers.json"])
    assert index["papers"] == 4
    assert [(row["year"], row["papers"]) for row in index["years"]] == [("2024", 3), ("2023", 1)]
    ids = [row["id"] for year in index["years"] for row in json.loads(files[year["url"].removeprefix(BASE)])]
    assert ids == ["nobody", "mid", "new", "old"]
    assert all(f"papers/{id}/{id}.json" in files for id in ids)


@pytest.mark.parametrize("least", [1, 10_000])
def test_the_description_of_the_api_names_addresses_that_exist(
    least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", least)
    files = rendered(three())
    description = json.loads(files["api/v1/openapi.json"])
    assert description["openapi"] == "3.1.0"
    assert description["info"]["license"]["name"]
    names = []
    for path, row in description["paths"].items():
        names.append(row["get"]["operationId"])
        examples = {each["name"]: each["example"] for each in row["get"]["parameters"]}
        assert set(re.findall(r"{(\w+)}", path)) == examples.keys()
        assert path.format(**examples).removeprefix("/") in files
    assert len(set(names)) == len(names)
    # Every kind of feed there is.
    described = {re.sub(r"{\w+}", "*", path).removeprefix("/") for path in description["paths"]}
    feeds = [path for path in files if path.endswith(("feed.xml", "feed.json"))]
    assert {re.sub("/[^/]+/", "/*/", path) for path in feeds} <= described


def test_the_description_of_an_empty_archive_names_what_is_there() -> None:
    files = rendered(site())
    paths = json.loads(files["api/v1/openapi.json"])["paths"]
    assert {path.removeprefix("/") for path in paths} == {"api/v1/papers.json", "feed.xml", "feed.json"}


def test_the_downloads_are_the_archive_and_their_sums_are_right() -> None:
    archive = three()
    files = rendered(archive)
    texts = {path: gzip.decompress(files[path]).decode() for path in files if path.endswith(".gz")}
    whole = [RECORDS.validate_python(row) for row in jsonl.read(texts["data/papers.jsonl.gz"])]
    assert [(record.id, record.title, record.authors) for record in whole] == [
        (record.id, record.title, record.authors) for record in archive.records
    ]
    ids = [record.id for record in archive.records]
    assert [row["id"] for row in bibtex_reader.read(texts["data/papers.bib.gz"])] == ids
    assert [row["id"] for row in csv_table.read(texts["data/papers.csv.gz"])] == ids
    sums = [f"{sha256(files[path]).hexdigest()}  {path.removeprefix('data/')}\n" for path in texts]
    assert files["data/SHA256SUMS"].decode() == "".join(sums)
    assert all(files[path][4:8] == bytes(4) for path in texts)  # no time of making


def test_downloads_made_from_remembered_members_are_the_same(tmp_path: Path) -> None:
    def make(papers: tuple[Paper, ...]) -> tuple[dict[str, bytes], dict[str, int]]:
        [bundle] = feeds.bundles(papers)
        made = dict(bundle.files(bundle.slice, three().config, tmp_path))
        return made, {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}

    papers = papers_of(three())
    made, members = make(papers)
    assert make(papers) == (made, members)  # nothing is written again
    less, fewer = make(papers[:-1])
    assert len(fewer) == len(members) == 3
    assert not fewer.keys() & members.keys()
    for name in fewer:
        with (tmp_path / name).open("ab") as file:
            file.write(b"harm")
    assert make(papers[:-1])[0] == less
    assert make(papers)[0] == made


def test_the_downloads_are_made_again_only_when_a_paper_changes() -> None:
    [same], [again] = feeds.bundles(papers_of(three())), feeds.bundles(papers_of(three()))
    assert same.input_digest == again.input_digest
    [other] = feeds.bundles(papers_of(three())[:-1])
    assert other.input_digest != same.input_digest
