"""The site as page kinds read it: records newest first, summarised, grouped by day. Made once per build."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.model.record import Record
from generator.model.site import Site
from generator.pages.summary import PersonLink, RecordSummary, VenueLink, person_link, summarise, venue_links


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
    summaries: Mapping[str, RecordSummary]
    """By record id."""
    venues: Mapping[str, VenueLink]
    """By venue text."""

    def summarised(self, records: Iterable[Record]) -> tuple[RecordSummary, ...]:
        """Give the summaries of records, in the same order."""
        summaries = self.summaries
        return tuple([summaries[record.id] for record in records])

    def cards(self, records: Iterable[Record]) -> tuple[Card, ...]:
        """Give the cards of records, in the same order."""
        return tuple(Card(record=record, summary=self.summaries[record.id]) for record in records)


def catalogue(site: Site) -> Catalogue:
    """Give the catalogue of a site."""
    venues = venue_links(site)
    links: dict[tuple[str, str], PersonLink] = {}
    summaries = {}
    for record in site.records:
        people = []
        for name in record.authors:
            key = (name.name, name.person)
            if (link := links.get(key)) is None:
                link = links[key] = person_link(name, site.directory)
            people.append(link)
        venue = venues[record.venue] if record.venue else None
        summaries[record.id] = summarise(record, tuple(people), venue)
    # A stable sort: the papers of one day stay in the order of their ids.
    newest = tuple(sorted(site.records, key=attrgetter("day"), reverse=True))
    days = {day: tuple(group) for day, group in groupby(newest, key=attrgetter("day"))}
    return Catalogue(site=site, newest=newest, days=days, summaries=summaries, venues=venues)
