"""Counted words to postings: for every term the documents it occurs in and where in them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.analysis import forms, stemmer, stop_words
from generator.search.chunk import COUNT_BITS, FIELD_BITS, FIRST, Chunk, run_starts
from generator.search.document import FIELDS, SearchSettings

EXACT: Final = FIRST + 1
"""A field beside FIELDS: the words of the title as written, unstemmed, so that ranking can prefer them."""

LAYOUT: Final = (
    ("abstract", 3),
    ("title", 2),
    ("authors", 1),
    ("exact", 1),
    ("tags", 1),
    ("first", 1),
    ("venue", 1),
)
"""A posting's code from its lowest bit up: how many bits say how often the term is in a field (cut where they
end)."""


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
class _Table:
    """Words to terms: word w has the terms `values[starts[w]:starts[w + 1]]`."""

    starts: NDArray[np.int64]
    values: NDArray[np.int64]


def invert(chunks: Sequence[Chunk], settings: SearchSettings) -> Postings:
    """Join the chunks' words into postings, the documents numbered through all chunks in their order."""
    words = sorted(set(chain.from_iterable(chunk.vocabulary for chunk in chunks)))
    terms, stems, exacts, names = _tables(words, settings.language)
    routes = [
        *(
            (FIELDS.index(field), FIELDS.index(field), stems)
            for field in ("title", "abstract", "venue", "tags")
        ),
        (FIELDS.index("authors"), FIELDS.index("authors"), names),
        (FIRST, FIRST, names),
        (FIELDS.index("title"), EXACT, exacts),
    ]
    total = sum(len(chunk.digests) for chunk in chunks)
    bits = max(1, total - 1).bit_length()
    lengths = np.zeros(total)
    keys, first = [], 0
    for chunk in chunks:
        owners, fields, counted = _entries(chunk, words, first)
        for source, target, table in routes:
            chosen = np.flatnonzero(fields == source)
            entry, term = _spread(table, counted[chosen])
            rows = chosen[entry]
            keys.append(_keys(term, owners[rows], target, chunk.counts[rows], bits))
            if target < len(FIELDS):
                weights = chunk.counts[rows] * settings.boosts[FIELDS[target]]
                lengths += np.bincount(owners[rows], weights, total)
        first += len(chunk.digests)
    return _grouped(np.concatenate(keys), terms, bits, lengths)


def _tables(words: list[str], language: str) -> tuple[list[str], _Table, _Table, _Table]:
    """Give all terms in order, and the terms of each word in running text (stemmed), as written and as a
    name."""
    stem, stops = stemmer(language), stop_words(language)
    names = [forms(word) for word in words]
    distinct = set(chain.from_iterable(names))
    stems = {form: stem(form) for form in distinct - stops}
    exact = [[form for form in found if form not in stops] for found in names]
    terms = sorted(distinct.union(stems.values()))
    numbers = {term: number for number, term in enumerate(terms)}
    stem_numbers = {form: numbers[term] for form, term in stems.items()}
    return terms, _table(exact, stem_numbers), _table(exact, numbers), _table(names, numbers)


def _table(found: list[list[str]], numbers: dict[str, int]) -> _Table:
    counts = np.fromiter(map(len, found), np.int64, len(found))
    values = np.fromiter(map(numbers.__getitem__, chain.from_iterable(found)), np.int64, int(counts.sum()))
    return _Table(starts=np.concatenate([[0], np.cumsum(counts)]), values=values)


def _entries(
    chunk: Chunk, words: list[str], first: int
) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.int64]]:
    """Give the document, the field and the word of every entry, numbered through all chunks."""
    numbers = dict(zip(words, range(len(words)), strict=True))
    through = np.fromiter(map(numbers.__getitem__, chunk.vocabulary), np.int64, len(chunk.vocabulary))
    owners = np.repeat(np.arange(first, first + len(chunk.digests)), np.diff(chunk.starts))
    fields = chunk.entries & np.uint32((1 << FIELD_BITS) - 1)
    return owners, fields, through[chunk.entries >> np.uint32(FIELD_BITS)]


def _spread(table: _Table, words: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the terms of all words, one after the other, each with the index of its word."""
    begins = table.starts[words]
    counts = table.starts[words + 1] - begins
    entry = np.repeat(np.arange(len(words)), counts)
    offset = np.arange(len(entry)) - np.repeat(np.cumsum(counts) - counts, counts)
    return entry, table.values[begins[entry] + offset]


def _keys(
    terms: NDArray[np.int64], owners: NDArray[np.int64], field: int, counts: NDArray[np.uint8], bits: int
) -> NDArray[np.uint64]:
    """Give sortable keys: term, document, field, count from the highest bit down."""
    key = terms.astype(np.uint64)
    for value, width in ((owners, bits), (field, FIELD_BITS), (counts, COUNT_BITS)):
        key = (key << np.uint64(width)) | np.asarray(value).astype(np.uint64)
    return key


def _grouped(keys: NDArray[np.uint64], terms: list[str], bits: int, lengths: NDArray[np.float64]) -> Postings:
    """Sort the keys and join those of one term, document and field, then those of one term and document."""
    keys.sort()
    counts = (keys & np.uint64((1 << COUNT_BITS) - 1)).astype(np.uint16)
    keys >>= np.uint64(COUNT_BITS)
    first = run_starts(keys)
    counts = np.add.reduceat(counts, first, dtype=np.uint16) if len(first) else counts
    keys = keys[first]
    most, shift = _layout()
    fields = (keys & np.uint64((1 << FIELD_BITS) - 1)).astype(np.intp)
    codes = np.minimum(counts, most[fields]) << shift[fields]
    keys >>= np.uint64(FIELD_BITS)
    first = run_starts(keys)
    codes = np.bitwise_or.reduceat(codes, first) if len(first) else codes
    return _indexed(keys[first], codes, terms, bits, lengths)


def _indexed(
    keys: NDArray[np.uint64],
    codes: NDArray[np.uint16],
    terms: list[str],
    bits: int,
    lengths: NDArray[np.float64],
) -> Postings:
    """Give sorted keys (term, document) and their codes as postings; terms without any are left out."""
    owners = (keys & np.uint64((1 << bits) - 1)).astype(np.uint32)
    keys >>= np.uint64(bits)
    starts = run_starts(keys)
    return Postings(
        terms=tuple(terms[term] for term in keys[starts].tolist()),
        starts=np.concatenate([starts, [len(keys)]]),
        documents=owners,
        codes=codes,
        lengths=lengths,
    )


def merged(
    old: Postings, old_numbers: NDArray[np.int64], new: Postings, new_numbers: NDArray[np.int64]
) -> Postings:
    """Join the postings of two sets of documents, given their numbers in the whole (-1: no longer there).

    Both run upwards, so what `invert` would make of the whole comes of it, at a fraction of the work.
    """
    added = sorted(set(new.terms).difference(old.terms))
    terms = sorted([*old.terms, *added])
    places = np.array([bisect_left(old.terms, term) for term in added], np.int64)
    old_terms = np.arange(len(old.terms))
    old_terms += np.searchsorted(places, old_terms, side="right")
    new_terms = np.array([bisect_left(terms, term) for term in new.terms], np.int64)
    total = int(np.count_nonzero(old_numbers >= 0)) + len(new_numbers)
    bits = max(1, total - 1).bit_length()
    keys, codes = _numbered(old, old_terms, old_numbers, bits)
    more, more_codes = _numbered(new, new_terms, new_numbers, bits)
    at = np.searchsorted(keys, more)
    lengths = np.zeros(total)
    lengths[old_numbers[old_numbers >= 0]] = old.lengths[old_numbers >= 0]
    lengths[new_numbers] = new.lengths
    return _indexed(np.insert(keys, at, more), np.insert(codes, at, more_codes), terms, bits, lengths)


def _numbered(
    postings: Postings, terms: NDArray[np.int64], documents: NDArray[np.int64], bits: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint16]]:
    """Give keys (term, document) and codes by other numbers of terms and documents (-1: left out)."""
    keys = np.repeat(terms << bits, np.diff(postings.starts))
    owners = documents[postings.documents]
    keys |= owners
    if len(owners) and owners.min() < 0:
        there = owners >= 0
        return keys[there].view(np.uint64), postings.codes[there]
    return keys.view(np.uint64), postings.codes


def part(codes: NDArray[np.uint16], field: str) -> NDArray[np.uint16]:
    """Give what codes say of one field."""
    bit = 0
    for name, width in LAYOUT:
        if name == field:
            return (codes >> np.uint16(bit)) & np.uint16((1 << width) - 1)
        bit += width
    raise KeyError(field)


def _layout() -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Give the largest count and the lowest bit of every field in a code, by field number."""
    numbers = {name: number for number, name in enumerate((*FIELDS, "first", "exact"))}
    most, shift = np.zeros(len(LAYOUT), np.uint16), np.zeros(len(LAYOUT), np.uint16)
    bit = 0
    for name, width in LAYOUT:
        most[numbers[name]], shift[numbers[name]] = (1 << width) - 1, bit
        bit += width
    return most, shift
