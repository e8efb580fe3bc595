"""What scripts add to every page: theme, suggestions, citations, exports; and the 404 page's search."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.pages_server import ServedSite, serve_pages
from tests.browser.watched import BrowserLog
from tests.conftest import NewPage, Serve

pytestmark = pytest.mark.browser

PAPER = "papers/2d-lantern-sentence-embeddings/"


@pytest.fixture
def site(demo_site: Path, serve: Serve) -> ServedSite:
    return serve(demo_site)


def background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


def test_the_theme_is_remembered_from_the_first_paint(page: Page, site: ServedSite) -> None:
    page.goto(site.url)
    switch = page.get_by_role("button", name="Theme")
    light = background(page)
    switch.click()
    assert background(page) == light
    switch.click()
    expect(switch).to_have_attribute("aria-label", "Theme: dark")
    dark = background(page)
    assert dark != light
    # Modules run late; start.js alone must have set it by then.
    page.context.route("**/ui/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(site.url + PAPER)
    assert background(page) == dark
    page.context.unroute("**/ui/*.js")
    page.reload()
    switch.click()
    expect(switch).to_have_attribute("aria-label", "Theme: system")
    assert background(page) == light


def test_nothing_of_search_is_loaded_before_it_is_wanted(page: Page, site: ServedSite) -> None:
    page.goto(site.url)
    page.locator(".card [data-saves]").first.wait_for()
    scripts = [answer for answer in site.log if answer.path.endswith(".js")]
    assert not [answer.path for answer in scripts if "/search/" in answer.path or "cite" in answer.path]
    assert sum(answer.size for answer in scripts) < 6_000


def test_suggestions_by_keyboard(page: Page, site: ServedSite) -> None:
    page.goto(site.url + PAPER)
    page.get_by_role("button", name="Theme").wait_for()
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search papers")
    expect(box).to_be_focused()
    page.keyboard.type("sparse att")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text(re.compile("sparse", re.IGNORECASE))
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    page.keyboard.type("e")
    expect(options.first).to_be_visible()
    title = options.first.locator("span").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_an_author_is_suggested_and_enter_searches(page: Page, site: ServedSite) -> None:
    page.goto(site.url)
    page.locator(".top input").type("zora")
    option = page.get_by_role("option", name="Zora Lindqvist Author")
    option.click()
    expect(page.locator("#search-list li > a")).to_have_text(["2D Lantern Sentence Embeddings"])
    page.goto(site.url)
    page.locator(".top input").type("attention")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"^\d+ papers$"))
    assert page.url == site.url + "search/?q=attention"


def test_citations_are_copied_and_downloaded(new_page: NewPage, site: ServedSite) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site.url + PAPER)
    page.get_by_role("tab", name="BibTeX").click()
    panel = page.get_by_role("tabpanel")
    expect(panel).to_contain_text("@inproceedings{")
    bibtex = panel.locator("pre").inner_text()
    panel.get_by_role("button", name="Copy").click()
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == panel.locator("pre").text_content()
    page.keyboard.press("Shift+Tab")
    page.get_by_role("tab", name="BibTeX").focus()
    page.keyboard.press("ArrowRight")
    expect(panel).to_contain_text("TY  - ")
    with page.expect_download() as downloading:
        panel.get_by_role("button", name="Download").click()
    assert downloading.value.suggested_filename == "2d-lantern-sentence-embeddings.ris"
    assert "TI  - 2D Lantern Sentence Embeddings" in downloading.value.path().read_text(encoding="utf-8")
    page.get_by_role("tab", name="CSL-JSON").click()
    expect(panel).to_contain_text('"title": "2D Lantern Sentence Embeddings"')
    assert "2D" in bibtex
    assert violations(page) == []


def test_a_list_is_exported_whole(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "papers/")
    papers = page.locator("ul.rows > li").count()
    page.locator("ul.rows > li").last.scroll_into_view_if_needed()
    with page.expect_download() as downloading:
        page.locator(".export").get_by_role("button", name="BibTeX").click()
    assert downloading.value.suggested_filename == "papers.bib"
    assert (
        len(re.findall(r"^@\w+\{", downloading.value.path().read_text(encoding="utf-8"), re.MULTILINE))
        == papers
        > 10
    )


def test_an_export_that_fails_says_so(page: Page, site: ServedSite, browser_log: BrowserLog) -> None:
    page.goto(site.url + "papers/")
    page.locator("ul.rows > li").last.scroll_into_view_if_needed()
    page.context.route("**/papers/*/*.json", lambda route: route.fulfill(status=500))
    page.locator(".export").get_by_role("button", name="RIS").click()
    expect(page.locator(".export [role=status]")).to_contain_text("Nothing was exported; try again.")
    page.wait_for_load_state("networkidle")
    assert 0 < len(browser_log.errors) < page.locator("ul.rows > li").count()
    browser_log.clear()


@pytest.fixture
def at_home(demo_site: Path) -> Iterator[ServedSite]:
    """The demo at the address of its site.yaml: its 404 page links by that."""
    with serve_pages(demo_site, prefix="/archive/") as site:
        yield site


def test_a_missing_page_searches_for_what_was_asked(
    page: Page, at_home: ServedSite, browser_log: BrowserLog
) -> None:
    page.goto(at_home.url + "papers/2022/lantern_sentences.html")
    expect(page.locator("#not-found #q")).to_have_value("lantern sentences")
    expect(page.locator("#not-found li > a").first).to_have_text("2D Lantern Sentence Embeddings")
    assert violations(page) == []
    page.locator("#not-found li > a").first.click()
    expect(page.locator("h1")).to_have_text("2D Lantern Sentence Embeddings")
    browser_log.clear()
    page.goto(at_home.url + "%ff%fe/")
    expect(page.locator("h1")).to_have_text("Not found")
    assert [line for line in browser_log.errors if "404" not in line] == []
    browser_log.clear()
