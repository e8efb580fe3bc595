"""Ranges that end before they begin: pages, events."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.checks.people import VENUES
from papershelf.content.load import Content
from papershelf.model.record_parts import Event

_PAGES = re.compile(r"(\d+)\s*[-–—]+\s*(\d+)")


def check(content: Content) -> Iterator[Finding]:
    """Check each range."""
    for record in content.records:
        # "1123-31" is short for "1123-1131", so only equally long numbers are compared.
        pages = _PAGES.fullmatch(record.pages) if record.pages else None
        if pages and len(pages[1]) == len(pages[2]) and int(pages[1]) > int(pages[2]):
            message = f"pages: {record.pages} end before they begin"
            yield warning(record, ("pages",), message, f"write {pages[2]}-{pages[1]}?")
        if message := _backwards(record.event):
            yield error(record, ("event", "end"), message, "exchange them")
    for venue in content.venues:
        for index, volume in enumerate(venue.volumes):
            if message := _backwards(volume.event):
                place = (venue.slug, "volumes", index, "event", "end")
                yield Finding(path=VENUES, field=place, message=message, advice="exchange them")


def _backwards(event: Event | None) -> str:
    if event and event.end and event.start and event.end < event.start[: len(event.end)]:
        return f"event.end: {event.end} is before the start, {event.start}"
    return ""
