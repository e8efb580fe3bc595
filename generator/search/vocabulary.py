"""The words themselves, for typo help, `~` and leading wildcards: in pieces, so that a query loads few.

A mistyped word keeps its beginning or its end, so all terms are there twice: in their order, and in the order of their
reversed letters. A piece holds all terms that share their first letters with one of its terms; borders are chosen by
those letters, as those of slices are by terms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from generator.search.binary import Pack, front_coded
from generator.search.chunk import run_starts
from generator.search.postings import Postings
from generator.search.slices import borders

SHORT: Final = 7
"""Letters from which a word must share three of them with a term at its beginning or end; a shorter one two."""

HEAVY: Final = 2048
"""Terms from which those of one beginning are a piece of their own, and what a piece has on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of terms: what the first begins with, and the deflated bytes."""

    first: str
    data: bytes


def shared(word: str) -> tuple[str, str]:
    """Give the letters that a term must begin with, or those that it must end with, to be tried for `word`."""
    length = 2 if len(word) < SHORT else 3
    return word[:length], word[-length:]


def pieces(postings: Postings, pack: Pack, *, backwards: bool) -> Iterator[Piece]:
    """Give the pieces of the vocabulary in one of its two orders.

    A piece, deflated: its terms front-coded, then for each the number of binary digits of its number of papers.
    """
    terms: Sequence[str] = postings.terms
    sizes = np.frexp(np.diff(postings.starts))[1].astype(np.uint8)
    if backwards:
        terms = [term[::-1] for term in terms]
        order = sorted(range(len(terms)), key=terms.__getitem__)
        terms, sizes = [terms[at] for at in order], sizes[order]
    heads = np.array(terms, "U3")
    first = run_starts(heads)
    names = heads[first].tolist()
    ends = [*first.tolist(), len(terms)]
    for begin, end in pairwise(borders(names, np.diff(ends), HEAVY)):
        run = slice(ends[begin], ends[end])
        yield Piece(first=names[begin], data=pack(front_coded(terms[run]) + sizes[run].tobytes()))
