"""Documents to counted words: the part of indexing that looks at one document at a time, so chunks may run
apart."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.content.markdown import to_text
from generator.search.analysis import words
from generator.search.document import FIELDS, Document

FIELD_BITS: Final = 3
FIRST: Final = len(FIELDS)
"""A field beside FIELDS: the first author's last name."""

AT_ONCE: Final = 16_384
"""Documents of a chunk: so few that what is sorted stays near the processor."""

COUNT_BITS: Final = 8  # a count is stored in a byte; no ranking tells 255 from more


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """The counted words of some documents.

    `vocabulary` holds each distinct folded word once. Document i owns `entries[starts[i]:starts[i + 1]]`,
    ascending, each entry a word's number and the field (`word << 3 | field`), and `counts` beside it how
    often it occurs there.
    """

    digests: tuple[bytes, ...]
    vocabulary: tuple[str, ...]
    starts: NDArray[np.int64]
    entries: NDArray[np.uint32]
    counts: NDArray[np.uint8]


def chunks(documents: Sequence[Document]) -> list[Chunk]:
    """Count the words of all documents, AT_ONCE at a time."""
    return [analyse(documents[at : at + AT_ONCE]) for at in range(0, max(1, len(documents)), AT_ONCE)]


def analyse(documents: Sequence[Document]) -> Chunk:
    """Count the words of every document by field. Pure and picklable, for worker processes."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    tokens: dict[int, array[int]] = {}
    lengths: dict[int, list[int]] = {}
    for field, text in enumerate(TEXTS):
        tokens[field], lengths[field] = _numbered(map(text, documents), numbers)
    bits = max(1, len(numbers) - 1).bit_length() + FIELD_BITS
    keys = np.concatenate(
        [
            (np.repeat(np.arange(len(documents), dtype=np.uint64), lengths[field]) << np.uint64(bits))
            | (np.frombuffer(tokens[field], dtype=np.uint32).astype(np.uint64) << np.uint64(FIELD_BITS))
            | np.uint64(field)
            for field in tokens
        ]
    )
    keys.sort()
    first = run_starts(keys)
    counts = np.diff(first, append=len(keys))
    keys = keys[first]
    starts = np.searchsorted(keys, np.arange(len(documents) + 1, dtype=np.uint64) << np.uint64(bits))
    return Chunk(
        digests=tuple(document.digest for document in documents),
        vocabulary=tuple(numbers),
        starts=starts.astype(np.int64),
        entries=(keys & np.uint64((1 << bits) - 1)).astype(np.uint32),
        counts=np.minimum(counts, (1 << COUNT_BITS) - 1).astype(np.uint8),
    )


def run_starts(values: NDArray[np.integer]) -> NDArray[np.int64]:
    """Give where each run of equal values begins in a sorted array."""
    if not len(values):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))


def _venue(document: Document) -> str:
    plain = document.venue.lower() == document.venue_slug
    return document.venue if plain else f"{document.venue} {document.venue_slug}"


def _first_surname(document: Document) -> str:
    """Give the last name of the first author, by which people cite: what precedes a comma, else the last
    word."""
    name = document.authors[0].partition(",")[0].split() if document.authors else []
    return name[-1] if name else ""


TEXTS: Final[tuple[Callable[[Document], str], ...]] = (
    lambda document: document.title,
    lambda document: " ".join(document.authors),
    lambda document: to_text(document.abstract),
    _venue,
    lambda document: " ".join(document.tags),
    _first_surname,
)
"""The text of each field of `FIELDS`, then of FIRST."""


def _numbered(texts: Iterable[str], numbers: defaultdict[str, int]) -> tuple["array[int]", list[int]]:
    """Give the numbers of all words of `texts`, one after the other, and how many words each text has."""
    number = numbers.__getitem__
    tokens, lengths = array("I"), []
    for text in texts:
        found = words(text)
        lengths.append(len(found))
        tokens.extend(map(number, found))
    return tokens, lengths
