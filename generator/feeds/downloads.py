"""The whole archive as files to take away: JSON Lines, BibTeX and CSV, compressed, with their checksums.

A file is a series of gzip members (RFC 1952, 2.2), each of some papers, and members are remembered between builds:
a new paper costs the last member only.
"""

import gzip
import marshal
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.formats import bibtex, csv_table, jsonl
from generator.formats.cited import Cited
from generator.lib.code import code_digest
from generator.lib.digest import SIZE, digest
from generator.lib.files import write_atomically
from generator.model.output import Bundle

Write = Callable[[Iterable[Cited]], Iterable[str]]

FILES: tuple[tuple[str, Write, Write], ...] = (
    ("data/papers.jsonl.gz", jsonl.write, jsonl.write),
    ("data/papers.bib.gz", bibtex.write, bibtex.write),
    ("data/papers.csv.gz", csv_table.write, csv_table.rows),
)
"""Path, what writes the first member, what the others. Abstracts stand in the first file only, or they would be
most of all three."""

SUMS = "data/SHA256SUMS"

MEMBER = 1_000
"""Papers in a member."""

_LEVEL = 4  # of zlib: half the time of the usual 6 for files 5 % larger


def bundle(papers: tuple[Cited, ...], memory: Path) -> Bundle:
    """Give the files as one bundle, since the checksums need them all; members are remembered in ``memory``."""
    mark = digest(b"".join([paper.digest for paper in papers]))
    return Bundle(name="data", mark=mark, make=partial(_make, papers, memory))


def _make(papers: tuple[Cited, ...], memory: Path) -> Iterator[tuple[str, bytes]]:
    old = _recall(memory)
    new: dict[bytes, bytes] = {}
    sums = []
    for path, first, others in FILES:
        keys = []
        for at in range(0, max(1, len(papers)), MEMBER):
            part = papers[at : at + MEMBER]
            key = digest(
                b"".join([code_digest(), f"{path} {at == 0}".encode(), *[paper.digest for paper in part]])
            )
            write = others if at else first
            new[key] = old.get(key) or compressed(write(part))
            keys.append(key)
        data = b"".join([new[key] for key in keys])
        sums.append(f"{sha256(data).hexdigest()}  {path.removeprefix('data/')}\n")
        yield path, data
    yield SUMS, "".join(sums).encode()
    if new != old:
        body = marshal.dumps(new)
        write_atomically(memory, digest(body) + body)


def _recall(memory: Path) -> dict[bytes, bytes]:
    """Give the members of the last build by their keys; none where that file is missing or damaged."""
    try:
        data = memory.read_bytes()
    except OSError:
        return {}
    members: dict[bytes, bytes] = marshal.loads(data[SIZE:]) if digest(data[SIZE:]) == data[:SIZE] else {}
    return members


def compressed(pieces: Iterable[str]) -> bytes:
    """Give texts as one gzip member, without the time of day."""
    return gzip.compress("".join(pieces).encode(), _LEVEL, mtime=0)
