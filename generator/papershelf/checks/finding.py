"""What a check gives back: a mistake and the field it is in, without its place in the file yet."""

from dataclasses import dataclass

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
