"""The manifest: what stands in ``output/``, and what it was made from. Written last, after everything it names."""

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from papershelf.lib.files import seal, unseal, write_atomically
from papershelf.problems import Location, Problem, Severity

_FORMAT = 7  # raise it with every change of what is stored


class Row(NamedTuple):
    """One file in ``output/``."""

    key: bytes
    """Fingerprint of the output as planned; of its bytes for a file of a bundle."""
    size: int
    """Bytes written."""
    mtime: int
    """Modification time in nanoseconds when it was written: a different one now means somebody touched the file."""


class PartEntry(NamedTuple):
    """What one part of the plan left in ``output/``, packed: most builds need to unpack few of a thousand parts."""

    input_digest: bytes
    """The part's, when it was planned."""
    files: int
    """How many."""
    paths: bytes
    """Marshalled list of their paths."""
    rows: bytes
    """Marshalled list of their rows, as tuples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one build left in ``output/``."""

    code: bytes = b""
    """Digest of the generator and the libraries it renders with."""
    settings: bytes = b""
    """Fingerprint of what every layout may read besides its page."""
    state: bytes = b""
    """See ``stat_scan.state_digest``; empty where a quick answer is not to be given."""
    sources: bytes = b""
    """Digest of the text of all layouts: while it is the same, so are their closures."""
    layouts: dict[str, bytes] = field(default_factory=dict)
    """Layout -> digest of its closure."""
    parts: dict[str, PartEntry] = field(default_factory=dict)
    """Name of a part or bundle -> what it left."""
    unknown_files: tuple[str, ...] = ()
    """Some files in ``output/`` that no build is known to have written."""
    warnings: tuple[Problem, ...] = ()
    """What every build of this content warns of, so that a quick answer can say it too."""


def pack(input_digest: bytes, rows: Mapping[str, Row]) -> PartEntry:
    """Pack the files of a part."""
    # Version 2 of marshal writes no references, so that equal lists give equal bytes.
    paths, values = marshal.dumps(list(rows), 2), marshal.dumps([tuple(row) for row in rows.values()], 2)
    return PartEntry(input_digest, len(rows), paths, values)


def paths(entry: PartEntry) -> list[str]:
    """Return the paths of a part's files."""
    found: list[str] = marshal.loads(entry.paths)
    return found


def entries(entry: PartEntry) -> Iterator[tuple[str, tuple[bytes, int, int]]]:
    """Return the files of a part with their rows as bare tuples: no objects for a look at half a million."""
    return zip(paths(entry), marshal.loads(entry.rows), strict=True)


def unpack(entry: PartEntry) -> dict[str, Row]:
    """Return the files of a part."""
    return {path: Row._make(row) for path, row in entries(entry)}


def to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest's stored form: marshalled tuples, sealed."""
    body = marshal.dumps(
        (
            _FORMAT,
            manifest.code,
            manifest.settings,
            manifest.state,
            manifest.sources,
            manifest.layouts,
            {name: tuple(entry) for name, entry in manifest.parts.items()},
            list(manifest.unknown_files),
            [_problem_row(problem) for problem in manifest.warnings],
        )
    )
    return seal(body)


def from_bytes(data: bytes) -> Manifest:
    """Read a stored manifest; a damaged or older one gives the empty manifest, which makes the build a clean one."""
    if not (body := unseal(data)):
        return Manifest()
    stored = marshal.loads(body)
    if stored[0] != _FORMAT:
        return Manifest()
    _, code, settings, state, sources, layouts, parts, unknown_files, warnings = stored
    return Manifest(
        code=code,
        settings=settings,
        state=state,
        sources=sources,
        layouts=layouts,
        parts={name: PartEntry._make(entry) for name, entry in parts.items()},
        unknown_files=tuple(unknown_files),
        warnings=tuple(_problem(*row) for row in warnings),
    )


def _problem_row(problem: Problem) -> tuple[str | int, ...]:
    place = problem.location
    told = (problem.message, problem.advice, problem.excerpt, problem.code)
    return (place.path, place.line, place.column, *told)


def _problem(
    path: str, line: int, column: int, message: str, advice: str, excerpt: str, code: str
) -> Problem:
    return Problem(
        location=Location(path=path, line=line, column=column),
        message=message,
        advice=advice,
        excerpt=excerpt,
        severity=Severity.WARNING,
        code=code,
    )


def read(path: Path) -> Manifest:
    """Read the manifest file; a missing one gives the empty manifest."""
    try:
        return from_bytes(path.read_bytes())
    except OSError:
        return Manifest()


def write(path: Path, manifest: Manifest) -> None:
    """Write the manifest file, whole or not at all."""
    write_atomically(path, to_bytes(manifest))
