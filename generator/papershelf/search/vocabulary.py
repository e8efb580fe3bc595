"""The words themselves, for typo help, `~` and leading wildcards: in pieces, so that a query loads few.

A mistyped word keeps its beginning or its end, so all terms are there twice: by their first letters, and by their last
letters. Terms that share those are in one piece; borders are chosen by those letters, as those of slices are by terms.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from papershelf.search.arrays import run_starts
from papershelf.search.binary import Pack, front_coded
from papershelf.search.known import MARK
from papershelf.search.postings import Postings
from papershelf.search.slices import borders
from papershelf.search.tuning import TUNING, Tuning

HEAVY: Final = 2048
"""Terms from which those of one beginning are a piece of their own, and what a piece has on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of terms: what the first begins with, and the deflated bytes."""

    first: str
    data: bytes


def shared(word: str, tuning: Tuning) -> tuple[str, str]:
    """Return the letters that a term must begin with, or those that it must end with, to be tried for `word`."""
    length = tuning.letters - 1 if len(word) < tuning.short else tuning.letters
    return word[:length], word[-length:]


def pieces(postings: Postings, pack: Pack, *, backwards: bool) -> Iterator[Piece]:
    """Return the pieces of the vocabulary by first letters, or by last ones from the end.

    A piece, deflated: its terms front-coded (backwards: their letters reversed), then for each the number of binary
    digits of its number of papers.
    """
    first_id, after_ids = bisect_left(postings.terms, MARK), bisect_left(postings.terms, chr(ord(MARK) + 1))
    terms: Sequence[str] = postings.terms[:first_id] + postings.terms[after_ids:]
    sizes = np.delete(np.frexp(np.diff(postings.starts))[1].astype(np.uint8), slice(first_id, after_ids))
    if backwards:
        heads = np.array([term[: -TUNING.letters - 1 : -1] for term in terms], f"U{TUNING.letters}")
        order = np.argsort(heads, kind="stable")
        heads, sizes, terms = heads[order], sizes[order], [terms[at] for at in order.tolist()]
    else:
        heads = np.array([term[: TUNING.letters] for term in terms], f"U{TUNING.letters}")
    first = run_starts(heads)
    names = heads[first].tolist()
    ends = [*first.tolist(), len(terms)]
    for begin, end in pairwise(borders(names, np.diff(ends), HEAVY)):
        run = slice(ends[begin], ends[end])

        def make(run: slice = run) -> bytes:
            some = [term[::-1] if backwards else term for term in terms[run]]
            order = sorted(range(len(some)), key=some.__getitem__)
            return front_coded([some[at] for at in order]) + sizes[run][order].tobytes()

        named = (str(backwards).encode(), "\n".join(terms[run]).encode(), sizes[run].tobytes())
        yield Piece(first=names[begin], data=pack(named, make))
