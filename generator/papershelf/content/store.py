"""What is remembered between builds: the digest of every content file, and the records read from it.

One file: an index with (stat, digest) of every content file, then the records as plain rows, in pieces. A build
that finds nothing changed reads the index only; one that finds little changed copies most pieces as they are.
A stat is trusted only if the file was last touched before the build that stored it began, as in Git: a file saved
twice within one tick of the clock would look unchanged.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from papershelf.content.source import TICK, Source, Stat
from papershelf.lib.code import code_digest
from papershelf.lib.digest import digest, fingerprint
from papershelf.lib.files import write_atomically
from papershelf.lib.rows import Row
from papershelf.lib.runs import runs

_MAGIC = b"papershelf content 2\n"

StatCache: TypeAlias = "dict[str, tuple[Stat, bytes]]"
"""Path of a file -> its stat, and the digest of the bytes it had with this stat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The store as read from its file; empty where that is missing, damaged or made by other code."""

    path: Path
    began: int = 0
    """When the build that wrote it began, in nanoseconds since 1970."""
    stat_cache: StatCache = field(default_factory=dict)
    """Only files that were read without a problem."""
    pieces: dict[bytes, tuple[int, int, int]] = field(default_factory=dict)
    """Key of a piece, which stands for the files in it -> beginning and end in the file, checksum of its bytes."""
    data: memoryview = field(default=memoryview(b""), repr=False)
    """The file's bytes, read as they are looked at."""

    def digest(self, source: Source) -> bytes:
        """Return the digest of a file's bytes without reading it where its stat may be trusted, else an empty one."""
        return trusted_digest(source, self.stat_cache, self.began)

    def rows(self) -> Iterator[tuple[str, tuple[Row, ...]]]:
        """Return each record file with the rows of its records, a piece at a time; of damaged pieces nothing."""
        for key in self.pieces:
            if data := self.piece(key):
                yield from marshal.loads(data)

    def piece(self, key: bytes) -> memoryview:
        """Return the bytes of a piece; none where there is no such piece, or it is damaged."""
        begin, end, check = self.pieces.get(key, (0, 0, 0))
        data = self.data[begin:end]
        return data if crc32(data) == check else data[:0]


def trusted_digest(source: Source, stat_cache: StatCache, began: int) -> bytes:
    """Return the digest of a file's bytes as cached by a build that began then; none where its stat is another."""
    stat, found = stat_cache.get(source.path, (None, b""))
    return found if stat == source.stat and source.stat[1] < began - TICK else b""


def read(path: Path) -> Store:
    """Open the store."""
    empty = Store(path=path)
    try:
        with path.open("rb") as file:
            data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # there is none, or an empty one
        return empty
    head = len(_MAGIC) + 32
    size, check = int.from_bytes(data[head - 32 : head - 16], "big"), data[head - 16 : head]
    offset = head + size
    index = bytes(data[head:offset])
    if data[: len(_MAGIC)] != _MAGIC or len(index) != size or digest(index) != check:
        return empty
    code, began, stat_cache, sizes = marshal.loads(index)
    if code != code_digest():
        return empty
    pieces = {}
    for key, length, checksum in sizes:
        pieces[key] = (offset, offset + length, checksum)
        offset += length
    return Store(path=path, began=began, stat_cache=stat_cache, pieces=pieces, data=data)


def write(
    path: Path,
    began: int,
    stat_cache: StatCache,
    names: Iterable[str],
    rows: Callable[[str], tuple[Row, ...]],
    old: Store,
) -> None:
    """Write the store anew, whole or not at all.

    ``began`` is a time before any file was looked at, ``names`` are the record files, and ``rows`` gives the rows of
    one; it is asked for those in pieces that the ``old`` store does not have.
    """
    names, sizes, bodies = sorted(names), [], []
    for run in runs(names):
        some = names[run]
        key = fingerprint(tuple([part for name in some for part in (name, stat_cache[name][1])]))
        body = old.piece(key) or marshal.dumps([(name, rows(name)) for name in some])
        sizes.append((key, len(body), crc32(body)))
        bodies.append(body)
    index = marshal.dumps((code_digest(), began, stat_cache, sizes))
    size = len(index).to_bytes(16, "big")
    write_atomically(path, _MAGIC, size, digest(index), index, *bodies, lasting=False)
