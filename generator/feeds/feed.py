"""Which lists have feeds, and what stands in them; ``atom`` and ``json_feed`` write it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.feeds.large import entries, is_large
from generator.model import dates, urls
from generator.model.output import Output
from generator.model.record import Record
from generator.model.site import Site

NAMES = 3  # authors named in a brief entry


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

    @property
    def updated(self) -> str:
        """Day of the newest change: of the papers, never of the build."""
        return max((changed(record) for record in self.records), default="1970-01-01")


def plan(site: Site) -> Iterator[Output]:
    """Give both feeds of the archive and of every term that has papers enough."""
    config = site.config.feeds
    yield from _outputs("", "", site.records, config.entries, brief=False)
    brief = is_large(site)
    for taxonomy in site.taxonomies:
        terms = [term for term in taxonomy.terms if len(term.records) >= config.terms_from]
        count = entries(site, len(terms))
        for term in terms:
            url = urls.term(taxonomy.name, term.slug)
            yield from _outputs(url, term.name, term.records, count, brief=brief)


def _outputs(
    url: str, title: str, records: tuple[Record, ...], count: int, *, brief: bool
) -> Iterator[Output]:
    view = FeedView(url=url, title=title, records=records[: -count - 1 : -1], brief=brief)
    yield Output(path=f"{url}feed.xml", renderer="atom", view=view)
    yield Output(path=f"{url}feed.json", renderer="json_feed", view=view)


def changed(record: Record) -> str:
    """Give the day of a paper's last change, ``YYYY-MM-DD``."""
    return max(dates.first_day(record.updated), record.day) if record.updated else record.day


def author_names(record: Record, most: int) -> list[str]:
    """Give the authors' names; of more than ``most``, the last item says how many others there are."""
    names = [name.name for name in record.authors]
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} others"]
