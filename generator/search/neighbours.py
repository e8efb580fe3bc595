"""Neighbours: for every paper a few earlier ones that share its rarest words.

Among the best papers of a query the engine lifts those that are neighbours of each other (the cluster
hypothesis: van Rijsbergen, Information Retrieval, 1979, chapter 3). Neighbours depend on earlier papers only,
so one more paper at the end changes no other's, and all arithmetic is in integers, so every machine finds the
same ones.
"""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.chunk import run_starts
from generator.search.postings import Postings, part

NEIGHBOURS: Final = 8
WORDS: Final = 12  # of a paper, those that weigh most
COMMON: Final = 64  # a word in more earlier papers than this links nothing
AT_ONCE: Final = 4096  # papers, to bound memory
NONE: Final = np.zeros((0, NEIGHBOURS), np.int64)
FREQUENCY: Final = np.array(
    [0, 8, 12, 14, 16, 17, 18]
)  # 8 + 4 log2 of how often the word is there, up to six times


def neighbours(postings: Postings, known: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give, per paper, the numbers of its nearest earlier papers, nearest first; -1 where there are fewer.

    `known` are those of the first papers, found before.
    """
    rows = _of_interest(postings, len(known))
    codes = postings.codes[rows]
    texts = part(codes, "abstract") + 2 * part(codes, "title") + part(codes, "tags")
    rows, texts = rows[texts > 0], texts[texts > 0]
    papers = postings.documents[rows].astype(np.int64)
    word = np.searchsorted(postings.starts, rows, side="right") - 1
    begins = np.searchsorted(word, np.arange(len(postings.terms)))
    earlier = np.arange(len(rows)) - begins[word]
    chosen = np.flatnonzero((earlier > 0) & (earlier <= COMMON) & (papers >= len(known)))
    rarity = _logarithm(papers[chosen] + 1) - _logarithm(earlier[chosen])
    weights = rarity * FREQUENCY[np.minimum(texts[chosen], 6)]
    chosen, weights = chosen[weights > 0], weights[weights > 0]
    order = np.lexsort((chosen, -weights, papers[chosen]))
    order = order[_rank(papers[chosen][order]) < WORDS]
    chosen, weights = chosen[order], weights[order]
    found = np.full((len(postings.lengths), NEIGHBOURS), -1)
    found[: len(known)] = known
    limits = np.searchsorted(papers[chosen], np.arange(0, len(found) + AT_ONCE, AT_ONCE))
    for begin, end in pairwise(limits.tolist()):
        some = chosen[begin:end]
        entry = np.repeat(np.arange(len(some)), earlier[some])
        others = papers[begins[word[some]][entry] + _rank(entry)]
        _nearest(papers[some][entry], others, weights[begin:end][entry], found)
    return found


def _of_interest(postings: Postings, known: int) -> NDArray[np.int64]:
    """Give the rows of all words that a paper from `known` on has."""
    fresh = postings.documents >= known
    if not len(fresh):
        return np.zeros(0, np.int64)
    words = np.logical_or.reduceat(fresh, postings.starts[:-1])
    return np.flatnonzero(np.repeat(words, np.diff(postings.starts)))


def _nearest(
    papers: NDArray[np.int64], others: NDArray[np.int64], weights: NDArray[np.int64], found: NDArray[np.int64]
) -> None:
    """Add up the weights of every pair and write each paper's heaviest others into `found`, the later of
    equals first."""
    if not len(papers):
        return
    bits = len(found).bit_length()
    keys = (papers << (bits + 16) | others << 16 | weights).astype(np.uint64)
    keys.sort()
    pairs = keys >> np.uint64(16)
    first = run_starts(pairs)
    sums = np.add.reduceat((keys & np.uint64(0xFFFF)).astype(np.int64), first)
    pairs = pairs[first].astype(np.int64)
    papers, others = pairs >> bits, pairs & ((1 << bits) - 1)
    order = np.sort(
        papers << (bits + 20)
        | ((1 << 20) - 1 - np.minimum(sums, (1 << 20) - 1)) << bits
        | ((1 << bits) - 1 - others)
    )
    papers, others = order >> (bits + 20), (1 << bits) - 1 - (order & ((1 << bits) - 1))
    place = _rank(papers)
    near = place < NEIGHBOURS
    found[papers[near], place[near]] = others[near]


def _rank(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give each element's place within its run of equal values."""
    first = run_starts(values)
    return np.arange(len(values)) - np.repeat(first, np.diff(first, append=len(values)))


def _logarithm(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give about eight times the binary logarithm, exact in integers: exponent, then three bits of
    mantissa."""
    mantissa, exponent = np.frexp(values.astype(np.float64))
    eighths = np.floor((2 * mantissa - 1) * 8).astype(np.int64)
    return np.asarray(8 * (exponent.astype(np.int64) - 1) + eighths)
