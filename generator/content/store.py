"""What is remembered between builds: the digest of every content file, and the records read from it.

One file in two parts: an index of (stat, digest) by path, then the records as plain rows. A build that finds
nothing changed reads the first part only. A stat is trusted only if the file was last touched before the
build that stored it began, as in Git: a file saved twice within one tick of the clock would look unchanged.
"""

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from generator.content.source import Source, Stat
from generator.lib.code import code_digest
from generator.lib.digest import digest
from generator.lib.files import write_atomically
from generator.lib.rows import Row

_MAGIC = b"papershelf content 1\n"
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
    rows_at: int = 0
    """Offset of the second part in the file."""
    rows_digest: bytes = b""

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
        if not self.rows_at:
            return {}
        with self.path.open("rb") as file:
            file.seek(self.rows_at)
            data = file.read()
        if digest(data) != self.rows_digest:
            return {}
        rows: dict[str, tuple[Row, ...]] = marshal.loads(data)
        return rows


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
    code, began, known, rows_digest = marshal.loads(index)
    if code != code_digest():
        return empty
    return Store(path=path, began=began, known=known, rows_at=len(head) + size, rows_digest=rows_digest)


def write(path: Path, began: int, known: Known, rows: Mapping[str, tuple[Row, ...]]) -> None:
    """Write the store anew, whole or not at all; ``began`` is a time before any file was looked at."""
    records = marshal.dumps(dict(rows))
    index = marshal.dumps((code_digest(), began, known, digest(records)))
    write_atomically(path, _MAGIC + len(index).to_bytes(16, "big") + digest(index) + index + records)
