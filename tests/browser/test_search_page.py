"""The search page as a reader uses it: typing, filters, the address, the keyboard, the export."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.pages_server import ServedSite
from tests.browser.watched import wait_until
from tests.conftest import NewPage, Serve
from tests.search.archive import document, written

pytestmark = pytest.mark.browser


@pytest.fixture
def site(demo_site: Path, serve: Serve) -> ServedSite:
    return serve(demo_site)


def results(page: Page) -> list[str]:
    """The titles of the results on screen."""
    page.locator("#search-list li, #search-list .note, #search-list .lead").first.wait_for()
    return page.locator("#search-list li > a").all_inner_texts()


def test_typing_shows_ranked_results_whose_links_open(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/")
    page.keyboard.type("sparse attention")
    first = page.locator("#search-list li > a").first
    expect(first).to_contain_text(re.compile("sparse.*attention", re.IGNORECASE))
    expect(page.locator("#search-status")).to_have_text(re.compile(r"^\d+ papers$"))
    expect(page.locator("#search-list .excerpt mark").first).to_have_text(
        re.compile("sparse|attention", re.IGNORECASE)
    )
    # In one step: a later answer to what was typed may still change the list.
    title = first.evaluate("link => { link.click(); return link.innerText; }")
    expect(page.locator("h1")).to_have_text(title)


def test_the_last_word_is_also_a_beginning_while_it_is_typed(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/")
    page.keyboard.type("lanter")
    expect(page.locator("#search-list li > a")).to_have_text(["2D Lantern Sentence Embeddings"])


def test_address_holds_the_search_and_back_returns(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention&sort=date")
    by_date = results(page)
    page.get_by_label("Sort").select_option("oldest")
    expect(page).to_have_url(re.compile(r"\?q=attention&sort=oldest$"))
    expect(page.locator("#search-list li > a").first).not_to_have_text(by_date[0])
    page.locator("#q").fill("lantern")
    expect(page.locator("#search-list li")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?q=lantern&sort=oldest$"))
    page.go_back()
    expect(page.locator("#q")).to_have_value("attention")
    expect(page).to_have_url(re.compile(r"\?q=attention&sort=oldest$"))
    page.go_back()
    expect(page.locator("#search-list li > a").first).to_have_text(by_date[0])
    page.go_forward()
    expect(page.get_by_label("Sort")).to_have_value("oldest")


def test_pages_of_results_have_addresses(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    first = results(page)
    assert len(first) == 10
    follow = page.locator("a[rel=next]").get_attribute("href")
    page.locator("a[rel=next]").click()
    expect(page.locator("#search-status")).to_contain_text("page 2 of 2")
    assert not set(first) & set(results(page))
    expect(page.locator("#search-list li > a").first).to_be_focused()
    page.goto(f"{site.url}search/{follow}")
    expect(page.locator("#search-status")).to_contain_text("page 2 of 2")


def test_filters_count_narrow_and_are_chips(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    results(page)
    code = page.locator(".facets button", has_text="Code")
    count = code.locator("small").inner_text()
    code.click()
    expect(page.locator("#search-status")).to_have_text(re.compile(rf"^{count} papers?$"))
    expect(page.locator(".facets button", has_text="Code")).to_be_focused()
    tag = page.get_by_role("region", name="Tag").locator("button").first
    tag.click()
    expect(page).to_have_url(re.compile(r"tag=.*has=code"))
    expect(page.locator(".chip")).to_have_count(3)
    page.get_by_role("button", name="Remove filter Code").click()
    expect(page).not_to_have_url(re.compile("has="))
    page.get_by_role("button", name=re.compile("Remove filter #")).click()
    expect(page.locator(".chip")).to_have_count(0)
    page.get_by_role("region", name="Venue").get_by_role("button", name="ICML").click()
    expect(page.get_by_role("button", name="Remove filter ICML", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("venue=icml$"))


def test_years_by_pointer_and_by_keyboard(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    results(page)
    total = int(page.locator("#search-status").inner_text().split()[0])
    expect(page.locator(".years svg")).to_be_visible()
    plot = page.locator(".years svg").bounding_box()
    assert plot
    middle = plot["y"] + plot["height"] / 2
    page.mouse.move(plot["x"] + plot["width"] - 2, middle)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.6, middle, steps=3)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"year=\d{4}\.\.2025"))
    expect(page.locator(".years rect:not(.out)").last).to_have_attribute("data-year", "2025")
    expect(page.locator(".years rect.out").first).to_be_attached()
    page.get_by_role("button", name="Remove filter").click()
    expect(page.locator("#search-status")).to_have_text(f"{total} papers")
    page.get_by_label("To year").focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"year=\d{4}\.\.2024"))
    expect(page.locator("#search-status")).not_to_have_text(f"{total} papers")
    expect(page.get_by_label("To year")).to_be_focused()


def test_by_keyboard_alone(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    titles = results(page)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-list li > a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(titles[0])


def test_filters_and_pages_by_keyboard_alone(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    results(page)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")

    def go_to(what: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(what) => document.activeElement.matches(what)", what):
                return
        raise AssertionError(f"Tab never comes to {what}")

    go_to(".facets section[aria-label=Venue] button")
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".facets section[aria-label=Venue] button").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(0)
    go_to(".pager a[rel=next]")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("page 2")
    expect(page.locator("#search-list li > a").first).to_be_focused()


def test_tips_search_by_a_click(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/")
    page.get_by_text("Search tips").click()
    page.get_by_role("link", name="has:code").click()
    expect(page.locator("#q")).to_have_value("has:code")
    expect(page.locator("#search-list li")).to_have_count(10)


@pytest.mark.parametrize(
    ("label", "suffix", "entry"), [("BibTeX", ".bib", "\n  title = "), ("RIS", ".ris", "TI  - ")]
)
def test_all_results_are_exported(page: Page, site: ServedSite, label: str, suffix: str, entry: str) -> None:
    page.goto(site.url + "search/?q=attention")
    results(page)
    total = int(page.locator("#search-status").inner_text().split()[0])
    with page.expect_download() as downloading:
        page.locator(".export").get_by_role("button", name=label).click()
    assert downloading.value.suggested_filename == f"attention{suffix}"
    assert downloading.value.path().read_text(encoding="utf-8").count(entry) == total > 10


def test_results_are_exported_as_they_are_in_the_archive(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=lantern")
    results(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="CSL-JSON").click()
    [item] = json.loads(downloading.value.path().read_text(encoding="utf-8"))
    assert [item] == json.loads(
        (site.root / f"papers/{item['id']}/{item['id']}.json").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    "asked",
    ["", "?q=zzzzqqqq&has=code", "?q=attention&venue=icml&venue=neurips&tag=attention", "?q=a&page=99"],
)
def test_every_state_of_the_page_pleases_axe_on_a_narrow_screen(
    new_page: NewPage, site: ServedSite, asked: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(site.url + "search/" + asked)
    page.get_by_text("Search tips").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_fits_narrow_screens_and_pleases_axe(
    new_page: NewPage, site: ServedSite, scheme: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(site.url + "search/?q=atention+has:code&year=2020..2025")
    results(page)
    page.get_by_text("Search tips").click()
    if width == 320:
        page.locator(".facets > summary").click()
    expect(page.locator(".facets button").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_several_venues_are_alternatives_and_narrow_other_facets(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention")
    venues = page.get_by_role("region", name="Venue").locator("ul").first.locator("button")
    first, second = (int(venues.nth(at).locator("small").inner_text()) for at in (0, 1))
    status = page.locator("#search-status")
    venues.nth(0).click()
    expect(status).to_have_text(re.compile(rf"^{first} papers?$"))
    expect(venues.nth(1).locator("small")).to_have_text(str(second))
    venues.nth(1).click()
    expect(status).to_have_text(f"{first + second} papers")
    expect(page).to_have_url(re.compile(r"venue=\S+&venue="))
    page.reload()
    expect(page.locator(".chip")).to_have_count(3)
    expect(venues.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(status).to_have_text(f"{first + second} papers")
    page.get_by_role("region", name="Tag").locator("button").first.click()
    expect(page.locator(".chip")).to_have_count(4)
    expect(status).not_to_have_text(f"{first + second} papers")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_a_venue_alone_still_offers_the_others(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?venue=icml")
    results(page)
    chosen = page.get_by_role("region", name="Venue").get_by_role("button", pressed=True)
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text("ICML")
    assert page.get_by_role("region", name="Venue").get_by_role("button", pressed=False).count() > 1


def test_an_export_takes_all_results_and_can_be_stopped(
    page: Page, demo_site: Path, tmp_path: Path, serve: Serve
) -> None:
    shutil.copytree(demo_site, tmp_path / "site", ignore=shutil.ignore_patterns("papers", "terms", "cards"))
    papers = [document(number, f"Kernel {number}") for number in range(420)]
    page.goto(serve(written(papers, tmp_path / "site")).url + "search/?q=kernel")
    row = page.locator(".export")
    with page.expect_download() as downloading:
        row.get_by_role("button", name="RIS").click()
    lines = downloading.value.path().read_text(encoding="utf-8").splitlines()
    titles = [line for line in lines if line.startswith("TI")]
    assert sorted(titles) == sorted(f"TI  - Kernel {number}" for number in range(420))
    expect(row).to_contain_text("420 papers exported")
    held: list[Route] = []
    page.context.route("**/paper-7/paper-7.json", lambda route: held.append(route))
    row.get_by_role("button", name="BibTeX").click()
    wait_until(page, lambda: bool(held))
    row.get_by_role("button", name="Stop").click()
    expect(row).to_contain_text("Stopped; nothing was exported.")
    expect(row.get_by_role("button", name="Stop")).to_be_hidden()
    held[0].continue_()
    page.wait_for_timeout(200)
    expect(row).to_contain_text("Stopped; nothing was exported.")
