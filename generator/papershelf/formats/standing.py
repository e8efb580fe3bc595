"""A paper's standing in words: that it was retracted or corrected travels with every reference to it."""

from papershelf.markup.line import plain
from papershelf.model.record import Record

TOLD = ("corrected", "retracted", "withdrawn")
"""What a reader must know of a paper; that one is published or accepted goes without saying."""


def standing(record: Record) -> str:
    """Return a record's notices, else its status where that must be told, as plain text; empty for most."""
    said = [
        f"{notice.kind.replace('-', ' ').capitalize()}{f', {notice.date}' if notice.date else ''}"
        f"{f': {plain(notice.text)}' if notice.text else ''}{f' {notice.url}' if notice.url else ''}"
        for notice in record.notices
    ]
    if record.status in TOLD and not any(notice.kind == "retraction" for notice in record.notices):
        said.insert(0, record.status.capitalize())
    return "; ".join(said)


def note(record: Record) -> str:
    """Return a record's note with its standing behind it, for formats that have one note, as plain text."""
    own, told = plain(record.note), standing(record)
    if not own or not told:
        return own or told
    return f"{own} {told}" if own[-1] in ".?!" else f"{own}. {told}"
