"""All record files: changed ones are parsed, in parallel where asked; the others come from the store."""

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.content.parse import parse
from generator.content.source import Found, Kind, on_disk, unreadable
from generator.content.store import Known, Store, vouched
from generator.lib.digest import digest
from generator.lib.rows import Row, from_row, to_row
from generator.model.record import Record
from generator.problems import Problem

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
    known: Known
    rows: dict[str, tuple[Row, ...]]
    """By source file, in its order."""
    made: dict[str, tuple[Record, ...]]
    """What was made of the rows."""
    problems: tuple[Problem, ...]


def read_records(found: Found, old: Store, run: Run, before: Records | None) -> Records:
    """Read the record files among the sources; those that ``before`` vouches for need not even come from the store."""
    sources = [source for source in found.sources if source.kind is Kind.RECORD]
    past = before or old
    old_rows = before.rows if before else old.rows()
    digests: dict[str, bytes] = {}
    pending: list[tuple[str, str, bytes]] = []
    for source in sources:
        path = source.path
        if mark := path in old_rows and vouched(source, past.known, past.began):
            digests[path] = mark
        else:
            file = on_disk(path, found.root, found.content)
            pending.append((path, file, past.known[path][1] if path in old_rows else b""))
    new_rows: dict[str, tuple[Row, ...]] = {}
    problems: list[Problem] = []
    tasks = [tuple(pending[start : start + CHUNK]) for start in range(0, len(pending), CHUNK)]
    for packed, complaints in run(parse_files, tasks):
        problems += complaints
        for path, mark, parsed in marshal.loads(packed):
            digests[path] = mark
            if parsed is not None:
                new_rows[path] = parsed
    known = {source.path: (source.stat, digests[source.path]) for source in sources if source.path in digests}
    rows = {path: new_rows[path] if path in new_rows else old_rows[path] for path in known}
    made = before.made if before else {}
    make = from_row(Record)
    return Records(
        began=found.began,
        known=known,
        rows=rows,
        made={
            path: made[path] if path in made and path not in new_rows else tuple(map(make, some))
            for path, some in rows.items()
        },
        problems=tuple(problems),
    )


def parse_files(task: Task) -> tuple[bytes, list[Problem]]:
    """Read and parse files.

    Gives a marshalled list of (path, digest, rows of the records) for those without an error, where None for
    the rows says that the bytes are those the store knows; and the problems of the others.
    """
    flatten = to_row(Record)
    done: list[tuple[str, bytes, tuple[Row, ...] | None]] = []
    problems: list[Problem] = []
    for path, file, known in task:
        try:
            with open(file, "rb") as stream:
                data = stream.read()
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        mark = digest(data)
        if mark == known:
            done.append((path, mark, None))
            continue
        parsed = parse(path, data)
        if isinstance(parsed, list):
            problems += parsed
        else:
            done.append((path, mark, tuple(map(flatten, parsed))))
    return marshal.dumps(done), problems
