"""The harness itself: the server behaves as GitHub Pages does, and the browser's mistakes come out."""

import gzip
import http.client
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages_server import ServedSite
from tests.browser.watched import BrowserLog
from tests.conftest import Serve


@pytest.fixture
def site(tmp_path: Path, serve: Serve) -> ServedSite:
    """A site of a few files."""
    files = {
        "index.html": "<!doctype html><title>Home</title><link rel=icon href=data:,>",
        "404.html": "<!doctype html><title>Missing</title>",
        "papers/index.html": "<!doctype html><title>Papers</title>",
        "about.html": "<!doctype html><title>About</title>",
        "search/a.bin": "0" * 1000,
        "data.json": '{"a": "' + "0" * 1000 + '"}',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return serve(tmp_path)


def get(site: ServedSite, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of one GET request."""
    connection = http.client.HTTPConnection(site.url.split("/")[2])
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", **names})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/archive/", 200),
        ("/archive/papers/", 200),
        ("/archive/about", 200),
        ("/archive/about.html", 200),
        ("/archive/papers", 301),
        ("/archive", 301),
        ("/archive/missing/", 404),
        ("/archive/search/", 404),
        ("/archive/../archive/index.html", 404),
        ("/", 404),
    ],
)
def test_addresses(site: ServedSite, path: str, status: int) -> None:
    assert get(site, path)[0] == status


def test_redirects_to_the_folder_and_shows_its_own_404(site: ServedSite) -> None:
    assert get(site, "/archive/papers")[1]["location"] == "/archive/papers/"
    assert b"Missing" in gzip.decompress(get(site, "/archive/nothing")[2])
    assert get(site, "/elsewhere")[2] == b"Not found\n"


def test_text_is_compressed_and_bin_is_not(site: ServedSite) -> None:
    _, headers, body = get(site, "/archive/data.json")
    assert headers["content-encoding"] == "gzip"
    assert len(body) < 100
    _, headers, body = get(site, "/archive/search/a.bin")
    assert "content-encoding" not in headers
    assert len(body) == 1000
    assert [answer.size < 100 for answer in site.log] == [True, False]


def test_an_unchanged_file_is_not_sent_twice(site: ServedSite) -> None:
    tag = get(site, "/archive/")[1]["etag"]
    assert get(site, "/archive/", If_None_Match=tag)[0] == 304


@pytest.mark.browser
def test_a_page_opens_without_a_word(page: Page, site: ServedSite) -> None:
    page.goto(site.url)
    assert page.title() == "Home"


@pytest.mark.browser
def test_mistakes_in_the_browser_are_written_down(
    page: Page, site: ServedSite, browser_log: BrowserLog
) -> None:
    worker = "URL.createObjectURL(new Blob(['console.error(\"from a worker\")'], {type: 'text/javascript'}))"
    (site.root / "bad.html").write_text(
        # An icon of its own, or the browser asks for one, sooner or later, and is told that there is none.
        "<!doctype html><title>Bad</title><link rel=icon href='data:,'><script src='https://example.com/x.js'></script>"
        f"<script>console.error('spoken'); new Worker({worker})</script>"
        "<script>throw Error('thrown')</script>"
    )
    page.goto(site.url + "bad.html")
    page.wait_for_timeout(200)
    said = " ".join(browser_log.errors)
    assert "spoken" in said
    assert "thrown" in said
    assert "from a worker" in said
    assert browser_log.foreign == ["https://example.com/x.js"]
    browser_log.clear()
