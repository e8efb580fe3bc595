"""The whole archive, frozen: records sorted, people and venues joined, taxonomies grouped."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from papershelf.config import SiteConfig
from papershelf.lib.digest import Digested, fingerprint
from papershelf.lib.rows import filler
from papershelf.lib.text import slug, term_slug
from papershelf.model.names import Name
from papershelf.model.people import Person, by_name
from papershelf.model.record import Record
from papershelf.model.rhythm import Rhythm, rhythm
from papershelf.model.routes import ROUTES
from papershelf.model.venues import Venue, venue_texts
from papershelf.model.volumes import Volume, completed


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePage(Digested):
    """A page of ``content/pages/``."""

    slug: str
    """Address below the root: ``about`` gives ``/about/``."""
    title: str
    body: str
    """Markdown."""
    nav: bool
    """Whether the site's menu shows it."""
    source: str
    """Content file."""
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Static:
    """A file of ``content/static/``, published as it is."""

    path: str
    """File in ``output/``."""
    source: str
    """File on disk, relative to the archive's folder."""
    content_digest: bytes
    """Of its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a taxonomy and its papers: an author, a venue, a tag."""

    taxonomy: str
    slug: str
    name: str
    """As shown: the person's name, the venue's short name, the tag."""
    records: tuple[Record, ...]
    """Papers, oldest first."""
    names: tuple[str, ...] = ()
    """Printed names that led here, sorted, where they differ from ``name``."""
    person: Person | None = None
    venue: Venue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """A way of grouping papers."""

    name: str
    """First part of its addresses: ``authors``."""
    title: str
    """Heading of its index: ``Authors``."""
    terms: tuple[Term, ...]
    """Sorted by slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory(Digested):
    """Which person a printed name means, and which venue a record's venue text means."""

    people: Mapping[str, str]
    """Printed name -> slug, for every name in the archive."""
    namesakes: Mapping[str, tuple[str, ...]]
    """Printed name that several people of ``people.yaml`` share -> their slugs; bare it means none of them."""
    venues: Mapping[str, tuple[str, str]]
    """Venue text -> (slug, year in the text or empty), for every venue text in the archive."""
    venue_records: Mapping[str, Venue]
    """Slug -> venue; one that ``venues.yaml`` does not have is made of its text."""
    volumes: Mapping[str, Volume]
    """Record id -> the volume it stands in, of records that stand in one."""
    digest: bytes = b""
    """Stands for ``people.yaml``: with it, a printed name tells whom it means. A paper's own digest tells its venue."""

    def person(self, name: Name) -> str:
        """Return the slug of the person whom a printed name means."""
        return name.person or self.people[name.name]

    def venue(self, record: Record) -> Venue | None:
        """Return the venue of a record, None where it has none."""
        return self.venue_records[self.venues[record.venue][0]] if record.venue else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything there is to publish."""

    config: SiteConfig
    records: tuple[Record, ...]
    """All papers but drafts, with what their volumes say for them; oldest first: by (joined, id)."""
    directory: Directory
    taxonomies: tuple[Taxonomy, ...]
    """``authors``, ``venues``, ``tags``, then those of ``site.yaml``."""
    pages: tuple[FreePage, ...] = ()
    statics: tuple[Static, ...] = ()
    by_id: Mapping[str, Record] = field(default_factory=dict)
    rhythm: Rhythm

    def taxonomy(self, name: str) -> Taxonomy:
        """Return the taxonomy of that name."""
        return next(taxonomy for taxonomy in self.taxonomies if taxonomy.name == name)


def assemble(
    config: SiteConfig,
    records: Iterable[Record],
    people: Iterable[Person] = (),
    venues: Iterable[Venue] = (),
    pages: Iterable[FreePage] = (),
    statics: Iterable[Static] = (),
) -> Site:
    """Sort, join and group content, in which no check has found an error, into a ``Site``."""
    kept = tuple(sorted((r for r in records if not r.draft), key=_age))
    persons = {person.slug: person for person in people}
    given = tuple(venues)
    texts, known = venue_texts(kept, given)
    kept, volumes = completed(kept, texts, {venue.slug: venue.volumes for venue in given if venue.volumes})
    people_of, namesakes, authors = _authors(kept, persons)
    directory = Directory(
        people=people_of,
        namesakes=namesakes,
        venues=texts,
        venue_records=known,
        volumes=volumes,
        digest=fingerprint(tuple(persons.values())),
    )
    return Site(
        config=config,
        records=kept,
        directory=directory,
        taxonomies=_taxonomies(config, kept, directory, authors),
        pages=tuple(sorted(pages, key=lambda page: page.slug)),
        statics=tuple(sorted(statics, key=lambda static: static.path)),
        by_id={record.id: record for record in kept},
        rhythm=rhythm(config.home, kept),
    )


def _authors(
    records: tuple[Record, ...], persons: Mapping[str, Person]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]], tuple[Term, ...]]:
    """Return who each printed name is, who shares one, and the authors, in one walk over maybe half a million names."""
    known = by_name(persons.values())
    people = {printed: slugs[0] for printed, slugs in known.items() if len(slugs) == 1}
    printed_on: dict[tuple[str, str] | str, list[Record]] = {}
    for record in records:
        for name in record.authors:
            way = (name.person, name.name) if name.person else name.name
            if (papers := printed_on.get(way)) is None:
                printed_on[way] = [record]
            elif papers[-1] is not record:
                papers.append(record)
    ways: dict[str, list[tuple[str, list[Record]]]] = {}
    for way, papers in printed_on.items():
        person, printed = way if isinstance(way, tuple) else ("", way)
        if (found := people.get(printed)) is None:
            found = people[printed] = slug(printed)
        ways.setdefault(person or found, []).append((printed, papers))
    authors = []
    for key in sorted(ways):
        (printed, papers), *others = ways[key]
        if others or key in persons:
            authors.append(_author(key, ways[key], persons.get(key)))
        else:
            authors.append(_TERM(("authors", key, printed, tuple(papers), (), None, None)))
    shared = {printed: slugs for printed, slugs in known.items() if len(slugs) > 1}
    return people, shared, tuple(authors)


_TERM = filler(Term)


def _author(key: str, ways: list[tuple[str, list[Record]]], person: Person | None) -> Term:
    names = {printed for printed, _ in ways}
    shown = person.name if person else min(names)
    records = {record.id: record for _, papers in ways for record in papers}
    return Term(
        taxonomy="authors",
        slug=key,
        name=shown,
        records=tuple(sorted(records.values(), key=_age)),
        names=tuple(sorted(names - {shown})),
        person=person,
    )


def _age(record: Record) -> tuple[str, str]:
    return record.joined, record.id


def _taxonomies(
    config: SiteConfig, records: tuple[Record, ...], directory: Directory, authors: tuple[Term, ...]
) -> tuple[Taxonomy, ...]:
    venues: dict[str, list[Record]] = {}
    for record in records:
        if record.venue:
            venues.setdefault(directory.venues[record.venue][0], []).append(record)
    venue_terms = [
        Term(
            taxonomy="venues",
            slug=key,
            name=venue.short or venue.title,
            records=tuple(venues[key]),
            venue=venue,
        )
        for key, venue in sorted(directory.venue_records.items())
        if key in venues
    ]
    grouped = [_grouped("tags", ROUTES["tags"].title, records, lambda record: record.tags)]
    grouped += [_grouped(row.name, row.title, records, field_reader(row.field)) for row in config.taxonomies]
    return (
        Taxonomy(name="authors", title=ROUTES["authors"].title, terms=authors),
        Taxonomy(name="venues", title=ROUTES["venues"].title, terms=tuple(venue_terms)),
        *grouped,
    )


def field_reader(name: str) -> Callable[[Record], tuple[str, ...]]:
    """Return what reads a taxonomy's values from a record: a field by name, or ``extra.<key>``."""
    if name.startswith("extra."):
        key = name.removeprefix("extra.")
        return lambda record: tuple(value for extra, value in record.extra if extra == key)

    def read(record: Record) -> tuple[str, ...]:
        value = getattr(record, name)
        return value if isinstance(value, tuple) else (value,) if value else ()

    return read


def _grouped(
    name: str, title: str, records: tuple[Record, ...], read: Callable[[Record], tuple[str, ...]]
) -> Taxonomy:
    groups: dict[str, dict[str, Record]] = {}
    shown: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for record in records:
        for value in read(record):
            if (key := slugs.get(value)) is None:
                key = slugs[value] = term_slug(value)
            groups.setdefault(key, {})[record.id] = record
            shown[key] = min(shown.get(key, value), value)
    return Taxonomy(
        name=name,
        title=title,
        terms=tuple(
            Term(taxonomy=name, slug=key, name=shown[key], records=tuple(groups[key].values()))
            for key in sorted(groups)
        ),
    )
