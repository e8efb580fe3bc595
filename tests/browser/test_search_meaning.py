"""What the search page says of a query, and that a query means the same however it is asked."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.pages_server import ServedSite
from tests.conftest import ROOT, Serve

pytestmark = pytest.mark.browser


@pytest.fixture
def site(demo_site: Path, serve: Serve) -> ServedSite:
    return serve(demo_site)


def test_says_what_it_made_of_a_query(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=atention")
    note = page.locator(".note")
    expect(note).to_have_text("No paper has atention; showing results for attention.")
    # The note is made again with the excerpts, and a click between the two would miss it.
    expect(page.locator("#search-list .excerpt").first).to_be_visible()
    note.get_by_role("link", name="attention").click()
    expect(page.locator("#q")).to_have_value("attention")
    expect(note).to_have_count(0)
    page.locator("#q").fill('nosuch:attention "kernel')
    expect(note).to_contain_text("no field nosuch")
    expect(note).to_contain_text("quotation mark")
    page.locator("#q").fill("attention has:wings")
    expect(note).to_contain_text("No paper can have has:wings")
    expect(page.locator("#search-status")).to_have_text("No paper matches.")


def test_a_chip_turns_a_venue_and_a_year_back_into_words(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/?q=attention+iclr+2023")
    note = page.locator(".note")
    expect(note).to_contain_text("Appeared at iclr ×")
    expect(note).to_contain_text("Published in 2023 ×")
    expect(page.locator("#search-list .excerpt").first).to_be_visible()
    note.get_by_role("link", name="Search for the words iclr instead").click()
    expect(page.locator("#q")).to_have_value('attention "iclr" 2023')
    expect(note).to_have_text("Published in 2023 ×")


def test_an_identifier_that_is_not_here_can_be_suggested(page: Page, site: ServedSite) -> None:
    """The link fills in the form: the field is the one that the form asks the identifier in."""
    page.goto(site.url + "search/?q=doi:10.1000/a%26b")
    note = page.locator(".note")
    expect(note).to_contain_text("No paper here has the identifier doi:10.1000/a&b. Suggest it.")
    address = note.get_by_role("link", name="Suggest it").get_attribute("href") or ""
    query = dict(parse_qsl(urlsplit(address).query))
    assert query == {"template": "add-paper.yml", "identifier": "doi:10.1000/a&b"}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / query.pop("template")).read_text("utf-8"))
    assert {field["id"] for field in form["body"]} >= set(query)


def settled(page: Page) -> str:
    """Return the list of results once nothing is added to it any more: excerpts come one by one."""
    shown = ""
    while (now := page.locator("#search-list").inner_text()) != shown:
        shown = now
        page.wait_for_timeout(500)
    return shown


def test_results_while_typing_stay_when_entered_and_in_the_address(page: Page, site: ServedSite) -> None:
    page.goto(site.url + "search/")
    page.locator("#q").press_sequentially("attent")
    first = page.locator("#search-list .rows > li > a").first
    expect(first).to_be_visible()
    expect(page.locator("#search-list .excerpt").first).to_be_visible()
    shown = settled(page)
    page.locator("#q").press("Enter")
    expect(page.locator("#search-list")).to_have_text(shown, use_inner_text=True)
    page.reload()
    expect(page.locator("#search-list .excerpt").first).to_be_visible()
    expect(page.locator("#search-list")).to_have_text(shown, use_inner_text=True)
