"""The whole archive as files to take away: JSON Lines, BibTeX and CSV, compressed, with their checksums.

A file is a series of gzip members (RFC 1952, 2.2), each of some papers, and members are remembered between builds:
a new paper costs the last member only.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from papershelf.config import SiteConfig
from papershelf.formats import bibtex, csv_table, jsonl
from papershelf.lib.code import code_digest
from papershelf.lib.compressed import gzipped
from papershelf.lib.digest import digest
from papershelf.lib.files import seal, unseal
from papershelf.model import routes
from papershelf.model.output import Bundle
from papershelf.model.paper import Paper

Write = Callable[[Iterable[Paper]], Iterable[str]]

_bibtex = partial(bibtex.write, abstract=False)

FILES: tuple[tuple[str, Write, Write], ...] = (
    (routes.url("data_jsonl"), jsonl.write, jsonl.write),
    (routes.url("data_bibtex"), _bibtex, _bibtex),
    (routes.url("data_csv"), csv_table.write, csv_table.rows),
)
"""Path, what writes the first member, what the others. Abstracts stand in the first file only, or they would be
most of all three."""

SUMS = routes.url("data_sums")

MEMBER = 1_000
"""Papers in a member."""

_LEVEL = 2  # of zlib: 3.4 times as fast as the usual 6 for files 14 % larger


def bundle(papers: tuple[Paper, ...]) -> Bundle:
    """Return the files as one bundle, since the checksums need them all."""
    return Bundle(name="data", slice=papers, files=_files)


def _files(papers: tuple[Paper, ...], config: SiteConfig, cache_dir: Path) -> Iterator[tuple[str, bytes]]:
    del config
    cache_dir.mkdir(parents=True, exist_ok=True)
    used = set()
    sums = []
    for path, first, others in FILES:
        members = []
        for at in range(0, max(1, len(papers)), MEMBER):
            part = papers[at : at + MEMBER]
            key = digest(
                b"".join([code_digest(), f"{path} {at == 0}".encode(), *[paper.digest for paper in part]])
            )
            file = cache_dir / key.hex()
            members.append(_recall(file) or _remember(file, compressed((others if at else first)(part))))
            used.add(file)
        data = b"".join(members)
        sums.append(f"{sha256(data).hexdigest()}  {path.removeprefix(routes.url('data'))}\n")
        yield path, data
    yield SUMS, "".join(sums).encode()
    for file in set(cache_dir.iterdir()) - used:
        file.unlink()


def _recall(file: Path) -> bytes:
    """Return a member of an earlier build; nothing where its file is missing or damaged."""
    try:
        return unseal(file.read_bytes())
    except FileNotFoundError:
        return b""


def _remember(file: Path, member: bytes) -> bytes:
    file.write_bytes(seal(member))
    return member


def compressed(pieces: Iterable[str]) -> bytes:
    """Return texts as one gzip member."""
    # Piece by piece: one letter of another script would make all of the text two or four times as long.
    return gzipped(b"".join([piece.encode() for piece in pieces]), _LEVEL)
