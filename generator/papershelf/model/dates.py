"""Partial dates: ``2024``, ``2024-05`` or ``2024-05-03``, kept as ISO 8601 text, which sorts as dates do."""

import re
from collections.abc import Callable
from datetime import date

from papershelf.lib.fields import Meant

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_FORMS = "YYYY, YYYY-MM or YYYY-MM-DD"
PATTERN = r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"
"""Form of a partial date for JSON Schema; that February is short is beyond it."""
MONTHS = (
    "January February March April May June July August September October November December".split()
)  # English on purpose: never the machine's locale


def check(text: str) -> str:
    """Return ``text`` where it is a partial date; raise ``ValueError`` with the reason where it is not."""
    match = _FORM.fullmatch(text)
    if not match:
        message = f"{text!r} is not a date ({_wanted(text)})"
        meant = written_otherwise(text)
        raise Meant(message, meant) if meant else ValueError(message)
    if not _exists(*match.groups()):
        raise ValueError(f"{text} is not a day of the calendar ({_last_day(text)}want {_FORMS})")
    return text


def _wanted(text: str) -> str:
    """Return what may be meant by a text that is no date."""
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip(), re.ASCII):
        first, second, year = match.groups()
        days = [
            f"{year}-{month:0>2}-{day:0>2}"
            for month, day in ((second, first), (first, second))
            if _exists(year, month, day)
        ]
        if days:
            return "write " + " or ".join(dict.fromkeys(days))
    if re.fullmatch(r"(?i)in press|to appear|forthcoming|accepted", text.strip()):
        return "write the year in which it will, and status: accepted"
    return f"want {_FORMS}"


def _last_day(text: str) -> str:
    """Return the last day of the month of a date that has none such, as the beginning of what is wanted."""
    for day in ("30", "29", "28"):
        if _exists(text[:4], text[5:7], day) and text[8:] > day:
            return f"the month ends on {text[:8]}{day}; "
    return ""


def written_otherwise(text: str) -> str:
    """Return as a partial date what is one in another form: ``13 August 2017``, ``Aug 2017``, ``2020-1-5``.

    Return an empty text where the form leaves a doubt, as in ``3/4/2017``.
    """
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[,.]", " ", text.strip().partition("T")[0]).split()
    months = [name.lower() for name in MONTHS]
    named = [number for number, name in enumerate(months, 1) for word in words if _is_month(word, name)]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    years = [word for word in numbers if len(word) == 4]
    days = [word for word in numbers if len(word) < 3]
    if match := re.fullmatch(
        r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text.strip().partition("T")[0], re.ASCII
    ):
        year, month, day = match.groups()
    elif len(named) == len(years) == 1 and len(words) == 2 + len(days) and len(days) < 2:
        year, month, day = years[0], str(named[0]), days[0] if days else None
    else:
        return ""
    if not _exists(year, month, day):
        return ""
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _is_month(word: str, name: str) -> bool:
    return len(word) >= 3 and name.startswith(word.lower())


def _exists(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def first_day(text: str) -> str:
    """Return the first day of a partial date as ``YYYY-MM-DD``."""
    return text + "-01-01"[: 10 - len(text)] if len(text) == 4 else text + "-01" if len(text) == 7 else text


def is_day(text: str) -> bool:
    """Return whether a partial date tells the day."""
    return len(text) == 10


def week(text: str) -> str:
    """Return the ISO 8601 week of a partial date: ``2024-12-25`` is in ``2024-W52``, ``2024-12`` in none."""
    if not is_day(text):
        return ""
    year, number, _ = date.fromisoformat(text).isocalendar()
    return f"{year:04d}-W{number:02d}"


PERIODS: dict[str, Callable[[str], str]] = {
    "day": lambda text: text if is_day(text) else "",
    "week": week,
    "month": lambda text: text[:7] if len(text) > 4 else "",
    "year": lambda text: text[:4],
}
"""Periods that have a page each, by their rows of ``routes.ROUTES``, shortest first -> the period's name of a partial
date, empty where that is not so exact."""


def kind(text: str) -> str:
    """Return how exact a partial date is, as a row of ``PERIODS``: ``day``, ``month`` or ``year``."""
    return {10: "day", 7: "month", 4: "year"}[len(text)]


def spoken(text: str) -> str:
    """Return a partial date as people write it: ``25 December 2024``, ``December 2024``, ``2024``."""
    year, *rest = text.split("-")
    month = MONTHS[int(rest[0]) - 1] + " " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"
