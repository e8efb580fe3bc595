"""A paper: a record with its venue and the type of work it is, as pages, formats and the search index read it."""

from dataclasses import dataclass

from papershelf.lib.digest import Digested, fingerprint
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.model.venues import Venue

_TYPE_BY_VENUE = {
    "conference": "inproceedings",
    "workshop": "inproceedings",
    "journal": "article",
    "book-series": "chapter",
    "university": "thesis",
    "preprint-server": "preprint",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Digested):
    """A record, joined with its venue."""

    record: Record
    venue: Venue | None = None
    """Record of its venue."""
    digest: bytes = b""
    """Stands for the record and the venue: their digests one behind the other."""

    @property
    def type(self) -> str:
        """Type of work: as the record says, else by what contains it."""
        record = self.record
        if record.type:
            return record.type
        if self.venue and self.venue.kind in _TYPE_BY_VENUE:
            return _TYPE_BY_VENUE[self.venue.kind]
        if record.venue:
            return "article" if record.volume or record.issue else "inproceedings"
        return "inproceedings" if record.event else "report" if record.institution else "preprint"


def papers_of(site: Site) -> tuple[Paper, ...]:
    """Return all papers of a site, oldest first, each with its venue."""
    venues, places = site.directory.venues, site.directory.venue_records
    digests = {slug: fingerprint(venue) for slug, venue in places.items()}
    papers = []
    for record in site.records:
        if record.venue:
            slug, _ = venues[record.venue]
            papers.append(Paper(record=record, venue=places[slug], digest=record.digest + digests[slug]))
        else:
            papers.append(Paper(record=record, digest=record.digest))
    return tuple(papers)
