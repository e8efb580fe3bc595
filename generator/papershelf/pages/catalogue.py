"""The site as page kinds read it: records newest first, summarised, grouped by day. Made once per build."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.pages.summary import PersonLink, RecordSummary, VenueLink, person_link, summarise, venue_links


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A paper with its abstract, for the lists that show it."""

    record: Record
    summary: RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What planning needs of the site, computed once."""

    site: Site
    newest: tuple[Record, ...]
    """Papers newest first; those of one day by id."""
    days: Mapping[str, tuple[Record, ...]]
    """``YYYY-MM-DD`` -> its papers by id; newest day first."""
    papers: Mapping[str, Paper]
    """By record id."""
    summaries: Mapping[str, RecordSummary]
    """By record id; each is made when it is first asked for."""
    venues: Mapping[str, VenueLink]
    """By venue text."""

    def summarised(self, records: Iterable[Record]) -> tuple[RecordSummary, ...]:
        """Return the summaries of records, in the same order."""
        summaries = self.summaries
        return tuple([summaries[record.id] for record in records])

    def cards(self, records: Iterable[Record]) -> tuple[Card, ...]:
        """Return the cards of records, in the same order."""
        return tuple(Card(record=record, summary=self.summaries[record.id]) for record in records)


class _Summaries(dict[str, RecordSummary]):
    """Summaries by record id: a build that plans few parts needs few."""

    def __init__(self, site: Site, venues: Mapping[str, VenueLink]) -> None:
        self._site = site
        self._venues = venues
        self._links: dict[tuple[str, str], PersonLink] = {}

    def __missing__(self, key: str) -> RecordSummary:
        record = self._site.by_id[key]
        links, people = self._links, []
        for name in record.authors:
            printed = (name.name, name.person)
            if (link := links.get(printed)) is None:
                link = links[printed] = person_link(name, self._site.directory)
            people.append(link)
        venue = self._venues[record.venue] if record.venue else None
        summary = self[key] = summarise(record, tuple(people), venue)
        return summary


def catalogue(site: Site, papers: Iterable[Paper], whole: bool = False) -> Catalogue:
    """Return the catalogue of a site and of its papers as they are cited; if ``whole``, with all summaries made."""
    venues = venue_links(site)
    days = [(day, tuple(group)) for day, group in groupby(site.records, key=attrgetter("day"))]
    days.reverse()
    newest = tuple([record for _, records in days for record in records])
    pages = Catalogue(
        site=site,
        newest=newest,
        days=dict(days),
        papers={paper.record.id: paper for paper in papers},
        summaries=_Summaries(site, venues),
        venues=venues,
    )
    if whole:
        pages.summarised(newest)
    return pages
