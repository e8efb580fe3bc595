"""What one build leaves for the next, so that a new paper costs its own work only: a cache, never needed."""

import marshal
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.files import write_atomically
from papershelf.search.binary import deflated
from papershelf.search.columns import Row
from papershelf.search.neighbours import NEIGHBOURS
from papershelf.search.postings import Postings

DIGEST: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The documents of a build by their digests, in order, what was made of them, and what was compressed."""

    digests: tuple[bytes, ...]
    rows: list[Row]
    postings: Postings
    neighbours: NDArray[np.int64]
    packed: dict[bytes, bytes]


class Packer:
    """Compresses, remembering the results, and takes from an earlier build what it remembers."""

    def __init__(self, earlier: dict[bytes, bytes]) -> None:
        self.earlier = earlier
        self.packed: dict[bytes, bytes] = {}

    def __call__(self, parts: tuple[bytes, ...], make: Callable[[], bytes]) -> bytes:
        """Return what `make` makes, deflated; it is made only if `parts`, which name it, are new."""
        key = plain_fingerprint(parts)
        data = self.packed[key] = self.earlier.get(key) or deflated(make())
        return data


def save(path: Path, key: bytes, stored: Stored) -> None:
    """Write the cache whole or not at all; `key` names what it was made by (code and settings)."""
    postings = stored.postings
    arrays = (  # the widest numbers first: all lie at multiples of their size
        postings.starts,
        postings.lengths,
        postings.documents,
        stored.neighbours.astype(np.int32),
        postings.codes,
    )
    sizes = tuple([each.nbytes for each in arrays])
    head = marshal.dumps((stored.digests, stored.rows, postings.terms, stored.packed, sizes))
    head += bytes(-(len(key) + 12 + len(head)) % 8)
    parts: tuple[bytes | memoryview, ...] = (len(head).to_bytes(8), head, *[each.data for each in arrays])
    check = reduce(lambda check, part: zlib.crc32(part, check), parts, 0).to_bytes(4)
    write_atomically(path, key, check, *parts, lasting=False)


def load(path: Path, key: bytes) -> Stored | None:
    """Read the cache; None when there is none, or it is damaged, or it was made by other code or settings."""
    try:
        with path.open("rb") as file:
            data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # there is none, or an empty one
        return None
    head, body = data[: len(key) + 4], data[len(key) + 4 :]
    if head != key + zlib.crc32(body).to_bytes(4):
        return None
    at = 8 + int.from_bytes(body[:8])
    digests, rows, terms, packed, sizes = marshal.loads(body[8:at])
    starts, lengths, documents, neighbours, codes = (
        body[begin : begin + size] for size, begin in zip(sizes, accumulate(sizes, initial=at), strict=False)
    )
    return Stored(
        digests=digests,
        rows=rows,
        postings=Postings(
            terms=terms,
            starts=np.frombuffer(starts, np.int64),
            documents=np.frombuffer(documents, np.uint32),
            codes=np.frombuffer(codes, np.uint16),
            lengths=np.frombuffer(lengths, np.float64),
        ),
        neighbours=np.frombuffer(neighbours, np.int32).astype(np.int64).reshape(-1, NEIGHBOURS),
        packed=packed,
    )
