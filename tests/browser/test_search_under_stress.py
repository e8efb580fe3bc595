"""The search page with hostile queries, hostile records and a broken index."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.watched import BrowserLog, wait_until
from tests.conftest import NewPage, Serve
from tests.search.archive import document, written

pytestmark = pytest.mark.browser

QUERIES = [
    "attention " * 1000,
    "x" * 10_000,
    "+ - ~ ^ : * \" ( ) [ ] { } \\ / ? . | $",
    '"""" "" "',
    "+-title:^~2*",
    "(a+)+$ [z-a] \\p{L} (?<",
    "\u202eattention\u202c \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
    "🧠🔬 👩‍🔬 \ud83d",
    "attention\x00\x01\x7f",
    "year:9999..0000 before:x venue:\"\" has: tag:, author:",
    "__proto__ constructor toString hasOwnProperty",
    "<img src=x onerror=alert(1)> &lt;b&gt; %00 %ff ?q=&page=-1#",
]  # fmt: skip

MARKUP = "<img src=x onerror=\"document.title='broken'\"> & <b>attention</b> ]]> {{ 7 * 7 }}"


def test_no_query_is_an_error(page: Page, demo_site: Path, serve: Serve) -> None:
    page.goto(serve(demo_site).url + "search/")
    box, status = page.locator("#q"), page.locator("#search-status")
    for query in QUERIES:
        box.evaluate("(box, text) => { box.value = text; box.dispatchEvent(new Event('input')) }", query)
        expect(status).to_have_text(re.compile("paper"))
        assert len(page.url) < 8000
        box.fill("")
        expect(status).to_have_text("")


@pytest.mark.parametrize("query", [QUERIES[1], QUERIES[7], QUERIES[8], QUERIES[11]])
def test_a_reload_keeps_the_query(page: Page, demo_site: Path, serve: Serve, query: str) -> None:
    page.goto(serve(demo_site).url + "search/")
    box, status = page.locator("#q"), page.locator("#search-status")
    box.evaluate("(box, text) => { box.value = text; box.dispatchEvent(new Event('input')) }", query)
    expect(status).to_have_text(re.compile("paper"))
    page.reload()
    expect(status).to_have_text(re.compile("paper"))
    assert box.input_value()[:100] == query.replace("\ud83d", "\ufffd")[:100]


@pytest.mark.parametrize(
    "address",
    [
        "?page=-1",
        "?page=99999&q=attention",
        "?q=attention&sort=x&year=2x..&venue=%22&tag=%22%22&has=%00",
        "?q=%ff%fe",
    ],
)
def test_no_address_is_an_error(page: Page, demo_site: Path, serve: Serve, address: str) -> None:
    page.goto(serve(demo_site).url + "search/" + address)
    expect(page.locator("#search-list > *").first).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


def test_records_never_become_markup(page: Page, demo_site: Path, tmp_path: Path, serve: Serve) -> None:
    shutil.copytree(demo_site, tmp_path / "site", ignore=shutil.ignore_patterns("terms", "cards", "*.bin"))
    papers = [
        document(1, MARKUP, authors=(MARKUP,), abstract=MARKUP, venue=MARKUP, venue_slug="x", tags=(MARKUP,))
    ]
    site = serve(written(papers, tmp_path / "site"))
    page.goto(site.url + "search/")
    page.keyboard.type("attention")
    expect(page.locator("#search-list li > a")).to_have_text(MARKUP)
    expect(page.locator("#search-list .excerpt")).to_have_text(MARKUP)
    page.locator("#search-list [data-saves]").click()
    page.get_by_role("region", name="Tag").get_by_role("button").click()
    expect(page.locator(".chip", has_text="onerror")).to_be_visible()
    page.goto(site.url)
    page.locator(".top input").type("attention")
    expect(page.get_by_role("option").locator("span").first).to_contain_text("<img")
    page.goto(site.url + "reading-list/")
    expect(page.locator("#reading-list li > a")).to_have_text(MARKUP)
    assert "broken" not in page.title()
    assert page.locator("main img, main b").count() == 0


@pytest.mark.parametrize(
    "broken", ["manifest.json", "lengths-", "terms/", "cards/", "worker.js", "engine.js"]
)
def test_a_file_that_fails_can_be_tried_again(
    page: Page, demo_site: Path, serve: Serve, browser_log: BrowserLog, broken: str
) -> None:
    failing, failed = [True], list[str]()

    def answer(route: Route) -> None:
        if failing and broken in route.request.url:
            failed.append(route.request.url)
            route.fulfill(status=503)
        else:
            route.continue_()

    page.context.route("**/search/**", answer)
    page.goto(serve(demo_site).url + "search/?q=attention")
    expect(page.locator("#search-status")).to_have_text("The search could not be loaded.")
    again = page.get_by_role("button", name="Try again")
    before = len(failed)
    # The failure is told of by a new button: what is tried may end long after it was asked for.
    again.evaluate("button => { button.click(); button.id = 'old'; }")
    expect(page.locator("#old")).to_have_count(0)
    expect(again).to_be_visible()
    assert len(failed) > before
    failing.clear()
    browser_log.clear()
    again.click()
    expect(page.locator("#search-list li")).to_have_count(10)
    expect(again).to_have_count(0)


def test_an_answer_that_comes_late_is_not_shown(page: Page, demo_site: Path, serve: Serve) -> None:
    site = serve(demo_site)
    page.goto(site.url + "search/?q=attention")
    expect(page.locator("#search-list li")).to_have_count(10)
    held: list[Route] = []
    page.context.route("**/search/forwards/**", lambda route: held.append(route))
    page.locator("#q").fill("nothingatall")
    wait_until(page, lambda: bool(held))
    page.locator("#q").fill("attention")
    page.wait_for_timeout(300)
    expect(page.locator("#search-list li")).to_have_count(10)
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    expect(page.locator("#search-list li")).to_have_count(10)


def test_an_unknown_storage_is_an_empty_list(page: Page, demo_site: Path, serve: Serve) -> None:
    site = serve(demo_site)
    page.goto(site.url)
    for stored in ("{", "null", json.dumps({"papers": [None]}), "[]"):
        page.evaluate("(text) => localStorage.setItem('papershelf-reading-list:/archive/', text)", stored)
        page.goto(site.url + "reading-list/")
        expect(page.get_by_text("Nothing here yet")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_stay_readable_while_a_search_takes_long(
    new_page: NewPage, demo_site: Path, serve: Serve, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(serve(demo_site).url + "search/?q=attention")
    page.get_by_text("Search tips").wait_for()
    waiting: list[Route] = []
    page.context.route("**/search/forwards/**", lambda route: waiting.append(route))
    page.locator("#q").fill("attentoin")
    expect(page.locator("#search-results[aria-busy]")).to_be_visible()
    expect(page.locator("#search-status")).to_have_text("Searching …")
    assert page.locator("#search-list li").count() == 10
    assert page.locator("#search-results").evaluate("node => getComputedStyle(node).opacity") == "1"
    assert violations(page) == []
    for route in waiting:
        route.continue_()
    expect(page.locator("#search-results[aria-busy]")).to_have_count(0)
