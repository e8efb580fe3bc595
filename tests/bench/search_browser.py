"""Runs engines and the search page in Chromium: the ten best papers, milliseconds, bytes on the wire."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.search_engines import Engine
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.pages_server import ServedSite, serve_pages

ASK = """async ([script, text]) => {
  const begun = performance.now();
  window.ask ??= await (await import(script)).open();
  const ids = await ask(text);
  return [ids, performance.now() - begun];
}"""

# Notes when the first result is in the page, and asks the server for a name that marks the place in its log.
WATCH = """new MutationObserver((_, observer) => {
  if (!document.querySelector("#search-list li")) return;
  observer.disconnect();
  window.firstResult = performance.now();
  fetch("first-result");
}).observe(document, { childList: true, subtree: true });"""

TYPE = """(text) => new Promise((resolve) => {
  const begun = performance.now(), list = document.getElementById("search-list"), box = document.getElementById("q");
  new MutationObserver((_, observer) => {
    observer.disconnect();
    resolve(performance.now() - begun);
  }).observe(list, { childList: true });
  box.value = text;
  box.dispatchEvent(new Event("input"));
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one query gave and cost."""

    best: list[str]
    milliseconds: float
    bytes: int
    """Of the bodies sent for it, compressed as a static host does."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Return a browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


def cold(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[Answer]:
    """Answer each query in a browser that knows nothing yet."""
    return [answer for query in queries for answer in warm(browser, engine, [query])]


def warm(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[Answer]:
    """Answer the queries one after the other in one page."""
    with serve_pages(engine.folder) as site, _opened(browser, site, "empty.html") as page:
        return [_asked(page, site, engine, query) for query in queries]


def cold_page(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[Answer]:
    """Open the search page with each query, in a browser that knows nothing yet, until its first result is
    shown."""
    answers = []
    for query in queries:
        with serve_pages(engine.folder) as site, _opened(browser, site, "empty.html") as page:
            page.add_init_script(WATCH)
            begin = len(site.log)
            page.goto(f"{site.url}search/?q={quote(query)}", wait_until="networkidle")
            sent = site.log[begin:]
            end = [answer.path.endswith("first-result") for answer in sent].index(True)
            milliseconds = page.evaluate("firstResult")
            size = sum(answer.size for answer in sent[:end])
            answers.append(Answer(best=[], milliseconds=milliseconds, bytes=size))
    return answers


def warm_page(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[float]:
    """Type the queries into one search page; give the milliseconds until each one's results are shown, the
    page's pause after a key among them."""
    with serve_pages(engine.folder) as site, _opened(browser, site, "search/?q=learning") as page:
        page.wait_for_load_state("networkidle")
        return [page.evaluate(TYPE, query) for query in queries]


@contextmanager
def _opened(browser: Browser, site: ServedSite, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.url + address)
    yield page
    context.close()


def _asked(page: Page, site: ServedSite, engine: Engine, query: str) -> Answer:
    before = site.bytes_sent
    script = f"{site.url}engine.js{engine.variant}"
    best, milliseconds = page.evaluate(ASK, [script, query])
    return Answer(best=best, milliseconds=milliseconds, bytes=site.bytes_sent - before)
