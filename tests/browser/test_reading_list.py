"""The reading list: saved on cards, kept in the browser, written to a file and read again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.pages_server import ServedSite
from tests.conftest import NewPage, Serve

pytestmark = pytest.mark.browser


@pytest.fixture
def site(demo_site: Path, serve: Serve) -> ServedSite:
    return serve(demo_site)


def save_two(page: Page, site: ServedSite) -> list[str]:
    """Save the home page's first two papers; gives their titles, the last saved first."""
    page.goto(site.url)
    for at in (0, 1):
        page.locator(".card [data-saves]").nth(at).click()
        expect(page.locator(".card [data-saves]").nth(at)).to_have_text("★ Saved")
    return page.locator(".card h2").all_inner_texts()[1::-1]


def test_saved_papers_stay_until_removed(page: Page, site: ServedSite) -> None:
    titles = save_two(page, site)
    page.reload()
    expect(page.locator(".card [data-saves]").first).to_have_attribute("aria-pressed", "true")
    page.goto(site.url + "reading-list/")
    rows = page.locator("#reading-list li > a")
    expect(rows).to_have_text(titles)
    page.get_by_role("button", name=f"Remove {titles[0]}").click()
    expect(rows).to_have_text(titles[1:])
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_text(titles)
    rows.first.click()
    expect(page.locator("h1")).to_have_text(titles[0])
    page.locator(".buttons [data-saves]").click()
    page.goto(site.url + "reading-list/")
    expect(rows).to_have_text(titles[1:])


def test_notes_marks_and_search(page: Page, site: ServedSite) -> None:
    titles = save_two(page, site)
    page.goto(site.url + "reading-list/")
    row = page.locator("#reading-list li").first
    row.get_by_text("Note").click()
    row.locator("textarea").fill("Begin with section three <b>")
    row.get_by_label("Read").check()
    expect(row.get_by_label("Read")).to_be_focused()
    page.reload()
    expect(row.locator("textarea")).to_have_value("Begin with section three <b>")
    expect(row.get_by_label("Read")).to_be_checked()
    rows = page.locator("#reading-list li > a")
    page.get_by_label("Show").select_option("unread")
    expect(rows).to_have_text(titles[1:])
    page.get_by_label("Show").select_option("all")
    page.get_by_label("Search the reading list").fill("SECTION three")
    expect(rows).to_have_text(titles[:1])


def test_a_file_brings_the_list_to_another_browser(
    new_page: NewPage, site: ServedSite, tmp_path: Path
) -> None:
    page = new_page()
    titles = save_two(page, site)
    page.goto(site.url + "reading-list/")
    page.locator("#reading-list li").first.get_by_label("Read").check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Save as file").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    other = new_page()
    other.goto(site.url + "reading-list/")
    expect(other.get_by_text("Nothing here yet")).to_be_visible()
    for said in ("2 papers in the file, 2 of them new.", "2 papers in the file, 0 of them new."):
        other.locator("input[type=file]").set_input_files(file)
        expect(other.get_by_text(said)).to_be_visible()
    expect(other.locator("#reading-list li > a")).to_have_text(titles)
    expect(other.locator("#reading-list li").first.get_by_label("Read")).to_be_checked()
    with other.expect_download() as downloading:
        other.get_by_role("button", name="Save as file").click()
    assert downloading.value.path().read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "This file is not JSON."),
        ("[]", "This file is not a reading list."),
        ('{"format": "papershelf reading list", "papers": {}}', "This file is not a reading list."),
    ],
)
def test_other_files_are_refused(page: Page, site: ServedSite, text: str, said: str) -> None:
    page.goto(site.url + "reading-list/")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.get_by_text(said)).to_be_visible()


def test_what_a_file_says_is_not_believed(page: Page, site: ServedSite) -> None:
    good = {"id": "a-paper", "title": "<img src=x>", "authors": [1, "A. Name"], "read": "yes", "date": "soon"}
    bad = [None, 7, {"id": "../../evil"}, {"id": "javascript:alert(1)"}, {"id": "a-paper", "title": "again"}]
    text = json.dumps({"format": "papershelf reading list", "version": 1, "papers": [good, *bad]})
    page.goto(site.url + "reading-list/")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    row = page.locator("#reading-list li")
    expect(row.locator("> a")).to_have_text(["<img src=x>"])
    expect(row.locator("> a")).to_have_attribute("href", f"{site.url}papers/a-paper/")
    expect(row.locator("> p")).to_have_text("A. Name")
    expect(row.get_by_label("Read")).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pleases_axe_and_fits_narrow_screens(new_page: NewPage, site: ServedSite, scheme: str) -> None:
    page = new_page(viewport={"width": 320, "height": 900}, color_scheme=scheme)
    save_two(page, site)
    page.goto(site.url + "reading-list/")
    page.locator("#reading-list li").first.get_by_text("Note").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
