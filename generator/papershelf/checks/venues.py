"""Venue texts that hold more than a name and a year, so that their papers are filed apart from the others."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content
from papershelf.lib.yaml import scalar

_SHORT_YEAR = re.compile(r"(.*\w)\s?['’](\d\d)")
_BEHIND_YEAR = re.compile(
    r"(.{1,300}?\b(?:19|20)\d\d)\s*[,:;-]?\s*(\(.+\)|\[.+\]|(?i:oral|poster|spotlight).*)"
)


def check(content: Content) -> Iterator[Finding]:
    """Look at each venue that ``venues.yaml`` does not have as it is written."""
    spelled = {alias for venue in content.venues for alias in (venue.title, venue.short, *venue.aliases)}
    for record in content.records:
        text = record.venue
        if not text or text in spelled or not ("'" in text or "’" in text or text[-1] not in "0123456789"):
            continue
        if match := _SHORT_YEAR.fullmatch(text):
            new = scalar(f"{match[1]} {'19' if match[2] > '50' else '20'}{match[2]}")
            message = f"venue: {text!r} has no year in four digits"
            yield warning(record, ("venue",), message, f"write venue: {new}", new)
        elif match := _BEHIND_YEAR.fullmatch(text):
            message = f"venue: {match[2]!r} stands behind the year"
            advice = f"write venue: {scalar(match[1])}; a prize or kind of talk goes into awards or note"
            yield warning(record, ("venue",), message, advice)
