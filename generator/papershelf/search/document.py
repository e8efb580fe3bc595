"""What search needs to know of a paper, and the settings an archive may choose."""

from dataclasses import dataclass, field
from typing import Final

from papershelf.search.tuning import TUNING, Tuning

FIELDS: Final = ("title", "authors", "abstract", "venue", "tags")
"""The searchable fields, in the order of their numbers inside the index."""

FLAGS: Final = ("code", "data", "pdf", "demo", "video")
"""What `has:` can ask for; flag i is bit i of a paper's flags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper as search sees it.

    `abstract` is Markdown, made plain only where a paper is analysed: most builds meet few papers they don't know.
    `digest` names everything below it: equal digests mean equal documents, so analysed text can be stored by
    it. Dates are `YYYY[-MM[-DD]]`; `venue:` filters compare with `venue_slug`, `venue` and the other
    `venue_names`. `ids` are its identifiers elsewhere, bare.
    """

    id: str
    digest: bytes
    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    venue: str = ""
    venue_slug: str = ""
    venue_names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date: str
    added: str
    votes: int = 0
    flags: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSettings:
    """How an archive is searched: its language, what a word in each field counts, where abstracts are read.

    `texts` is where the engine takes abstracts from, for excerpts and phrases: `json`, the CSL-JSON beside a page, or
    `page`, the page itself.
    """

    language: str = "en"
    boosts: dict[str, float] = field(
        default_factory=lambda: {"title": 3.0, "authors": 2.0, "abstract": 1.0, "venue": 1.0, "tags": 1.0}
    )
    texts: str = "json"
    tuning: Tuning = TUNING
