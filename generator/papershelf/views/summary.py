"""What a list shows of a paper: one frozen summary per record and build, cheap to key and to render."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from papershelf.lib.digest import Digested
from papershelf.lib.text import slug
from papershelf.model.record import Record


class PersonLink(NamedTuple):
    """An author as printed on a paper, and where their page is."""

    slug: str
    name: str
    """As printed: ``Laurens van der Maaten``."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Most addresses follow from the name, and a part of the plan may name ten thousand people.
        return (_link, (self.name,)) if self.slug == slug(self.name) else (PersonLink, tuple(self))


def _link(name: str) -> PersonLink:
    return PersonLink(slug(name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueLink:
    """A venue as a paper names it, and where its page is."""

    slug: str
    name: str
    """As shown: ``NeurIPS 2023``."""
    bare: str
    """As shown without its year: ``NeurIPS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSummary(Digested):
    """A paper as lists show it. ``digest`` stands for all of it, and does not change with the abstract."""

    digest: bytes
    id: str
    title: str
    people: tuple[PersonLink, ...]
    author_count: int
    """Number of authors, where only that is known too; 0 where nothing is."""
    date: str
    joined: str
    """When it joined the archive, as exactly as is known."""
    venue: str
    """As shown, or empty."""
    venue_name: str
    """Without its year."""
    venue_slug: str
    comments: int
    upvotes: int
    code: bool
    pdf: bool
    project: bool
    status: str
    """``corrected``, ``retracted`` or ``withdrawn``; empty for any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A paper with its abstract, for the lists that show it."""

    record: Record
    summary: RecordSummary
