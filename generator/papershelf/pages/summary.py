"""What a list shows of a paper: one frozen summary per record and build, cheap to key and to render."""

from dataclasses import dataclass

from papershelf.lib.digest import plain_fingerprint
from papershelf.model.names import Name
from papershelf.model.record import Record
from papershelf.model.site import Directory, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink:
    """An author as printed on a paper, and where their page is."""

    slug: str
    name: str
    """As printed: ``Laurens van der Maaten``."""
    short: str
    """Family name with particle, or the whole name of an organisation: ``van der Maaten``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueLink:
    """A venue as a paper names it, and where its page is."""

    slug: str
    name: str
    """As shown: ``NeurIPS 2023``."""
    bare: str
    """As shown without its year: ``NeurIPS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSummary:
    """A paper as lists show it. ``digest`` stands for all of it, and does not change with the abstract."""

    digest: bytes
    id: str
    title: str
    people: tuple[PersonLink, ...]
    author_count: int
    """Number of authors, where only that is known too; 0 where nothing is."""
    date: str
    day: str
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
    retracted: bool
    """Retracted or withdrawn."""


def venue_links(site: Site) -> dict[str, VenueLink]:
    """Return the link of every venue text of the archive."""
    links = {}
    for text, (slug, year) in site.directory.venues.items():
        venue = site.directory.venue_records[slug]
        bare = venue.short or venue.title
        links[text] = VenueLink(slug=slug, name=f"{bare} {year}".strip(), bare=bare)
    return links


def person_link(name: Name, directory: Directory) -> PersonLink:
    """Return the link of a printed name."""
    short = name.name if name.literal else f"{name.particle} {name.family}".strip()
    return PersonLink(slug=directory.person(name), name=name.name, short=short)


def summarise(record: Record, people: tuple[PersonLink, ...], venue: VenueLink | None) -> RecordSummary:
    """Return the summary of a record."""
    links = [link.type for link in record.links]
    values = {
        "id": record.id,
        "title": record.title,
        "author_count": record.authors_known,
        "date": record.date,
        "day": record.day,
        "venue": venue.name if venue else "",
        "venue_name": venue.bare if venue else "",
        "venue_slug": venue.slug if venue else "",
        "comments": record.comments or 0,
        "upvotes": record.upvotes or 0,
        "code": "code" in links,
        "pdf": bool(record.pdf),
        "project": "project" in links,
        "retracted": record.status in ("retracted", "withdrawn"),
    }
    named = [(person.slug, person.name, person.short) for person in people]
    key = plain_fingerprint((named, *values.values()))
    return RecordSummary(digest=key, people=people, **values)  # type: ignore[arg-type]
