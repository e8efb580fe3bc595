"""All record files: changed ones are parsed, in parallel where asked; the others come from the store."""

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from papershelf.content.parse import parse
from papershelf.content.source import Found, Kind, on_disk, unreadable
from papershelf.content.store import StatCache, Store, trusted_digest
from papershelf.lib.digest import digest
from papershelf.lib.rows import Row, from_row, to_row
from papershelf.model.record import Record
from papershelf.problems import Problem

CHUNK = 250  # files that a worker takes at a time

Task: TypeAlias = tuple[tuple[str, str, bytes], ...]
"""Record files: (path, file on disk, digest under which the store knows it or an empty one)."""
Run: TypeAlias = Callable[[Callable[[Task], Any], Sequence[Task]], Iterable[Any]]
"""Maps a function over tasks, perhaps in other processes; the results come in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records of an archive, and what the store is to remember of their files."""

    began: int
    """See ``Found``."""
    stat_cache: StatCache
    by_path: dict[str, tuple[Record, ...]]
    """Records of each source file, in its order."""
    parsed: dict[str, tuple[Row, ...]]
    """Rows of those that were parsed now."""
    problems: tuple[Problem, ...]


def read_records(found: Found, old: Store, run: Run, before: Records | None) -> Records:
    """Read the record files among the sources; those that stand in ``before`` need not come from the store."""
    sources = [source for source in found.sources if source.kind is Kind.RECORD]
    make = from_row(Record)
    past = before or old
    by_path = before.by_path if before else {path: tuple(map(make, rows)) for path, rows in old.rows()}
    digests: dict[str, bytes] = {}
    pending: list[tuple[str, str, bytes]] = []
    for source in sources:
        path = source.path
        if cached := path in by_path and trusted_digest(source, past.stat_cache, past.began):
            digests[path] = cached
        else:
            file = on_disk(path, found.root, found.content)
            pending.append((path, file, past.stat_cache[path][1] if path in by_path else b""))
    parsed: dict[str, tuple[Row, ...]] = {}
    problems: list[Problem] = []
    tasks = [tuple(pending[start : start + CHUNK]) for start in range(0, len(pending), CHUNK)]
    for packed, complaints in run(parse_files, tasks):
        problems += complaints
        for path, content_digest, rows in marshal.loads(packed):
            digests[path] = content_digest
            if rows is not None:
                parsed[path] = rows
    stat_cache = {
        source.path: (source.stat, digests[source.path]) for source in sources if source.path in digests
    }
    return Records(
        began=found.began,
        stat_cache=stat_cache,
        by_path={
            path: tuple(map(make, parsed[path])) if path in parsed else by_path[path] for path in stat_cache
        },
        parsed=parsed,
        problems=tuple(problems),
    )


def rows_of(records: Records, path: str) -> tuple[Row, ...]:
    """Return the rows of a record file's records, for the store."""
    return records.parsed.get(path) or tuple(map(to_row(Record), records.by_path[path]))


def parse_files(task: Task) -> tuple[bytes, list[Problem]]:
    """Read and parse files.

    Return a marshalled list of (path, digest, rows of the records) for those without an error, where None for
    the rows says that the bytes are those the store knows; and the problems of the others.
    """
    flatten = to_row(Record)
    done: list[tuple[str, bytes, tuple[Row, ...] | None]] = []
    problems: list[Problem] = []
    for path, file, stored_digest in task:
        try:
            with open(file, "rb") as stream:
                data = stream.read()
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        content_digest = digest(data)
        if content_digest == stored_digest:
            done.append((path, content_digest, None))
            continue
        try:
            parsed = parse(path, data)
        except Exception as error:
            error.add_note(f"while reading {path}")
            raise
        if isinstance(parsed, list):
            problems += parsed
        else:
            done.append((path, content_digest, tuple(map(flatten, parsed))))
    return marshal.dumps(done), problems
