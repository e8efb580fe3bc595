"""What is remembered between builds: the digest of every content file, and the records read from it.

One file: an index with (stat, digest) of every content file, then the records as plain rows, in pieces. A build
that finds nothing changed reads the index only; one that finds little changed copies most pieces as they are.
A stat is trusted only if the file was last touched before the build that stored it began, as in Git: a file saved
twice within one tick of the clock would look unchanged.
"""

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from generator.content.source import Source, Stat
from generator.lib.code import code_digest
from generator.lib.digest import digest, fingerprint
from generator.lib.files import write_atomically
from generator.lib.rows import Row
from generator.lib.runs import runs

_MAGIC = b"papershelf content 2\n"
_TICK = 20_000_000  # nanoseconds; file systems stamp times by a clock that moves every few milliseconds

Known: TypeAlias = "dict[str, tuple[Stat, bytes]]"
"""Path -> (stat, digest of the bytes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The store as read from its file; empty where that is missing, damaged or made by other code."""

    path: Path
    began: int = 0
    """When the build that wrote it began, in nanoseconds since 1970."""
    known: Known = field(default_factory=dict)
    """Only files that were read without a problem."""
    pieces: dict[bytes, tuple[int, int, bytes]] = field(default_factory=dict)
    """Key of a piece, which stands for the files in it -> offset and size in the file, digest of its bytes."""

    def digest(self, source: Source) -> bytes:
        """Give the digest of a file's bytes if its stat vouches for them, else an empty one."""
        stat, found = self.known.get(source.path, (None, b""))
        return found if stat == source.stat and source.stat[1] < self.began - _TICK else b""

    def unchanged(self, sources: Iterable[Source]) -> bool:
        """Tell whether the content files are exactly those of the last build."""
        sources = tuple(sources)
        return len(sources) == len(self.known) and all(map(self.digest, sources))

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """Give the rows of the records of each record file; of none where the file is damaged."""
        rows: dict[str, tuple[Row, ...]] = {}
        for key in self.pieces:
            if not (data := self.piece(key)):
                return {}
            rows.update(marshal.loads(data))
        return rows

    def piece(self, key: bytes) -> bytes:
        """Give the bytes of a piece; none where there is no such piece, or it is damaged."""
        if key not in self.pieces:
            return b""
        offset, size, check = self.pieces[key]
        with self.path.open("rb") as file:
            file.seek(offset)
            data = file.read(size)
        return data if digest(data) == check else b""


def read(path: Path) -> Store:
    """Open the store."""
    empty = Store(path=path)
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC) + 32)
            size, check = int.from_bytes(head[-32:-16], "big"), head[-16:]
            index = file.read(size)
    except (OSError, OverflowError, MemoryError):
        return empty
    if not head.startswith(_MAGIC) or len(index) != size or digest(index) != check:
        return empty
    code, began, known, sizes = marshal.loads(index)
    if code != code_digest():
        return empty
    offset, pieces = len(head) + size, {}
    for key, length, mark in sizes:
        pieces[key] = (offset, length, mark)
        offset += length
    return Store(path=path, began=began, known=known, pieces=pieces)


def write(path: Path, began: int, known: Known, rows: Mapping[str, tuple[Row, ...]], old: Store) -> None:
    """Write the store anew, whole or not at all; ``began`` is a time before any file was looked at."""
    names, sizes, bodies = sorted(rows), [], []
    for run in runs(names):
        some = names[run]
        key = fingerprint(tuple([part for name in some for part in (name, known[name][1])]))
        if body := old.piece(key):
            check = old.pieces[key][2]
        else:
            body = marshal.dumps([(name, rows[name]) for name in some])
            check = digest(body)
        sizes.append((key, len(body), check))
        bodies.append(body)
    index = marshal.dumps((code_digest(), began, known, sizes))
    write_atomically(path, b"".join([_MAGIC, len(index).to_bytes(16, "big"), digest(index), index, *bodies]))
