"""Neighbours: for every paper a few earlier ones that share its rarest words.

Among the best papers of a query the engine lifts those that are neighbours of each other (the cluster
hypothesis: van Rijsbergen, Information Retrieval, 1979, chapter 3). Neighbours depend on earlier papers only,
so one more paper at the end changes no other's, and all arithmetic is in integers, so every machine finds the
same ones.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.search.arrays import ranges, ranks, run_starts
from papershelf.search.codes import part
from papershelf.search.postings import Postings

NEIGHBOURS: Final = 8
WORDS: Final = 12  # of a paper, those that weigh most
COMMON: Final = 64  # a word in more earlier papers than this links nothing
AT_ONCE: Final = 256  # papers, so few that their pairs are sorted near the processor
NONE: Final = np.zeros((0, NEIGHBOURS), np.int64)
FREQUENCY: Final = np.array(
    [0, 8, 12, 14, 16, 17, 18]
)  # 8 + 4 log2 of how often the word is there, up to six times


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The postings of some words in title, abstract or tags: of each its paper, the word, how often it is there, and
    how many earlier papers have it. Word w begins at `begins[w]`."""

    papers: NDArray[np.int64]
    words: NDArray[np.int64]
    often: NDArray[np.uint16]
    earlier: NDArray[np.int64]
    begins: NDArray[np.int64]


def neighbours(
    postings: Postings, known: NDArray[np.int64] = NONE, wanted: NDArray[np.bool_] | None = None
) -> NDArray[np.int64]:
    """Return, per paper, the numbers of its nearest earlier papers, nearest first; -1 where there are fewer.

    `known` are those found before, of the first papers; only those of `wanted` papers are found anew (None: of all).
    """
    count = len(postings.lengths)
    wanted = np.ones(count, np.bool_) if wanted is None else wanted
    found = np.full((count, NEIGHBOURS), -1)
    found[: len(known)] = known[:count]
    found[wanted] = -1
    rows = _rows(postings, _having(postings, wanted))
    chosen = np.flatnonzero((rows.earlier > 0) & (rows.earlier <= COMMON) & wanted[rows.papers])
    rarity = _logarithm(rows.papers[chosen] + 1) - _logarithm(rows.earlier[chosen])
    weights = rarity * FREQUENCY[np.minimum(rows.often[chosen], 6)]
    chosen, weights = chosen[weights > 0], weights[weights > 0]
    order = np.lexsort((chosen, -weights, rows.papers[chosen]))
    order = order[ranks(rows.papers[chosen][order]) < WORDS]
    chosen, weights = chosen[order], weights[order]
    limits = np.searchsorted(rows.papers[chosen], np.arange(0, len(found) + AT_ONCE, AT_ONCE))
    for begin, end in pairwise(limits.tolist()):
        _nearest(rows, chosen[begin:end], weights[begin:end], found)
    return found


def touched(
    old: Postings, now: Postings, gone: NDArray[np.int64], fresh: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which papers' neighbours may be others than before, when some old papers are gone and some of now are
    fresh, while all others keep their numbers: those later and early among the papers of a word that either has."""
    found = np.zeros(len(now.lengths), np.bool_)
    found[fresh] = True
    words = _having(now, found)
    for word in np.flatnonzero(_having(old, np.isin(np.arange(len(old.lengths)), gone))).tolist():
        at = bisect_left(now.terms, old.terms[word])
        if at < len(now.terms) and now.terms[at] == old.terms[word]:
            words[at] = True
    changed = np.concatenate([gone, fresh])
    rows = _rows(now, words)
    early = (rows.earlier <= COMMON + len(changed)) & (rows.papers > changed.min(initial=len(found)))
    found[rows.papers[early]] = True
    return found


def _having(postings: Postings, papers: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which words any of some papers has."""
    if not postings.terms or not papers.any():
        return np.zeros(len(postings.terms), np.bool_)
    return np.logical_or.reduceat(papers[postings.documents], postings.starts[:-1])


def _rows(postings: Postings, words: NDArray[np.bool_]) -> _Rows:
    some = np.flatnonzero(words)
    sizes = np.diff(postings.starts)[some]
    rows = ranges(postings.starts[some], sizes)
    codes = postings.codes[rows]
    often = part(codes, "abstract") + 2 * part(codes, "title") + part(codes, "tags")
    there = often > 0
    word = np.repeat(np.arange(len(some)), sizes)[there]
    begins = np.searchsorted(word, np.arange(len(some)))
    return _Rows(
        papers=postings.documents[rows[there]].astype(np.int64),
        words=word,
        often=often[there],
        earlier=np.arange(len(word)) - begins[word],
        begins=begins,
    )


def _nearest(
    rows: _Rows, chosen: NDArray[np.int64], weights: NDArray[np.int64], found: NDArray[np.int64]
) -> None:
    """Add up the weights of the words that papers share with earlier ones, and write each paper's heaviest others into
    `found`, the later of equals first."""
    if not len(chosen):
        return
    bits = len(found).bit_length()
    papers, counts = rows.papers[chosen], rows.earlier[chosen]
    least = np.zeros(len(found), np.int64)  # many others reach what one word gives to NEIGHBOURS of them
    many = counts >= NEIGHBOURS
    np.maximum.at(least, papers[many], weights[many])
    others = rows.papers[ranges(rows.begins[rows.words[chosen]], counts)]
    keys = np.repeat(papers << (bits + 16) | weights, counts) | others << 16
    keys.sort()
    pairs = keys >> 16
    first = run_starts(pairs)
    sums = np.add.reduceat(keys & 0xFFFF, first)
    pairs = pairs[first]
    reach = sums >= least[pairs >> bits]
    pairs, sums = pairs[reach], np.minimum(sums[reach], (1 << 20) - 1)
    papers, others = pairs >> bits, pairs & ((1 << bits) - 1)
    order = np.sort(papers << (bits + 20) | ((1 << 20) - 1 - sums) << bits | ((1 << bits) - 1 - others))
    papers, others = order >> (bits + 20), (1 << bits) - 1 - (order & ((1 << bits) - 1))
    place = ranks(papers)
    near = place < NEIGHBOURS
    found[papers[near], place[near]] = others[near]


def _logarithm(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return about eight times the binary logarithm, exact in integers: exponent, then three bits of
    mantissa."""
    mantissa, exponent = np.frexp(values.astype(np.float64))
    eighths = np.floor((2 * mantissa - 1) * 8).astype(np.int64)
    return np.asarray(8 * (exponent.astype(np.int64) - 1) + eighths)
