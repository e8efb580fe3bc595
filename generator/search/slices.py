"""Postings to slices: runs of the sorted vocabulary, so that a query loads only the terms it asks for.

Borders depend on the terms themselves (a checksum, or a heavy term standing alone), so a new paper changes
only the slices of its own terms. A slice, deflated: the terms front-coded, for each term the number of its
documents, then for all postings `gap << 1 | plain` (gap from the document before, plain: the term stands once
in the abstract and nowhere else), then the codes of those that are not plain; all varints.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.binary import Pack, front_coded, varint_bytes, varints
from generator.search.postings import Postings

HEAVY: Final = 4096
"""Bytes of a term and its postings from which it has a slice of its own, and what a slice weighs on average."""

WORD: Final = 6  # bytes of a term itself, about

PLAIN: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A run of terms: the first one and the deflated bytes."""

    first: str
    data: bytes


def slices(postings: Postings, pack: Pack) -> Iterator[Slice]:
    """Give all slices in the order of their terms, compressed by `pack`."""
    starts = postings.starts
    plain = postings.codes == PLAIN
    gaps = np.diff(postings.documents.astype(np.int64), prepend=0).astype(np.int64)
    gaps[starts[:-1]] = postings.documents[starts[:-1]]
    gap_bytes, gap_starts = varints((np.left_shift(gaps, 1) | plain).astype(np.uint64))
    code_bytes, code_starts = varints(postings.codes[~plain])
    codes_before = np.concatenate([[0], np.cumsum(~plain)])
    by_gap, by_code = gap_starts[starts], code_starts[codes_before[starts]]
    weights = np.diff(by_gap) + np.diff(by_code)
    documents = np.diff(starts)
    for begin, end in pairwise(borders(postings.terms, weights + WORD, HEAVY)):
        terms = postings.terms[begin:end]
        head = front_coded(terms) + varint_bytes(documents[begin:end].tolist())
        body = (
            gap_bytes[by_gap[begin] : by_gap[end]].tobytes()
            + code_bytes[by_code[begin] : by_code[end]].tobytes()
        )
        yield Slice(first=terms[0], data=pack(head + body))


def borders(names: Sequence[str], weights: NDArray[np.int64], most: int) -> list[int]:
    """Give where runs of sorted names begin, and the number of names at the end.

    A run weighs about `most`; a name that weighs as much is a run of its own. Otherwise a name alone decides whether a
    run begins with it, so that others may come and go.
    """
    light = weights[weights < most]
    wanted = max(1, int(light.sum()) // most)
    mask = (1 << max(0, (len(light) // wanted).bit_length() - 1)) - 1
    heavy = weights >= most
    alone = heavy | np.concatenate([[True], heavy[:-1]]) if len(names) else heavy
    checks = np.fromiter((zlib.crc32(name.encode()) for name in names), np.uint32, len(names))
    return [*np.flatnonzero(alone | (checks & mask == 0)).tolist(), len(names)]
