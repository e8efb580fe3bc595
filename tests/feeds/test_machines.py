"""robots.txt, search description, the API, the downloads."""

import gzip
import json
import re
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf import feeds
from papershelf.feeds import downloads
from papershelf.formats import bibtex_reader, csv_table, jsonl
from papershelf.model import large
from papershelf.model.paper import Paper, papers_of

from tests.feeds.sites import BASE, paper, rendered, site, three
from tests.formats.papers import RECORDS


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


@pytest.mark.parametrize("least", [1, 10_000])
def test_the_api_tells_no_day_that_nobody_gave(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", least)
    papers = [paper("year", date="2024"), paper("month", date="2024-05"), paper("day", date="2024-05-06")]
    files = rendered(site(*papers, paper("listed", date="2023", added="2024-05-06")))
    rows = {row["id"]: row.get("day") for row in json.loads(files["api/v1/papers/2024.json"])}
    assert rows == {"year": None, "month": None, "day": "2024-05-06", "listed": "2024-05-06"}
    of_days = {path: json.loads(data) for path, data in files.items() if path.startswith("api/v1/days/")}
    assert list(of_days) == ["api/v1/days/2024-05-06.json"]
    told = {each["paper"]["id"]: each["paper"].get("publishedAt") for each in of_days.popitem()[1]}
    assert told == {"day": "2024-05-06T00:00:00.000Z", "listed": None}


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


@given(st.lists(st.sets(st.integers(0, 4)), min_size=1, max_size=4))
def test_downloads_are_the_same_whatever_is_remembered(history: list[set[int]]) -> None:
    papers = papers_of(site(*[paper(f"p{number}", date=f"202{number}") for number in range(5)]))
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(downloads, "MEMBER", 2)
        for numbers in history:
            [bundle] = feeds.bundles(tuple([papers[number] for number in sorted(numbers)]))
            made = dict(bundle.files(bundle.slice, three().config, Path(folder, "kept")))
        assert made == dict(bundle.files(bundle.slice, three().config, Path(folder, "new")))


def test_the_downloads_are_made_again_only_when_a_paper_changes() -> None:
    [same], [again] = feeds.bundles(papers_of(three())), feeds.bundles(papers_of(three()))
    assert same.input_digest == again.input_digest
    [other] = feeds.bundles(papers_of(three())[:-1])
    assert other.input_digest != same.input_digest
