"""Postings of known papers and those of new ones, joined: what takes one more paper in at a fraction of the work."""

from bisect import bisect_left
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from papershelf.search.arrays import ranges
from papershelf.search.postings import Postings


def merged(
    old: Postings, old_numbers: NDArray[np.int64], new: Postings, new_numbers: NDArray[np.int64]
) -> Postings:
    """Return what `invert` would make of the whole, given the numbers in it of the old and the new documents.

    Both run upwards; -1 stands for an old document that is no longer there.
    """
    documents, codes, sizes = _kept(old, old_numbers)
    begins = np.concatenate([[0], np.cumsum(sizes)])
    found = [bisect_left(old.terms, term) for term in new.terms]
    same = [old.terms[place : place + 1] == (term,) for place, term in zip(found, new.terms, strict=True)]
    at, known = np.array(found, np.int64), np.array(same, np.bool_)
    added, counts = new_numbers[new.documents], np.diff(new.starts)
    places = _places(documents, begins[at], begins[at + known] - begins[at], added, counts)
    terms = sorted([*old.terms, *compress(new.terms, (~known).tolist())])
    old_terms = np.arange(len(old.terms))
    old_terms += np.searchsorted(at[~known], old_terms, side="right")
    sizes_now = np.zeros(len(terms), np.int64)
    sizes_now[old_terms] = sizes
    sizes_now[at + np.cumsum(~known) - ~known] += counts
    there = sizes_now > 0
    lengths = np.zeros(np.count_nonzero(old_numbers >= 0) + len(new_numbers))
    lengths[old_numbers[old_numbers >= 0]] = old.lengths[old_numbers >= 0]
    lengths[new_numbers] = new.lengths
    return Postings(
        terms=tuple(terms) if there.all() else tuple(compress(terms, there.tolist())),
        starts=np.concatenate([[0], np.cumsum(sizes_now[there])]),
        documents=np.insert(documents, places, added),
        codes=np.insert(codes, places, new.codes),
        lengths=lengths,
    )


def _kept(
    old: Postings, numbers: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.uint16], NDArray[np.int64]]:
    """Return documents by other numbers, codes, and the number of each term's, without documents that are gone."""
    sizes = np.diff(old.starts)
    if np.array_equal(numbers, np.arange(len(numbers))):
        return old.documents, old.codes, sizes
    documents = numbers.astype(np.int32)[old.documents]
    there = documents >= 0
    if len(sizes):
        sizes = np.add.reduceat(there, old.starts[:-1], dtype=np.int64)
    return documents[there].view(np.uint32), old.codes[there], sizes


def _places(
    documents: NDArray[np.uint32],
    begins: NDArray[np.int64],
    sizes: NDArray[np.int64],
    added: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return where among `documents` those `added` belong.

    Some terms have `counts` of these, and of the former `sizes` from `begins` on.
    """
    numbers = np.arange(len(begins)) << 32
    keys = np.repeat(numbers, sizes) | documents[ranges(begins, sizes)]
    found = np.searchsorted(keys, np.repeat(numbers, counts) | added)
    return np.asarray(found + np.repeat(begins - (np.cumsum(sizes) - sizes), counts))
