"""Ranges that end before they begin: pages, events."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content

_PAGES = re.compile(r"(\d+)\s*[-–—]+\s*(\d+)")


def check(content: Content) -> Iterator[Finding]:
    """Check each range."""
    for record in content.records:
        # "1123-31" is short for "1123-1131", so only equally long numbers are compared.
        pages = _PAGES.fullmatch(record.pages) if record.pages else None
        if pages and len(pages[1]) == len(pages[2]) and int(pages[1]) > int(pages[2]):
            message = f"pages: {record.pages} end before they begin"
            yield warning(record, ("pages",), message, f"write {pages[2]}-{pages[1]}?")
        event = record.event
        if event and event.end and event.start and event.end < event.start[: len(event.end)]:
            message = f"event.end: {event.end} is before the start, {event.start}"
            yield error(record, ("event", "end"), message, "exchange them")
