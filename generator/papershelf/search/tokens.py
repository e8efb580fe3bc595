"""Documents to numbered words: the part of indexing that reads text."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.markup.markdown import to_lines
from papershelf.search.analysis import words
from papershelf.search.document import FIELDS, Document
from papershelf.search.known import terms_of

FIRST: Final = len(FIELDS)
"""A field beside FIELDS: the first author's last name."""

IDS: Final = FIRST + 1
"""A field beside FIELDS: the paper's identifiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of some documents, field by field (of FIELDS, then FIRST and IDS).

    `vocabulary` holds each distinct folded word once. In field f, document i has the words
    `numbers[f][starts[f][i]:starts[f][i + 1]]`, in their order in the text.
    """

    vocabulary: tuple[str, ...]
    numbers: tuple[NDArray[np.uint32], ...]
    starts: tuple[NDArray[np.int64], ...]


def tokens(documents: Sequence[Document]) -> Tokens:
    """Take the text of every field of all documents apart into words."""
    vocabulary = numbering()
    fields = [_numbered(map(words, map(text, documents)), vocabulary) for text in TEXTS]
    fields.append(_numbered([terms_of(each.ids).split() for each in documents], vocabulary))
    return Tokens(
        vocabulary=tuple(vocabulary),
        numbers=tuple([numbers for numbers, _ in fields]),
        starts=tuple([starts for _, starts in fields]),
    )


def numbering() -> defaultdict[str, int]:
    """Return a table that numbers texts from zero as they are first asked for."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    return numbers


def _numbered(
    texts: Iterable[Sequence[str]], vocabulary: defaultdict[str, int]
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the numbers of all words of texts, one after the other, and where those of each text begin."""
    number = vocabulary.__getitem__
    numbers, starts = array("I"), array("q", [0])
    for text in texts:
        numbers.extend(map(number, text))
        starts.append(len(numbers))
    return np.frombuffer(numbers, np.uint32), np.frombuffer(starts, np.int64)


def _venue(document: Document) -> str:
    plain = document.venue.lower() == document.venue_slug
    return document.venue if plain else f"{document.venue} {document.venue_slug}"


def _first_surname(document: Document) -> str:
    """Return the last name of the first author, by which people cite: what precedes a comma, else the last
    word."""
    name = document.authors[0].partition(",")[0].split() if document.authors else []
    return name[-1] if name else ""


TEXTS: Final[tuple[Callable[[Document], str], ...]] = (
    lambda document: document.title,
    lambda document: " ".join(document.authors),
    lambda document: to_lines(document.abstract),
    _venue,
    lambda document: " ".join(document.tags),
    _first_surname,
)
"""The text of each field of `FIELDS`, then of FIRST."""
