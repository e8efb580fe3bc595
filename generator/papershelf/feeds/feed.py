"""Which lists have feeds, and what stands in them; ``atom`` and ``json_feed`` write it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.runs import runs
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.site import Site, Term

NAMES = 3  # authors named in a brief entry

ENTRIES = 100_000
"""Entries that the feeds of one taxonomy share in a large archive."""

FEWEST = 4
"""Entries that each of them has at least, where there are as many papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """What a feed says, in whichever format."""

    url: str
    """Address of the list, relative to the site; empty for the whole archive."""
    title: str
    """Name of the list; empty for the whole archive."""
    records: tuple[Record, ...]
    """Newest first."""
    brief: bool
    """Titles, authors and links only, without abstracts."""
    author: str = ""
    """Whose papers they are, in an author's feed."""

    @property
    def updated(self) -> str:
        """Day of the newest change: of the papers, never of the build."""
        return max((changed(record) for record in self.records), default="1970-01-01")


def plan(site: Site) -> Iterator[Output]:
    """Return both feeds of the archive."""
    whole = FeedView(
        url="", title="", records=site.records[: -site.config.feeds.entries - 1 : -1], brief=False
    )
    yield Output(path=routes.url("feed"), renderer="atom", view=whole)
    yield Output(path=routes.url("json_feed"), renderer="json_feed", view=whole)


def parts(site: Site) -> Iterator[Part]:
    """Return both feeds of every term that has papers enough.

    In a large archive a term's feed is brief, and Atom only: one feed serves its readers.
    """
    config, brief = site.config.feeds, is_large(len(site.records))
    for taxonomy in site.taxonomies:
        terms = [term for term in taxonomy.terms if len(term.records) >= config.terms_from]
        count = min(config.entries, max(FEWEST, ENTRIES // max(1, len(terms)))) if brief else config.entries
        for run in runs([term.slug for term in terms]):
            some = terms[run]
            marks = [
                (term.slug, term.name, *[each.digest for each in term.records[-count:]]) for term in some
            ]
            yield Part(
                name=f"feeds/{taxonomy.name}/{some[0].slug}",
                mark=plain_fingerprint((brief, count, *marks)),
                plan=partial(_feeds, some, count, brief=brief),
            )


def _feeds(terms: list[Term], count: int, *, brief: bool) -> Iterator[Output]:
    for term in terms:
        url = routes.term(term.taxonomy, term.slug)
        view = FeedView(
            url=url,
            title=term.name,
            records=term.records[: -count - 1 : -1],
            brief=brief,
            author=term.name if term.taxonomy == "authors" else "",
        )
        yield Output(path=url + routes.url("feed"), renderer="atom", view=view)
        if not brief:
            yield Output(path=url + routes.url("json_feed"), renderer="json_feed", view=view)


def changed(record: Record) -> str:
    """Return the day of a paper's last change, ``YYYY-MM-DD``."""
    return max(dates.first_day(record.updated), record.day) if record.updated else record.day


def author_names(record: Record, most: int) -> list[str]:
    """Return the authors' names; of more than ``most``, the last item says how many others there are."""
    names = [name.name for name in record.authors]
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} others"]
