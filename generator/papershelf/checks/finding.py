"""What a check gives back: a mistake and the field it is in, without its place in the file yet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from papershelf.lib.yaml import scalar
from papershelf.model.record import Record
from papershelf.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mistake found between or inside records that are each well formed."""

    path: str
    """Content file."""
    field: tuple[str | int, ...]
    """Keys and list positions that lead to the value; empty for the record as a whole."""
    message: str
    advice: str = ""
    severity: Severity = Severity.ERROR
    record_id: str = ""
    """Which record of a file that holds several."""
    new: str | None = None
    """Where it is certain what was meant: YAML to put in the place of the field's value."""


Kind: TypeAlias = tuple[re.Pattern[str], str, str, Callable[[re.Match[str]], str] | None]
"""What a whole text can be that it should not: pattern, what is wrong, advice, and what is certainly meant."""


def first_fault(text: str, kinds: Iterable[Kind]) -> tuple[str, str, str | None] | None:
    """Return message, advice and YAML to write instead, if certain, for the first kind that a text is; else None."""
    for pattern, what, advice, meant in kinds:
        if match := pattern.fullmatch(text):
            left = meant(match) if meant else ""
            new = scalar(left) if left else None
            return f"{text!r} {what}", f"{advice}: {new}" if new else advice, new
    return None


def error(
    record: Record, field: tuple[str | int, ...], message: str, advice: str = "", new: str | None = None
) -> Finding:
    """Return an error in a record."""
    return Finding(
        path=record.source, field=field, message=message, advice=advice, record_id=record.id, new=new
    )


def warning(
    record: Record, field: tuple[str | int, ...], message: str, advice: str = "", new: str | None = None
) -> Finding:
    """Return a warning about a record: most likely a mistake, but it could be meant."""
    return Finding(
        path=record.source,
        field=field,
        message=message,
        advice=advice,
        severity=Severity.WARNING,
        record_id=record.id,
        new=new,
    )


def warning_at(path: str, field: tuple[str | int, ...], message: str, advice: str) -> Finding:
    """Return a warning about a content file that holds no records."""
    return Finding(path=path, field=field, message=message, advice=advice, severity=Severity.WARNING)
