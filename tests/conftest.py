"""Shared fixtures: small archives, the demo site, a server like GitHub Pages, a watched Chromium."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.archive import write_archive
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.pages_server import ServedSite, serve_pages
from tests.browser.watched import BrowserLog, watch
from tests.stress import examples

ROOT = Path(__file__).resolve().parent.parent
SITE_YAML = "title: Test archive\nurl: https://example.org/archive/\n"

# How long an example takes is for the machine to say, not for a test.
settings.register_profile("papershelf", deadline=None, max_examples=examples(100), print_blob=True)
settings.load_profile("papershelf")

MakeArchive = Callable[[Mapping[str, str | bytes]], Path]
Serve = Callable[[Path], ServedSite]
NewPage = Callable[..., Page]


@pytest.fixture
def archive(tmp_path: Path) -> MakeArchive:
    """Writes `{path: text or bytes}` as an archive, with a plain site.yaml unless given; gives its folder.

    Called again it adds to the same archive, so a test can build, edit and build again.
    """
    root = tmp_path / "archive"

    def write(files: Mapping[str, str | bytes]) -> Path:
        for path, content in {"site.yaml": SITE_YAML, **files}.items():
            if path == "site.yaml" and path not in files and (root / path).exists():
                continue
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the made-up archive of `tests/browser/archive.py`, built once; tests must not change it."""
    base = tmp_path_factory.getbasetemp()
    folder = base if worker_id == "master" else base.parent
    site, output = folder / "demo-archive", folder / "demo-output"
    with FileLock(folder / "demo.lock"):
        if not output.exists():
            write_archive(site)
            command = [
                sys.executable,
                "-m",
                "papershelf",
                "build",
                "--site",
                str(site),
                "--output",
                str(output),
            ]
            subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
    return output


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a folder below /archive/ as GitHub Pages does, until the test ends."""
    with ExitStack() as stack:
        yield lambda root: stack.enter_context(serve_pages(root))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def browser_log() -> Iterator[BrowserLog]:
    """What goes wrong in this test's pages; anything left in it at the end fails the test."""
    log = BrowserLog()
    yield log
    assert log.errors == []
    assert log.foreign == []


@pytest.fixture
def new_page(browser: Browser, browser_log: BrowserLog) -> Iterator[NewPage]:
    """Opens a page in a fresh, empty profile; keywords are those of Playwright's `Browser.new_context`."""
    with ExitStack() as stack:

        def open_page(**options: Any) -> Page:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            watch(context, browser_log)
            return context.new_page()

        yield open_page


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page of 1280 x 900 pixels in a fresh profile."""
    return new_page()
