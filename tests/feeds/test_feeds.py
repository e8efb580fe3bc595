"""Atom and JSON feeds: which there are, what stands in them, and that any text leaves them valid."""

import json
import re
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from papershelf.config import FeedsConfig
from papershelf.feeds import feed
from papershelf.model import large

from tests.feeds.sites import BASE, HOSTILE, paper, rendered, site, three

ATOM = "{http://www.w3.org/2005/Atom}"
PLAIN = "Is ]]> a </script> & \"quote\"? ℓ₁ BERT 'x' مرحبا"


def parsed(data: bytes) -> Any:
    """Return a feed as an independent reader sees it."""
    found = feedparser.parse(data, sanitize_html=False)
    assert not found.bozo
    return found


def test_the_archive_and_every_term_with_papers_enough_have_both_feeds() -> None:
    files = rendered(three())
    found = {path.removesuffix("feed.xml") for path in files if path.endswith("feed.xml")}
    assert found == {"", "authors/ada-lovelace/"}
    assert {path.removesuffix("feed.json") for path in files if path.endswith("feed.json")} == found


def test_an_atom_entry_says_all_of_a_paper() -> None:
    found = parsed(rendered(three())["feed.xml"])
    assert found.feed.title == "Test & <archive>"
    assert found.feed.id == BASE + "feed.xml"
    assert found.feed.updated == "2024-03-01T00:00:00Z"
    assert [entry.id for entry in found.entries] == [
        BASE + f"papers/{id}/" for id in ("new", "mid", "nobody", "old")
    ]
    entry = found.entries[0]
    assert entry.title == PLAIN
    assert entry.link == BASE + "papers/new/"
    assert (entry.published, entry.updated) == ("2024-02-03T00:00:00Z", "2024-03-01T00:00:00Z")
    assert [author.name for author in entry.authors][-1] == "A & B <Labs>"
    assert [tag.term for tag in entry.tags] == ["a", PLAIN]
    assert {link.href for link in entry.links} == {
        BASE + "papers/new/",
        BASE + "papers/new/new.pdf",
        "https://doi.org/10.1002/(SICI)1%3C1%3E2",
    }
    assert entry.summary == PLAIN
    assert found.entries[3].content[0].value == "<p>First, <em>and</em> x².</p>\n<p>Second.</p>"


def test_any_text_leaves_atom_well_formed() -> None:
    tree = ElementTree.fromstring(rendered(three())["feed.xml"])
    contents = [node.text for node in tree.iter(ATOM + "content")]
    assert contents[0] == "<p>Is ]]&gt; a &lt;/script&gt; &amp; \"quote\"? ℓ₁ {BERT} 'x' مرحبا</p>"


def test_a_json_item_says_all_of_a_paper() -> None:
    data = json.loads(rendered(three())["feed.json"])
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert (data["home_page_url"], data["feed_url"]) == (BASE, BASE + "feed.json")
    assert [item["id"] for item in data["items"]] == ["new", "mid", "nobody", "old"]
    item = data["items"][0]
    assert item["url"] == BASE + "papers/new/"
    assert item["title"] == item["summary"] == PLAIN
    assert item["authors"][0] == {"name": "Ada Lovelace"}
    assert item["tags"] == ["a", PLAIN]
    assert item["date_published"] == "2024-02-03T00:00:00Z"
    assert item["attachments"] == [{"url": BASE + "papers/new/new.pdf", "mime_type": "application/pdf"}]
    assert data["items"][2]["content_html"] == ""


def test_no_feed_tells_a_day_that_nobody_gave() -> None:
    """But the time that Atom wants of every entry, which begins the year or month that is known."""
    files = rendered(three())
    known = {"new": "2024-02-03T00:00:00Z", "mid": "2024-01-02T00:00:00Z"}
    items = json.loads(files["feed.json"])["items"]
    assert {item["id"]: item["date_published"] for item in items if "date_published" in item} == known
    assert not [item for item in items if "date_modified" in item]
    tree = ElementTree.fromstring(files["feed.xml"])
    told = {
        node.findtext(ATOM + "id"): node.findtext(ATOM + "published") for node in tree.iter(ATOM + "entry")
    }
    assert told == {f"{BASE}papers/{id}/": known.get(id) for id in ("new", "mid", "nobody", "old")}


def test_a_feed_holds_the_newest_papers_only() -> None:
    papers = [paper(f"p{number}", date=f"2024-01-{number:02d}") for number in range(1, 10)]
    files = rendered(site(*papers, feeds=FeedsConfig(entries=3)))
    assert [item["id"] for item in json.loads(files["feed.json"])["items"]] == ["p9", "p8", "p7"]
    assert len(parsed(files["feed.xml"]).entries) == 3


def test_a_term_of_a_large_archive_has_one_brief_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", 1)
    monkeypatch.setattr(feed, "FEWEST", 2)
    monkeypatch.setattr(feed, "ENTRIES", 1)
    files = rendered(site(*three().records, feeds=FeedsConfig(terms_from=2)))
    assert {path for path in files if path.endswith("feed.json")} == {"feed.json"}
    of_author, of_tag = (parsed(files[path]) for path in ("authors/ada-lovelace/feed.xml", "tags/a/feed.xml"))
    assert [entry.id for entry in of_author.entries] == [BASE + f"papers/{id}/" for id in ("new", "mid")]
    assert of_author.feed.author == "Ada Lovelace"
    assert "authors" not in of_author.entries[0]
    assert [author.name for author in of_tag.entries[0].authors][2:] == ["Cy Dee", "2 others"]
    assert "summary" not in of_tag.entries[0]
    assert "content" in parsed(files["feed.xml"]).entries[0]


def test_an_entry_begins_with_the_standing_of_its_paper() -> None:
    notice = {"kind": "retraction", "text": "Made-up <data>"}
    files = rendered(site(paper("p", abstract="Text.", status="retracted", notices=[notice])))
    told = "<p><strong>Retraction: Made-up &lt;data&gt;</strong></p><p>Text.</p>"
    assert json.loads(files["feed.json"])["items"][0]["content_html"] == told
    assert parsed(files["feed.xml"]).entries[0].content[0].value == told


def test_a_brief_entry_says_nothing_but_the_standing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", 1)
    notice = {"kind": "correction", "date": "2024-06-01", "text": "Table <2>"}
    papers = [
        paper("p", abstract="Text.", tags=["t"], notices=[notice]),
        paper("q", tags=["t"], status="withdrawn"),
    ]
    files = rendered(site(*papers, feeds=FeedsConfig(terms_from=2)))
    told = [entry.summary for entry in parsed(files["tags/t/feed.xml"]).entries]
    assert told == ["Withdrawn", "Correction, 2024-06-01: Table <2>"]


def test_an_empty_archive_has_valid_feeds() -> None:
    files = rendered(site())
    assert parsed(files["feed.xml"]).entries == []
    assert json.loads(files["feed.json"])["items"] == []


def test_hostile_text_is_what_these_tests_take_it_for() -> None:
    assert all(piece in HOSTILE for piece in ("]]>", "</script>", "&", '"', "$"))


def test_atom_entries_of_one_day_are_told_apart_by_when_they_changed() -> None:
    files = rendered(site(*[paper(f"p{number:03}", date="2024-02-03") for number in range(70)], per_page=50))
    found = parsed(files["feed.xml"])
    times = [entry.updated for entry in found.entries]
    assert len(set(times)) == len(times) > 1
    assert times == sorted(times, reverse=True)
    assert found.feed.updated == times[0]
    assert all(time.startswith("2024-02-03T00:0") for time in times)


def test_no_address_in_a_feed_refers_to_the_feed_itself() -> None:
    for path, data in rendered(three()).items():
        if path.endswith("feed.xml"):
            tree = ElementTree.fromstring(data)
            base = tree.get("{http://www.w3.org/XML/1998/namespace}base")
            assert base
            links = [urljoin(base, link.get("href", "")) for link in tree.iter(ATOM + "link")]
            assert base not in links
            assert BASE + path in links


def test_links_in_abstracts_are_absolute_in_feeds() -> None:
    abstract = "See [here](../other/), [there](/papers/x/), ![so](a%20b.png) [odd](http://[x) and [far](https://example.net/?a=1&b=2)."
    files = rendered(site(paper("one", abstract=abstract)))
    for html in (
        parsed(files["feed.xml"]).entries[0].content[0].value,
        json.loads(files["feed.json"])["items"][0]["content_html"],
    ):
        links = re.findall(r'(?:href|src)="([^"]*)"', html)
        assert f"{BASE}papers/other/" in links
        assert "https://example.org/papers/x/" in links
        assert "https://example.net/?a=1&amp;b=2" in links
        assert all(link.startswith("http") for link in links)
