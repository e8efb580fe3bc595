"""What a search reads of an archive, and an archive in memory that has it; `opened.py` reads it from an index."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from papershelf.search.codes import without_names
from papershelf.search.columns import days, lengths, mean_length, offered_tags, row, venue_names, year_span
from papershelf.search.document import FLAGS, Document, SearchSettings
from papershelf.search.known import MARK
from papershelf.search.neighbours import neighbours
from papershelf.search.papers import numbered
from papershelf.search.postings import invert
from papershelf.search.slices import affordable, placer, slices
from papershelf.search.texts import TEXTS
from papershelf.search.tokens import tokens
from papershelf.search.understood import spoken
from papershelf.search.vocabulary import pieces, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a list of results shows of a paper."""

    id: str
    title: str
    authors: tuple[str, ...]
    venue: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What filters and orders read, by the papers' numbers: dates as `days`, venues by slug, flags as bits."""

    dates: Sequence[int]
    venues: Sequence[str]
    flags: Sequence[int]
    votes: Sequence[int]
    added: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything a search reads, each part only when it is asked for. Papers are numbers.

    `postings` returns the papers of a term with their codes, without those that have it in a name only unless asked
    for names; `spoken` maps names to venues as queries mean them, `years` are the first and the last; `place` tells in
    which file of postings a term stands and what that costs to read, `affordable` what a query may read; `terms` (all,
    None where they are too many to read), `longer`, `ending` and `like` return terms with the binary digits of the
    number of their papers.
    """

    count: int
    settings: SearchSettings
    average: float
    lengths: Callable[[], Sequence[int]]
    columns: Callable[[], Columns]
    venues: Callable[[], Mapping[str, tuple[str, ...]]]
    spoken: Mapping[str, str]
    years: tuple[int, int]
    tags: Callable[[], Mapping[str, frozenset[int]]]
    card: Callable[[int], Card]
    neighbours: Callable[[int], Sequence[int]]
    abstract: Callable[[int], str]
    postings: Callable[[str, bool], Sequence[tuple[int, int]]]
    place: Callable[[str], tuple[int, int]]
    affordable: int
    terms: Callable[[], Mapping[str, int] | None]
    ending: Callable[[str], Mapping[str, int]]
    longer: Callable[[str], Mapping[str, int]]
    like: Callable[[str], Mapping[str, int]]


def open_archive(documents: Sequence[Document], settings: SearchSettings) -> Archive:
    """Index documents for `search`, in memory."""
    ordered = numbered(documents)
    rows = [row(each) for each in ordered]
    index = invert(tokens(ordered), settings)
    numbers = {term: number for number, term in enumerate(index.terms)}
    sizes = {
        term: count.bit_length()
        for term, count in zip(index.terms, np.diff(index.starts).tolist(), strict=True)
        if not term.startswith(MARK)
    }
    coded = tuple(lengths(index.lengths).tolist())
    near = [[other for other in some if other >= 0] for some in neighbours(index).tolist()]
    files = list(slices(index, lambda _, make: b""))
    vocabulary = list(pieces(index, lambda _, make: b"", backwards=False))
    whole = len(vocabulary) <= settings.tuning.pieces
    columns = Columns(
        dates=[days(each.date) for each in ordered],
        venues=[each.venue_slug for each in ordered],
        flags=[sum(1 << bit for bit, flag in enumerate(FLAGS) if flag in each.flags) for each in ordered],
        votes=[each.votes for each in ordered],
        added=[days(each.added) for each in ordered],
    )

    def postings(term: str, names: bool) -> list[tuple[int, int]]:
        number = numbers.get(term)
        if number is None:
            return []
        begin, end = index.starts[number : number + 2]
        codes = index.codes[begin:end] if names else without_names(index.codes[begin:end])
        pairs = zip(index.documents[begin:end].tolist(), codes.tolist(), strict=True)
        return [pair for pair in pairs if pair[1]]

    def like(word: str) -> dict[str, int]:
        begin, end = shared(word, settings.tuning)
        return {term: size for term, size in sizes.items() if term.startswith(begin) or term.endswith(end)}

    return Archive(
        count=len(ordered),
        settings=settings,
        average=mean_length(coded),
        lengths=lambda: coded,
        columns=lambda: columns,
        venues=lambda: venue_names(rows),
        spoken=spoken(rows, index, settings.language),
        years=year_span(rows),
        tags=lambda: {
            tag: frozenset(at for at, each in enumerate(ordered) if tag in each.tags)
            for tag in offered_tags(each.tags for each in ordered)
        },
        card=lambda paper: _card(ordered[paper]),
        neighbours=near.__getitem__,
        abstract=lambda paper: TEXTS[settings.texts](ordered[paper].abstract),
        postings=postings,
        affordable=affordable(len(files), settings.tuning),
        place=placer([each.first for each in files], [each.size for each in files]),
        terms=lambda: sizes if whole else None,
        ending=lambda suffix: {term: size for term, size in sizes.items() if term.endswith(suffix)},
        longer=lambda prefix: {term: size for term, size in sizes.items() if term.startswith(prefix)},
        like=like,
    )


def _card(document: Document) -> Card:
    return Card(
        id=document.id,
        title=document.title,
        authors=document.authors,
        venue=document.venue,
        date=document.date,
    )
