"""Words to postings: for every term the documents it occurs in and where in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.search.analysis import forms, stemmer, stop_words
from papershelf.search.arrays import ranges, run_starts
from papershelf.search.codes import most_and_shift
from papershelf.search.document import FIELDS, SearchSettings
from papershelf.search.known import MARK
from papershelf.search.tokens import FIRST, IDS, Tokens, numbering

FIELD_BITS: Final = 3

EXACT: Final = FIRST + 1
"""A field beside FIELDS: the words of the title as written, unstemmed, so that ranking can prefer them."""

IDENTIFIER: Final = EXACT + 1
"""A field beside FIELDS: the identifiers."""

AT_ONCE: Final = 4096  # documents, to bound memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The inverted index: term t (in code-point order) owns `documents[starts[t]:starts[t + 1]]`, ascending,
    and `codes`.

    `lengths` holds, per document, the count of its terms weighted by the boosts of their fields.
    """

    terms: tuple[str, ...]
    starts: NDArray[np.int64]
    documents: NDArray[np.uint32]
    codes: NDArray[np.uint16]
    lengths: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """Words to forms: word w has the forms `values[starts[w]:starts[w + 1]]`."""

    starts: NDArray[np.int64]
    values: NDArray[np.int64]


def invert(tokens: Tokens, settings: SearchSettings) -> Postings:
    """Turn words in documents into postings."""
    by_word, terms, stems, exacts, names = _tables(tokens.vocabulary, settings.language)
    routes = [
        *((field, field, stems) for field in map(FIELDS.index, ("title", "abstract", "venue", "tags"))),
        (FIELDS.index("authors"), FIELDS.index("authors"), names),
        (FIRST, FIRST, names),
        (FIELDS.index("title"), EXACT, exacts),
        (IDS, IDENTIFIER, names),
    ]
    total = len(tokens.starts[FIRST]) - 1
    bits = max(1, total - 1).bit_length()
    lengths = np.zeros(total)
    keys = []
    for first in range(0, total, AT_ONCE):
        for source, target, table in routes:
            owners, found = _forms(tokens, source, slice(first, min(total, first + AT_ONCE)), by_word)
            term = table[found]
            known = term >= 0
            if target == EXACT:  # a title of stop words alone is found by them
                bare = np.bincount(owners[known], minlength=total)[owners] == 0
                term, known = np.where(bare, names[found], term), known | bare
            owners, term = owners[known], term[known]
            keys.append((term << bits | owners) << FIELD_BITS | target)
            if target < len(FIELDS):
                lengths += np.bincount(owners, minlength=total) * settings.boosts[FIELDS[target]]
    return _grouped(
        np.concatenate(keys, dtype=np.int64) if keys else np.zeros(0, np.int64), terms, bits, lengths
    )


def _tables(
    words: Sequence[str], language: str
) -> tuple[_Forms, list[str], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the forms of each word, all terms in order, and the term of each form in running text (stemmed), as
    written and as a name; -1 where a stop word has none."""
    stem, stops = stemmer(language), stop_words(language)
    numbers = numbering()
    found = [[word] if word.startswith(MARK) else forms(word) for word in words]
    sizes = np.fromiter(map(len, found), np.int64, len(found))
    values = np.fromiter(map(numbers.__getitem__, chain.from_iterable(found)), np.int64, int(sizes.sum()))
    stems = [form if form.startswith(MARK) else stem(form) for form in numbers]
    terms = sorted(numbers.keys() | set(stems))
    places = dict(zip(terms, range(len(terms)), strict=True))
    names = np.fromiter(map(places.__getitem__, numbers), np.int64, len(numbers))
    stemmed = np.fromiter(map(places.__getitem__, stems), np.int64, len(stems))
    stopped = np.fromiter(map(stops.__contains__, numbers), np.bool_, len(numbers))
    by_word = _Forms(starts=np.concatenate([[0], np.cumsum(sizes)]), values=values)
    return by_word, terms, np.where(stopped, -1, stemmed), np.where(stopped, -1, names), names


def _forms(
    tokens: Tokens, field: int, documents: slice, by_word: _Forms
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every form of every word in a field of some documents: the document's number and its own."""
    starts = tokens.starts[field][documents.start : documents.stop + 1]
    words = tokens.numbers[field][starts[0] : starts[-1]]
    owners = np.repeat(np.arange(documents.start, documents.stop), np.diff(starts))
    begins = by_word.starts[words]
    sizes = by_word.starts[words + 1] - begins
    return np.repeat(owners, sizes), by_word.values[ranges(begins, sizes)]


def _grouped(keys: NDArray[np.int64], terms: list[str], bits: int, lengths: NDArray[np.float64]) -> Postings:
    """Sort keys (term, document, field), count the equal ones and join those of one term and document; terms without
    any are left out."""
    keys.sort()
    first = run_starts(keys)
    counts = np.diff(first, append=len(keys))
    keys = keys[first]
    most, shift = _layout()
    fields = keys & ((1 << FIELD_BITS) - 1)
    codes = np.minimum(counts, most[fields]).astype(np.uint16) << shift[fields]
    keys >>= FIELD_BITS
    first = run_starts(keys)
    codes = np.bitwise_or.reduceat(codes, first) if len(first) else codes
    keys = keys[first]
    owners = (keys & ((1 << bits) - 1)).astype(np.uint32)
    keys >>= bits
    starts = run_starts(keys)
    return Postings(
        terms=tuple([terms[term] for term in keys[starts].tolist()]),
        starts=np.concatenate([starts, [len(keys)]]),
        documents=owners,
        codes=codes,
        lengths=lengths,
    )


def _layout() -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Return the largest count and the lowest bit of every field in a code, by field number."""
    pairs = np.array([most_and_shift(name) for name in (*FIELDS, "first", "exact", "id")], np.uint16)
    return pairs[:, 0], pairs[:, 1]
