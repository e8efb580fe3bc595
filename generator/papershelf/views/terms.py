"""What the pages of taxonomies show: an author, a venue and its volumes, a tag; and the indexes of them."""

from dataclasses import dataclass

from papershelf.model.people import Person
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.views.pager import Pager
from papershelf.views.summary import RecordSummary

TermEntry = tuple[str, str, int]
"""``(slug, name, papers)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """``page`` of ``term.html`` and ``author.html``."""

    taxonomy: str
    taxonomy_title: str
    slug: str
    name: str
    names: tuple[str, ...]
    """Other printed names that led here."""
    person: Person | None
    others: tuple[tuple[str, str], ...]
    """``(slug, name)`` of people with similar names who are somebody else; where ``person`` is not known, of those whom
    the name may mean."""
    venue: Venue | None
    """With its volumes newest first."""
    feeds: bool
    """Whether ``feed.xml`` and ``feed.json`` stand beside this page."""
    count: int
    """Papers on all pages, and on those of its volumes."""
    pager: Pager
    items: tuple[RecordSummary, ...]
    """Papers of this page, newest first; in a large archive without those that stand in a volume of the venue."""
    whole: tuple[RecordSummary, ...]
    """All papers, for what the first page counts, where it lists fewer; empty elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeView:
    """``page`` of ``volume.html``."""

    venue: Venue
    """What it is a volume of; without its volumes."""
    volume: Volume
    newer: tuple[str, str] | None
    """Slug and name of the volume after it."""
    older: tuple[str, str] | None
    count: int
    """Papers on all pages."""
    pager: Pager
    items: tuple[RecordSummary, ...]
    """Papers of this page, in the order of the volume's pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsView:
    """``page`` of ``terms.html``."""

    taxonomy: str
    title: str
    letter: str
    """The one letter that this page is about, ``other``, or empty on the taxonomy's own page."""
    letters: tuple[tuple[str, int], ...]
    """``(letter, terms)``, where the index goes by letters."""
    count: int
    """Terms on all pages of this list."""
    pager: Pager
    entries: tuple[TermEntry, ...]
