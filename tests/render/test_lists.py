"""Lists as they are rendered: the ways from page to page, to feeds and to files."""

from dataclasses import replace

import pytest
from papershelf.config import FeedsConfig

from tests.pages.sample import CONFIG, full, record, site
from tests.render.test_pages import rendered

LISTS = {"authors/bo-li": True, "tags/t": True, "papers": False}
"""Lists of the sample, and which have a feed."""


@pytest.mark.parametrize("base", LISTS)
def test_every_page_of_a_list_leads_to_its_ends_and_to_its_feed(base: str) -> None:
    config = replace(CONFIG, per_page=1, feeds=FeedsConfig(terms_from=1))
    pages = rendered(site(*(record(f"p{at}", "Bo Li", tags=("t",)) for at in range(5)), config=config))
    for number in range(1, 6):
        page = pages[f"{base}/index.html" if number == 1 else f"{base}/page/{number}/index.html"]
        assert ("‹ Previous</a>" in page) is (number > 1)
        assert ("Next ›</a>" in page) is (number < 5)
        assert (">First</a>" in page) is (number > 2)
        assert (f"{base}/page/5/>Last</a>" in page) is (number < 4)
        up = "" if number == 1 else "../../"
        assert (f"<a href={up}feed.xml>Feed</a>" in page) is LISTS[base]


def test_a_card_leads_to_the_pdf_that_an_identifier_leads_to() -> None:
    home = rendered(site(record("x", arxiv="2405.00001")))["index.html"]
    assert '<a class=badge href="https://arxiv.org/pdf/2405.00001">PDF</a>' in home


def test_a_former_address_names_the_present_one() -> None:
    page = rendered(full())["old/whole/index.html"]
    assert '<link rel=canonical href="https://example.org/archive/papers/whole/">' in page
    assert 'content="0; url=../../papers/whole/"' in page
