"""The whole archive as files to take away: JSON Lines, BibTeX and CSV, compressed, with their checksums."""

import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from itertools import islice

from generator.formats import bibtex, csv_table, jsonl
from generator.formats.cited import Cited
from generator.lib.digest import digest
from generator.model.output import Bundle

FILES = (
    ("data/papers.jsonl.gz", jsonl.write),
    ("data/papers.bib.gz", bibtex.write),
    ("data/papers.csv.gz", csv_table.write),
)
"""Path and what writes it. Abstracts stand in the first only, or they would be most of all three."""

SUMS = "data/SHA256SUMS"

_LEVEL = 4  # of zlib: half the time of the usual 6 for files 5 % larger
_GZIP = 31  # window bits that ask zlib for a gzip file (RFC 1952); it leaves the time at zero
_PIECES = 500


def bundle(papers: tuple[Cited, ...]) -> Bundle:
    """Give the files as one bundle, since the checksums need them all."""
    view = digest(b"".join([paper.digest for paper in papers]))
    return Bundle(name="data", view=view, make=partial(_make, papers))


def _make(papers: tuple[Cited, ...]) -> Iterator[tuple[str, bytes]]:
    sums = []
    for path, write in FILES:
        data = compressed(write(papers))
        sums.append(f"{sha256(data).hexdigest()}  {path.removeprefix('data/')}\n")
        yield path, data
    yield SUMS, "".join(sums).encode()


def compressed(pieces: Iterable[str]) -> bytes:
    """Give texts as one gzip file; the whole text never stands in memory."""
    stream, pieces = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP), iter(pieces)
    out = []
    while some := "".join(islice(pieces, _PIECES)):
        out.append(stream.compress(some.encode()))
    return b"".join([*out, stream.flush()])
