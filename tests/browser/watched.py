"""A browser page whose mistakes are written down: console errors, exceptions, requests to other hosts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request


@dataclass(frozen=True, slots=True)
class BrowserLog:
    """What went wrong in the browser; a test that expects an entry removes it."""

    errors: list[str] = field(default_factory=list)
    """Console errors and warnings, and exceptions nobody caught, of pages and workers."""
    foreign: list[str] = field(default_factory=list)
    """Addresses asked of any host but the one that serves the site."""

    def clear(self) -> None:
        """Forget everything so far."""
        self.errors.clear()
        self.foreign.clear()


def watch(context: BrowserContext, log: BrowserLog) -> None:
    """Write down in `log` what happens on every page of `context`, those opened later included."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            log.errors.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def on_request(request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1" and not request.url.startswith(("data:", "blob:")):
            log.foreign.append(request.url)

    def on_page(page: Page) -> None:
        page.on("pageerror", lambda error: log.errors.append(f"exception: {error}"))

    context.on("console", on_console)
    context.on("request", on_request)
    context.on("page", on_page)


def wait_until(page: Page, happened: Callable[[], bool]) -> None:
    """Let the page go on until something happened; fails after ten seconds."""
    for _ in range(1000):
        if happened():
            return
        page.wait_for_timeout(10)
    raise AssertionError("it did not happen within ten seconds")
