"""What readers of sources give: papers in the words of a record file, not cleaned yet, and what cannot be one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from papershelf.lib.text import printable
from papershelf.problems import Location, Problem, Severity

Values: TypeAlias = dict[str, Any]
"""Keys of a record file, each with whatever the source says: texts with markup, dates in any form, nulls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file, or the answer of a service."""

    path: str
    """Path or address, as problems name it."""
    data: bytes
    columns: Mapping[str, str] = field(default_factory=dict)
    """Of a table: column -> key of a record, where the two differ."""
    year: str = ""
    """Year of what names none."""
    above: bytes = b""
    """The file that tells of all files in its folder, where its kind has such one (see ``Source.above``)."""
    is_answer: bool = False
    """Whether a service gave it: half an answer is none, while of a file all is read that can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as a source tells it."""

    location: Location
    values: Values
    venue: Mapping[str, Any] = field(default_factory=dict)
    """What the source says of the paper's venue: keys of an entry of ``venues.yaml``."""
    is_markdown: bool = False
    """Whether stars and underscores in its abstract are meant as Markdown."""
    is_record: bool = False
    """Whether the values are those of a record, written by Papershelf: nothing is to be cleaned."""


Found: TypeAlias = Iterator[Entry | Problem]
"""What a reader gives: entries, and problems for what it had to leave out."""


def skipped(path: str, line: int, reason: str, excerpt: str = "") -> Problem:
    """Return the problem of an entry that cannot be taken."""
    return _problem(path, line, reason, excerpt, Severity.ERROR)


def remark(location: Location, message: str) -> Problem:
    """Return a word about something in an entry that was left out or changed."""
    return _problem(location.path, location.line, message, "", Severity.WARNING)


def _problem(path: str, line: int, message: str, excerpt: str, severity: Severity) -> Problem:
    return Problem(
        location=Location(path=printable(path, 1_000), line=line),
        message=printable(message, 300),
        excerpt=printable(excerpt, 300),
        severity=severity,
    )
