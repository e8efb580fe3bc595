"""Postings to slices: runs of the sorted vocabulary, so that a query loads only the terms it asks for.

Borders depend on the terms themselves (a checksum, or a heavy term standing alone), so a new paper changes
only the slices of its own terms. A slice, deflated: the terms front-coded, for each term the number of its
documents, then for all postings `gap << 1 | plain` (gap from the document before, plain: the term stands once
in the abstract and nowhere else), then the codes of those that are not plain; all varints.
"""

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.search.binary import Pack, front_coded, varints
from papershelf.search.postings import Postings
from papershelf.search.tuning import Tuning

HEAVY: Final = 4096
"""Bytes of a term and its postings from which it has a slice of its own, and what a slice weighs on average."""

WORD: Final = 6  # bytes of a term itself, about

PLAIN: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A run of terms: the shortest text that parts them from those before, the binary digits of how many times HEAVY
    they weigh, and the deflated bytes."""

    first: str
    size: int
    data: bytes


def slices(postings: Postings, pack: Pack) -> Iterator[Slice]:
    """Return all slices in the order of their terms, compressed by `pack`."""
    starts, terms = postings.starts, postings.terms
    plain = postings.codes == PLAIN
    gaps = np.diff(postings.documents, prepend=np.uint32(0))
    gaps[starts[:-1]] = postings.documents[starts[:-1]]
    values = gaps << np.uint32(1) | plain
    weights = _weights(values, postings) + WORD
    for begin, end in pairwise(borders(terms, weights, HEAVY)):
        run = slice(starts[begin], starts[end])

        def make(begin: int = begin, end: int = end, run: slice = run) -> bytes:
            counts = varints(np.diff(starts[begin : end + 1]))
            return (
                front_coded(terms[begin:end])
                + counts
                + varints(values[run])
                + varints(postings.codes[run][~plain[run]])
            )

        named = "\n".join(terms[begin:end]).encode()
        lists = (starts[begin : end + 1] - starts[begin], values[run], postings.codes[run])
        data = pack((named, *[each.tobytes() for each in lists]), make)
        first = _parting(terms[begin - 1] if begin else "", terms[begin])
        yield Slice(first=first, size=int(weights[begin] // HEAVY).bit_length(), data=data)


def _parting(before: str, term: str) -> str:
    """Return the shortest beginning of a term that the one before it comes before."""
    same = next(
        (at for at, (one, other) in enumerate(zip(before, term, strict=False)) if one != other), len(before)
    )
    return term[: same + 1]


def affordable(count: int, tuning: Tuning) -> int:
    """Return what a query may read of an index of so many slices, in slices of usual size."""
    return tuning.files - count // tuning.share


def placer(firsts: Sequence[str], sizes: Sequence[int]) -> Callable[[str], tuple[int, int]]:
    """Return a function from a term to the number of the slice where it stands or would stand, and what that costs to
    read: one, or more for a heavy term."""

    def place(term: str) -> tuple[int, int]:
        at = max(0, bisect_right(firsts, term) - 1)
        return at, 1 << max(0, sizes[at] - 1) if at < len(sizes) else 1

    return place


def _weights(values: NDArray[np.uint32], postings: Postings) -> NDArray[np.int64]:
    """Return the bytes of each term's postings: those of the varints, and of the codes that are not plain."""
    if not postings.terms:
        return np.zeros(0, np.int64)
    sizes = 1 + (postings.codes != PLAIN).astype(np.uint8) + (postings.codes > 127)
    for bits in range(7, int(values.max()).bit_length(), 7):
        sizes += values >= (1 << bits)
    return np.add.reduceat(sizes, postings.starts[:-1], dtype=np.int64)


def borders(names: Sequence[str], weights: NDArray[np.int64], most: int) -> list[int]:
    """Return where runs of sorted names begin, and the number of names at the end.

    A run weighs about `most`; a name that weighs as much is a run of its own. Otherwise a name alone decides whether a
    run begins with it, so that others may come and go.
    """
    light = weights[weights < most]
    wanted = max(1, int(light.sum()) // most)
    mask = (1 << max(0, (len(light) // wanted).bit_length() - 1)) - 1
    heavy = weights >= most
    alone = heavy | np.concatenate([[True], heavy[:-1]]) if len(names) else heavy
    encoded = "\n".join(names).encode().split(b"\n") if len(names) else []
    checks = np.fromiter(map(zlib.crc32, encoded), np.uint32, len(names))
    return [*np.flatnonzero(alone | (checks & mask == 0)).tolist(), len(names)]
