"""A paper's page and the lists that name it: standing, many authors, neighbours, ways on."""

from dataclasses import replace

import pytest
from papershelf.config import SubscribeConfig
from papershelf.model import large

from tests.pages.sample import CONFIG, record, site
from tests.render.test_pages import rendered


@pytest.mark.parametrize(
    "status", ["corrected", "retracted", "withdrawn", "published", "preprint", "accepted", ""]
)
def test_a_standing_is_told_on_the_page_in_its_title_and_in_every_list(status: str) -> None:
    pages = rendered(site(record("x", "Bo Li", status=status)))
    page, home, row = (pages[f"{path}index.html"] for path in ("papers/x/", "", "papers/"))
    word = status.capitalize()
    if status in ("corrected", "retracted", "withdrawn"):
        assert f"<title>{word}: On x</title>" in page
        assert f"<p class=status>{word}</p><h1>" in page
        assert f"This paper was {status}." in page
        assert f"<strong>{word}</strong>" in home
        assert f"<strong>{word}</strong>" in row
    else:
        assert "<title>On x</title>" in page
        assert "class=status" not in page + home + row
        assert "<strong>" not in page + home + row
    assert ("class=gone" in row) == (status in ("retracted", "withdrawn"))


@pytest.mark.parametrize(("count", "folded"), [(12, 0), (13, 3), (98, 88)])
def test_more_authors_than_twelve_are_folded_and_all_there(count: int, folded: int) -> None:
    names = [f"Ada {chr(65 + number // 26)}{chr(97 + number % 26)}x" for number in range(count)]
    page = rendered(site(record("x", "; ".join(names))))["papers/x/index.html"]
    byline = page.split("<div class=authors>")[1].split("</div>")[0]
    for name in names:
        assert f">{name}</a>" in byline
    shown = byline.partition("<details>")[0]
    assert [name for name in names if f">{name}</a>" in shown] == names[: count - folded]
    assert (f"<summary>and {folded} more</summary>" in byline) == bool(folded)
    assert byline.count("<details>") == byline.count("</details>") == bool(folded)


def test_neighbours_are_named_by_their_titles() -> None:
    pages = rendered(site(*[record(name, title=f"About *{name}* & ${name}^2$") for name in "abc"]))
    page = pages["papers/b/index.html"]
    assert "<a rel=prev href=../c/>‹ About c &amp; c²</a>" in page
    assert "<a rel=next href=../a/>About a &amp; a² ›</a>" in page


def test_every_page_leads_to_the_list_and_the_subscription(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(foot: int) -> None:
        for path, page in rendered(site(record("x", "Bo Li", tags=("t",)))).items():
            if path.endswith(".html") and "http-equiv=refresh" not in page:
                assert ">Reading list</a>" in page, path
                assert ">Subscribe</a>" in page, path
                assert page.count("<footer>") >= foot, path

    check(1)
    assert ">By date</a>" in rendered(site(record("x")))["papers/x/index.html"]
    monkeypatch.setattr(large, "LARGE", 1)
    check(0)


def test_the_subscription_offers_what_there_is() -> None:
    bare = rendered(site())["subscribe/index.html"]
    assert "<form class=subscribe" not in bare
    assert "href=../feed.xml" in bare
    assert "Now and then" not in bare
    form = SubscribeConfig(action="https://news.example.org/join", field="email")
    page = rendered(site(record("x", added="2024-12-25"), config=replace(CONFIG, subscribe=form, home="day")))
    assert 'action="https://news.example.org/join"' in page["subscribe/index.html"]
    assert "href=../weeks/2024-W52/" in page["subscribe/index.html"]
