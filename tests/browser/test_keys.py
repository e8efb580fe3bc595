"""Letters that are commands: from paper to paper, open, save, cite; and that they can be switched off."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.pages_server import ServedSite
from tests.conftest import Serve

pytestmark = pytest.mark.browser


@pytest.fixture
def site(demo_site: Path, serve: Serve) -> ServedSite:
    return serve(demo_site)


def at_home(page: Page, site: ServedSite) -> None:
    page.goto(site.url)
    page.locator(".card [data-saves]").first.wait_for()


def test_j_and_k_go_from_paper_to_paper_and_o_opens_one(page: Page, site: ServedSite) -> None:
    at_home(page, site)
    titles = page.locator(".card h2 a")
    for key, at in [("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)]:
        page.keyboard.press(key)
        expect(titles.nth(at)).to_be_focused()
    page.keyboard.press("j")
    wanted = titles.nth(1).get_attribute("href") or ""
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile(re.escape(wanted.removeprefix("./"))))


def test_j_begins_where_the_reader_is(page: Page, site: ServedSite) -> None:
    at_home(page, site)
    page.locator(".card").nth(4).evaluate("card => card.scrollIntoView({ block: 'start' })")
    page.keyboard.press("j")
    expect(page.locator(".card h2 a").nth(4)).to_be_focused()


@pytest.mark.parametrize("place", ["", "papers/"], ids=["cards", "rows"])
def test_s_saves_the_paper_at_hand(page: Page, site: ServedSite, place: str) -> None:
    page.goto(site.url + place)
    page.locator("main [data-saves]").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    title = page.locator(":focus").inner_text()
    page.keyboard.press("s")
    expect(page.locator("[data-saves]").nth(1)).to_have_text("★ Saved")
    page.goto(site.url + "reading-list/")
    row = page.locator(".rows li")
    expect(row.locator("a")).to_have_text(title)
    expect(row.locator("p")).to_contain_text(re.compile(r"\w+ \w+.* · .*\d{4}"))


def test_c_copies_the_entry_of_the_paper_at_hand(page: Page, site: ServedSite) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    at_home(page, site)
    page.keyboard.press("c")  # nothing is at hand yet
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".told")).to_have_text("BibTeX entry copied", timeout=20_000)
    assert page.evaluate("navigator.clipboard.readText()").startswith("@")


def test_keys_are_explained_and_can_be_switched_off(page: Page, site: ServedSite) -> None:
    at_home(page, site)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("j")
    expect(dialog.locator(":focus")).to_have_count(1)  # no command while it is open
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.reload()
    page.locator(".card [data-saves]").first.wait_for()
    for key in "j/?":
        page.keyboard.press(key)
    expect(page.locator("main :focus, dialog, input:focus")).to_have_count(0)
    page.get_by_role("button", name="Keyboard shortcuts").click()
    dialog.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    expect(page.locator(".card h2 a:focus")).to_have_count(1)


def test_letters_are_no_commands_where_one_writes(page: Page, site: ServedSite) -> None:
    at_home(page, site)
    page.keyboard.press("/")
    page.keyboard.type("jks")
    expect(page.get_by_role("combobox", name="Search papers")).to_have_value("jks")
