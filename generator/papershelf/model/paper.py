"""A paper: a record with its venue and the type of work it is, as pages, formats and the search index read it."""

from dataclasses import dataclass, field, replace

from papershelf.lib.digest import Digested, fingerprint
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import BY_NAME, WORK_TYPES

_BY_VENUE = {kind: row for row in WORK_TYPES for kind in row.venue_kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Digested):
    """A record, joined with its venue."""

    record: Record
    venue: Venue | None = None
    """Record of its venue, without the volumes."""
    volume: Volume | None = None
    """The volume it stands in, whose page there is; the record has what it says already."""
    digest: bytes = b""
    """Stands for the record with its volume, and the venue: their digests one behind the other."""

    type: WorkType = field(init=False)
    """Type of work: as the record says, else by what contains it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", _type(self.record, self.venue))

    @property
    def publisher(self) -> str:
        """Who publishes it: the institution of a thesis or report, else the publisher, its own or its venue's."""
        record = self.record
        return (
            getattr(record, self.type.publisher)
            or record.publisher
            or (self.venue.publisher if self.venue else "")
        )

    @property
    def issn(self) -> str:
        """ISSN: its own, else its venue's."""
        return self.record.issn or (self.venue.issn if self.venue else "")


def _type(record: Record, venue: Venue | None) -> WorkType:
    if record.type:
        return BY_NAME[record.type]
    if venue and venue.kind in _BY_VENUE:
        return _BY_VENUE[venue.kind]
    if record.venue:
        return BY_NAME["article" if record.volume or record.issue else "inproceedings"]
    return BY_NAME["inproceedings" if record.event else "report" if record.institution else "preprint"]


def papers_of(site: Site) -> tuple[Paper, ...]:
    """Return all papers of a site, oldest first, each with its venue."""
    venues, volumes = site.directory.venues, site.directory.volumes
    places = {slug: replace(venue, volumes=()) for slug, venue in site.directory.venue_records.items()}
    digests = {slug: fingerprint(venue) for slug, venue in places.items()}
    papers = []
    for record in site.records:
        if record.venue:
            slug, _ = venues[record.venue]
            papers.append(
                Paper(
                    record=record,
                    venue=places[slug],
                    volume=volumes.get(record.id),
                    digest=record.digest + digests[slug],
                )
            )
        else:
            papers.append(Paper(record=record, digest=record.digest))
    return tuple(papers)
