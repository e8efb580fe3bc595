"""The site as page kinds read it: papers newest first, summarised, grouped by when they joined. Made once per build."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter

from papershelf.formats.standing import TOLD
from papershelf.lib.digest import digest, plain_fingerprint
from papershelf.lib.lazy import Lazy
from papershelf.model import dates
from papershelf.model.full_text import pdf_address
from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.model.site import Directory, Site
from papershelf.views.summary import Card, PersonLink, RecordSummary, VenueLink

Summary = Lazy[RecordSummary]
"""A paper as lists show it. Its digest stands for the record, its venue and ``people.yaml``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPaper:
    """A paper with all that is known of it, in the slice of a part that shows more than its summary."""

    paper: Paper
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What planning needs of the site, computed once."""

    site: Site
    newest: tuple[Record, ...]
    """Papers newest first; those that joined together by id."""
    joined: Mapping[str, tuple[Record, ...]]
    """When papers joined, a partial date -> those papers by id; newest first."""
    papers: Mapping[str, Paper]
    """By record id."""
    summaries: Mapping[str, Summary]
    """By record id."""

    def periods(self, kind: str) -> dict[str, list[str]]:
        """Return the periods of a row of ``dates.PERIODS``, newest first -> the keys of ``joined`` that are in each."""
        name_of = dates.PERIODS[kind]
        found: dict[str, list[str]] = {}
        for joined in self.joined:
            if name := name_of(joined):
                found.setdefault(name, []).append(joined)
        return found

    @property
    def latest(self) -> str:
        """When the newest paper joined of which the shortest period that suits is known; empty in an empty archive."""
        return next(iter(self.periods(self.site.rhythm.periods[0]).values()), [""])[0]

    def summarised(self, records: Iterable[Record]) -> tuple[Summary, ...]:
        """Return the summaries of records, in the same order."""
        return tuple(map(self.summaries.__getitem__, map(_ID, records)))

    def listed(self, records: Iterable[Record]) -> tuple[ListedPaper, ...]:
        """Return records with their summaries, in the same order."""
        papers, summaries = self.papers, self.summaries
        return tuple(
            [ListedPaper(paper=papers[record.id], summary=summaries[record.id]) for record in records]
        )


_ID = attrgetter("id")


def catalogue(site: Site, papers: Iterable[Paper], *, whole: bool = False) -> Catalogue:
    """Return the catalogue of a site and of its papers.

    ``whole`` tells that most pages will be made: then all summaries are made here, before there are processes, each of
    which would make its own.
    """
    by_id = {paper.record.id: paper for paper in papers}
    joined = [(when, tuple(group)) for when, group in groupby(site.records, key=attrgetter("joined"))]
    joined.reverse()
    summaries = _summaries(by_id, site)
    if whole:
        for summary in summaries.values():
            summary.value  # noqa: B018  # made by being read
    return Catalogue(
        site=site,
        newest=tuple([record for _, records in joined for record in records]),
        joined=dict(joined),
        papers=by_id,
        summaries=summaries,
    )


def card(listed: ListedPaper) -> Card:
    """Return a paper as a card."""
    return Card(record=listed.paper.record, summary=listed.summary.value)


def values(summaries: Iterable[Summary]) -> tuple[RecordSummary, ...]:
    """Return the summaries themselves."""
    return tuple([summary.value for summary in summaries])


def _summaries(papers: Mapping[str, Paper], site: Site) -> dict[str, Summary]:
    directory = site.directory
    venues = _venue_links(directory)
    people: dict[tuple[str, str], PersonLink] = {}
    make = partial(_summary, people, venues, directory)
    return {
        key: Lazy(digest(paper.digest + directory.digest), partial(make, paper.record))
        for key, paper in papers.items()
    }


def _venue_links(directory: Directory) -> dict[str, VenueLink]:
    """Return the link of every venue text of the archive."""
    links = {}
    for text, (slug, year) in directory.venues.items():
        venue = directory.venue_records[slug]
        bare = venue.short or venue.title
        links[text] = VenueLink(slug=slug, name=f"{bare} {year}".strip(), bare=bare)
    return links


def _summary(
    people: dict[tuple[str, str], PersonLink],
    venues: Mapping[str, VenueLink],
    directory: Directory,
    record: Record,
) -> RecordSummary:
    """Return the summary of a record; ``people`` are the links made so far, since authors come again."""
    authors = []
    for name in record.authors:
        printed = (name.name, name.person)
        if (link := people.get(printed)) is None:
            link = people[printed] = PersonLink(directory.person(name), name.name)
        authors.append(link)
    venue = venues[record.venue] if record.venue else None
    links = [link.type for link in record.links]
    values = {
        "id": record.id,
        "title": record.title,
        "author_count": record.authors_known,
        "date": record.date,
        "joined": record.joined,
        "venue": venue.name if venue else "",
        "venue_name": venue.bare if venue else "",
        "venue_slug": venue.slug if venue else "",
        "comments": record.comments or 0,
        "upvotes": record.upvotes or 0,
        "code": "code" in links,
        "pdf": bool(pdf_address(record)),
        "project": "project" in links,
        "status": record.status if record.status in TOLD else "",
    }
    key = plain_fingerprint((list(map(tuple, authors)), *values.values()))
    return RecordSummary(digest=key, people=tuple(authors), **values)  # type: ignore[arg-type]
