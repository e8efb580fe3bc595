"""Which lists have feeds, and what stands in them; ``atom`` and ``json_feed`` write it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import dates, urls
from generator.model.output import Output
from generator.model.record import Record
from generator.model.site import Site, Term

MANY = 2_000
"""From so many term feeds on, they are brief: see ``_brief``."""

BRIEF_ENTRIES = 5  # papers in a brief feed of a taxonomy with so many
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
    followed = {
        taxonomy.name: [term for term in taxonomy.terms if len(term.records) >= config.terms_from]
        for taxonomy in site.taxonomies
    }
    brief = _brief(followed)
    for name, terms in followed.items():
        entries = min(config.entries, BRIEF_ENTRIES) if len(terms) >= MANY else config.entries
        for term in terms:
            yield from _outputs(urls.term(name, term.slug), term.name, term.records, entries, brief=brief)


def _brief(followed: Mapping[str, list[Term]]) -> bool:
    """Tell whether the feeds of terms leave abstracts out.

    A paper stands in the feed of each of its authors and tags, twice over for two formats: with thousands of
    authors that is more bytes than all pages together, and a site on GitHub Pages may have 1 GB. The newest
    titles are what one follows an author for; the abstract is a click away, and in the archive's own feed.
    """
    return sum(map(len, followed.values())) >= MANY


def _outputs(
    url: str, title: str, records: tuple[Record, ...], entries: int, *, brief: bool
) -> Iterator[Output]:
    view = FeedView(url=url, title=title, records=records[: -entries - 1 : -1], brief=brief)
    yield Output(path=f"{url}feed.xml", renderer="atom", view=view)
    yield Output(path=f"{url}feed.json", renderer="json_feed", view=view)


def changed(record: Record) -> str:
    """Give the day of a paper's last change, ``YYYY-MM-DD``."""
    return max(dates.first_day(record.updated), record.day) if record.updated else record.day


def author_names(record: Record, most: int) -> list[str]:
    """Give the authors' names; of more than ``most``, the last item says how many others there are."""
    names = [name.name for name in record.authors]
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} others"]
