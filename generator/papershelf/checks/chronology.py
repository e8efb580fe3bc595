"""Dates that cannot be: far in the future, or before what must come first."""

from collections.abc import Iterator
from datetime import date

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content

YEARS_AHEAD = 2  # proceedings are announced so long before they appear


def check(content: Content) -> Iterator[Finding]:
    """Compare dates with today's, which reaches no output, and with one another."""
    last = f"{date.today().year + YEARS_AHEAD}-12-31"
    for record in content.records:
        for name in ("date", "added", "updated"):
            value = getattr(record, name)
            if value > last:
                yield warning(record, (name,), f"{name}: {value} lies in the future", "correct the year")
        if record.updated and record.updated < record.date[: len(record.updated)]:
            message = f"updated: {record.updated} is before the date, {record.date}"
            yield warning(record, ("updated",), message, "exchange them, or leave updated out")
