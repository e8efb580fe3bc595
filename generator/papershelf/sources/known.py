"""Which papers are here already: by identifier, or by title and first author."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from papershelf.lib.text import fold, slug
from papershelf.markup.line import plain
from papershelf.model.record import Record
from papershelf.sources.candidate import NO_ID

LONGEST_ID = 60
TELLING = 4  # words of a title that is enough to know a paper by, where one side names no authors


@dataclass(frozen=True, slots=True)
class Known:
    """The papers of an archive and those that are about to join it."""

    ids: set[str] = field(default_factory=set)
    """Ids in lower case: some file systems know no other."""
    codes: dict[tuple[str, str], Record] = field(default_factory=dict)
    """By scheme and identifier."""
    titles: dict[str, list[Record]] = field(default_factory=dict)
    """By the letters of the title."""


def known(records: Iterable[Record]) -> Known:
    """Return what is known of records."""
    out = Known()
    for record in records:
        remember(out, record)
    return out


def remember(papers: Known, record: Record) -> None:
    """Add a record to those that are known."""
    papers.ids.add(record.id.lower())
    for code in _codes(record):
        papers.codes.setdefault(code, record)
    papers.titles.setdefault(_letters(record.title), []).append(record)


def find(papers: Known, record: Record) -> Record | None:
    """Return the known record of the same paper, None where there is none.

    Records that share an identifier are one paper; so are those of one title and first author, unless their
    identifiers differ. Where one side names no authors, a title of several words
    does, where none does the date as well. Two that join together (they
    have no ``source``) may be two publications of one work: then venue or year tell them apart.
    """
    for code in _codes(record):
        if code in papers.codes:
            return papers.codes[code]
    for other in papers.titles.get(_letters(record.title), ()):
        if _same_author(record, other) and not _apart(record, other):
            return other
    return None


def choose_id(papers: Known, record: Record) -> str:
    """Return an id for a new record: its own, or that of its BibTeX key or title; numbered where it is taken."""
    wanted = record.id if record.id != NO_ID else _named(record)
    chosen, number = wanted, 1
    while chosen.lower() in papers.ids:
        number += 1
        chosen = f"{wanted}-{number}"
    return chosen


def _named(record: Record) -> str:
    """Return an id made of what a reader knows: BibTeX key, title, or DOI where the title has no Latin letters."""
    if record.bibkey or not record.doi or re.search(r"[a-z]", fold(plain(record.title))):
        return slug(record.bibkey) if record.bibkey else title_id(record.title)
    return slug(record.doi)


def title_id(title: str) -> str:
    """Return the slug of a title, cut between words."""
    whole = slug(plain(title))
    if len(whole) <= LONGEST_ID:
        return whole
    return whole[: LONGEST_ID + 1].rpartition("-")[0] or whole[:LONGEST_ID]


def _codes(record: Record) -> Iterator[tuple[str, str]]:
    if record.doi:
        yield "doi", record.doi.lower()
    if record.arxiv:
        yield "arxiv", record.arxiv
    yield from record.ids


def _letters(title: str) -> str:
    return "".join(char for char in fold(plain(title)) if char.isalnum())


def _same_author(record: Record, other: Record) -> bool:
    if record.authors and other.authors:
        return fold(_family(record)) == fold(_family(other))
    return record.title.count(" ") + 1 >= TELLING or (
        not record.authors and not other.authors and record.date == other.date
    )


def _family(record: Record) -> str:
    return record.authors[0].family or record.authors[0].name


def _apart(record: Record, other: Record) -> bool:
    mine, theirs = dict(_codes(record)), dict(_codes(other))
    if any(mine[scheme] != theirs[scheme] for scheme in mine.keys() & theirs.keys()):
        return True
    together = not record.source and not other.source
    return together and (record.venue, record.year) != (other.venue, other.year)
