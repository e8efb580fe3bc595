"""What a paper's page shows, and what stands at its former addresses."""

from dataclasses import dataclass

from papershelf.model.paper import Paper
from papershelf.views.summary import RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    """Another paper, or a page elsewhere, that this paper names."""

    rel: str
    """``version-of``, ``extends``, ...; empty for neighbours and for entries of the references."""
    id: str
    """Paper of this archive, or empty."""
    text: str
    """Title of that paper, else what the record says: an address, a DOI, a reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """``page`` of ``paper.html``."""

    paper: Paper
    """The record, and its venue's."""
    summary: RecordSummary
    newer: RelatedLink | None
    """The next paper: of its day, then of the day after; none on the newest's page."""
    older: RelatedLink | None
    related: tuple[RelatedLink, ...]
    references: tuple[RelatedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """``page`` of ``redirect.html``."""

    target: str
    """Present address, relative to the site's root."""
    title: str
