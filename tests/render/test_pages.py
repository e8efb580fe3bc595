"""Rendered pages: hostile text stays text, links lead to pages, small pages are small."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from papershelf.model import large
from papershelf.model.site import Site
from papershelf.pages import papers as papers_page
from papershelf.pipeline.assets import ROUTES_MODULE
from papershelf.render.html import load_layouts, renderer
from papershelf.views.site_view import site_view

from tests.pages.sample import CONFIG, full, plan_pages, record, site

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def rendered(planned: Site) -> dict[str, str]:
    render = renderer(load_layouts((LAYOUTS,)), site_view(planned))
    return {output.path: render(output).decode() for output in plan_pages(planned)}


class Elements(HTMLParser):
    """Collects ``(tag, attributes)`` of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def addresses(page: str) -> Iterator[str]:
    for _, attributes in Elements(page).found:
        yield from (value for key in ("href", "src", "action") if (value := attributes.get(key)))


def pages(tree: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in tree.items() if path.endswith(".html")}


# Files that pages link to and other parts of the program write.
ELSEWHERE = (
    "feed.xml",
    "feed.json",
    ".gz",
    "SHA256SUMS",
    "opensearch.xml",
    ".pdf",
    ".png",
    ".json",
    "routes.js",
)


@pytest.mark.parametrize("least", [1, 10_000])
def test_every_link_inside_the_site_is_relative_and_leads_to_a_page(
    least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", least)
    tree = rendered(full())
    for path, text in pages(tree).items():
        for address in addresses(text):
            if address.startswith(("https://", "http://", "#")):
                continue
            if path == "404.html":
                assert address.startswith("/archive/"), address
                target = address.removeprefix("/archive/")
            else:
                assert not address.startswith("/"), (path, address)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))
                target = "" if target == "." else target + "/" * address.endswith("/")
                assert not target.startswith(".."), (path, address)
            wanted = target + "index.html" if not target or target.endswith("/") else target
            known = (
                wanted in tree
                or wanted.endswith(ELSEWHERE)
                or (LAYOUTS / wanted).is_file()
                or wanted == ROUTES_MODULE
            )
            assert known, (path, address)


def test_every_page_has_one_heading_a_title_and_a_description() -> None:
    for path, text in pages(rendered(full())).items():
        if "http-equiv=refresh" in text:
            continue
        tags = [tag for tag, _ in Elements(text).found]
        assert tags.count("h1") == 1, path
        assert tags.count("main") == 1, path
        assert "<title>" in text, path
        assert re.search("<meta name=(twitter:)?description ", text), path
        assert "content=\"default-src 'self'; base-uri 'none'; form-action 'self'\"" in text, path


def test_the_paper_page_shows_what_the_record_says() -> None:
    page = rendered(full())["papers/whole/index.html"]
    for text in (
        "With a subtitle",
        "Lovelace, A., van der Maaten, L., Le, Q. V., Bo, &amp; Young, C. (2024). A Whole paper on x²",
        "All fields at once.",
        "This paper was retracted.",
        "Retraction, 26 December 2024: Wrong.",
        "Best paper",
        "v2",
        "mended",
        "A book",
        "<dt>Editors<dd>Ed Itor",
        "<dt>Event<dd>A Conference, Somewhere, 1 May 2024 to 3 May 2024",
        "<dt>Pages<dd>1–20",
        'href="https://openreview.net/forum?id=abc"',
        "<dd>A Fund 7",
        "<td>0.9",
        'src="../../whole.png" alt="A plot"',
        "3 comments",
        "1 upvote",
        'href="../../papers/whole/whole.pdf"',
        'href="https://arxiv.org/abs/2405.00001"',
        'href="../../papers/plain/"',
        "href=../../authors/laurens-van-der-maaten/",
        'href="https://github.com/example/archive/edit/main/content/papers/2024/whole.md"',
        "template=report-problem.yml&amp;paper=whole",
    ):
        assert text in page, text


@pytest.mark.parametrize(
    ("authors", "count", "shown"),
    [
        ("Ada Lovelace; Bo Li", None, "Ada Lovelace, Bo Li ·"),
        ("A B; C D; E F; G H", None, "A B, C D, E F, G H ·"),
        ("A B; C D; E F; G H; I J", None, "A B, C D, E F and 2 more ·"),
        ("", 7, "<p>7 authors ·"),
        ("", 1, "<p>1 author ·"),
        ("", None, "<p>1 May 2024"),
    ],
)
def test_the_byline(authors: str, count: int | None, shown: str) -> None:
    assert shown in rendered(site(record("x", authors, author_count=count)))["papers/index.html"]


def test_a_kept_row_links_rightly_at_every_depth() -> None:
    tree = rendered(site(record("x", "Bo Li")))
    assert "href=../papers/x/>" in tree["papers/index.html"]
    assert "href=../../papers/x/>" in tree["authors/bo-li/index.html"]
    assert "href=../../papers/x/>" in tree["months/2024-05/index.html"]


def author_page(*years: str) -> str:
    tree = rendered(site(*(record(f"p{at}", "Bo Li; Ann Ox", date=year) for at, year in enumerate(years))))
    return tree["authors/bo-li/index.html"]


def test_an_author_page_counts_coauthors_and_plots_three_years_of_five_papers() -> None:
    page = author_page("2019", "2021", "2021", "2021", "2022")
    assert 'aria-label="Papers per year. 2019: 1, 2021: 3, 2022: 1"' in page
    assert "<a href=../ann-ox/>Ann Ox</a> 5" in page
    assert "<svg" not in author_page("2021", "2021", "2021", "2022", "2022")


def test_an_author_page_of_few_papers_is_a_plain_list() -> None:
    assert "<h2>2" not in author_page(*["2019"] * 9)
    assert "<h2>2019</h2>" in author_page(*["2019"] * 10)
    assert "<svg" not in author_page("2019", "2020", "2021", "2022")
    assert "class=count" in author_page("2019", "2020")
    assert "class=count" not in author_page("2019")


@pytest.fixture
def large_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", 1)


LONG_ID = "an-id-of-sixty-characters-as-many-a-title-gives-to-a-record-"


@pytest.mark.usefixtures("large_archive")
def test_small_pages_of_a_large_archive_are_small() -> None:
    tree = rendered(site(record(LONG_ID, "Bo Li", title="T" * 75, abstract="A" * 500)))
    assert len(tree["authors/bo-li/index.html"]) <= 1_030
    assert len(tree[f"papers/{LONG_ID}/index.html"]) <= 3_120


@pytest.mark.usefixtures("large_archive")
def test_pages_of_a_large_archive_say_once_what_others_say() -> None:
    tree = rendered(full())
    assert "class=citation" not in tree["papers/whole/index.html"]
    assert "<a href=whole.json>" in tree["papers/whole/index.html"]
    for period in ("weeks/2024-W52", "months/2024-12"):
        page = tree[f"{period}/index.html"]
        assert "<li><a href=../../days/2024-12-25/>25 December 2024</a> 1" in page
        assert "../../papers/whole/" not in page
    assert "<a href=../../months/2024-12/>" in tree["years/2024/index.html"]


@pytest.mark.usefixtures("large_archive")
def test_the_list_of_a_large_archive_leads_on_to_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers_page, "TURNED", 1)
    papers = [record(f"p{at}", added=f"{2020 + at}-01-01") for at in range(5)]
    tree = rendered(site(*papers, config=replace(CONFIG, per_page=2)))
    page = tree["papers/index.html"]
    assert "papers/page/2/index.html" not in tree
    assert re.findall(r"<a href=../papers/(\w+)/>", page) == ["p4", "p3"]
    assert re.findall(r"<a href=../years/(\d+)/>", page) == ["2024", "2023", "2022", "2021", "2020"]
    assert "<p class=count>5 papers</p>" in page


def test_the_abstract_is_the_text_that_scripts_find_on_a_page() -> None:
    page = rendered(full())["papers/whole/index.html"]
    [abstract, notes] = re.findall(r"<h2>(\w+)</h2>(?:<img[^>]*>)?<div class=text>", page)
    assert (abstract, notes) == ("Abstract", "Notes")


@pytest.mark.parametrize(
    ("license", "link"),
    [
        ("CC-BY-4.0", 'href="https://creativecommons.org/licenses/by/4.0/"'),
        ("javascript://%0aalert(1)", "<dd>javascript://%0aalert(1)"),
    ],
)
def test_only_web_addresses_become_links(license: str, link: str) -> None:
    page = rendered(site(record("x", license=license)))["papers/x/index.html"]
    assert link in page
    assert 'href="javascript:' not in page


def test_links_of_abstracts_lead_from_every_list_to_where_they_lead_from_the_papers_page() -> None:
    papers = [record(f"p{n}", abstract="See [it](../p1/), [her](../../authors/ann-bo/).") for n in (1, 2)]
    tree = pages(rendered(site(*papers)))
    shown = 0
    for path, text in tree.items():
        found = re.findall(r'href="([^"]*)">(it|her)<', text)
        shown += len(found)
        for address, name in found:
            leads = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
            assert leads == {"it": "papers/p1", "her": "authors/ann-bo"}[name], (path, address)
    assert shown > 4
