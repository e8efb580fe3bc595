"""Dates in any form that sources write, as partial ISO dates."""

import re
from datetime import UTC, datetime
from typing import Any

from papershelf.model import dates

_MONTHS = {name[:3].lower(): number for number, name in enumerate(dates.MONTHS, 1)}
_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_ISO = re.compile(r"(?P<year>\d{4})[a-z]?(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?!\d)")
_FORMS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH},?[ -]+(?P<year>\d{{4}})"),
    re.compile(
        rf"{_MONTH} +(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: *[-–/] *(?:[^\W\d_]+ +)?\d{{1,2}})?,? +(?P<year>\d{{4}})"
    ),
    re.compile(rf"{_MONTH}(?:[ /–-]+[^\W\d_]+)?,? +(?P<year>\d{{4}})"),
    re.compile(rf"(?P<year>\d{{4}}),? +{_MONTH}(?: +(?P<day>\d{{1,2}}))?"),
)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_BUDDHIST = range(2400, 2700)  # years of the Thai calendar, 543 ahead of ours
EARLIEST = 1000
LATEST = 10**9
"""A greater number is no year but milliseconds."""


def read_date(value: Any) -> str:
    """Return what a source gives as a date as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty where it says none.

    Takes a text (``13 August 2017``, ``2019-09-22T00:00:00Z``, ``2020a``, ``Spring 1989``), a year, lists of parts as
    CSL and Crossref have them (``[[2019, 9, 22]]``, ``[[null]]``), mappings that hold any of these, and milliseconds
    since 1970. Of a range it is the start; what is no month or day is left out.
    """
    if isinstance(value, dict):
        return next(
            (
                date
                for key in ("date-parts", "iso-8601", "raw", "literal", "date-time")
                if (date := read_date(value.get(key)))
            ),
            "",
        )
    if isinstance(value, list | tuple):
        if value and isinstance(value[0], list | tuple | dict):
            return read_date(value[0])
        return _from_parts(*(str(part) if part is not None else "" for part in (*value[:3], "")[:3]))
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return _from_milliseconds(value) if value > LATEST else _from_parts(str(value).partition(".")[0])
    return _from_text(str(value).strip())


def _from_milliseconds(value: float) -> str:
    try:
        return datetime.fromtimestamp(value / 1000, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _from_text(text: str) -> str:
    for form in _FORMS:
        if (match := form.search(text)) and (month := _MONTHS.get(match["month"][:3].lower())):
            return _from_parts(match["year"], str(month), match.groupdict().get("day") or "")
    if match := _ISO.match(text):
        return _from_parts(match["year"], match["month"] or "", match["day"] or "")
    if match := _COMPACT.fullmatch(text):
        return _from_parts(*match.groups())
    year = _YEAR.search(text)
    return year[1] if year else ""


def _from_parts(year: str, month: str = "", day: str = "") -> str:
    """Return the date of the parts that are one: ``2019``, ``0`` gives the year."""
    if not re.fullmatch(r"\d{4}", year, re.ASCII) or int(year) < EARLIEST:
        return ""
    if int(year) in _BUDDHIST:
        year = str(int(year) - 543)
    month = str(_MONTHS.get(month[:3].lower(), month))
    for text in (f"{year}-{month:0>2}-{day:0>2}", f"{year}-{month:0>2}"):
        try:
            return dates.check(text)
        except ValueError:
            continue
    return year
