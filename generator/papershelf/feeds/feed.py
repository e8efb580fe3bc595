"""Which lists have feeds, and what stands in them; ``atom`` and ``json_feed`` write it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.feeds.brief import Brief, briefs
from papershelf.formats.standing import standing
from papershelf.lib.runs import runs
from papershelf.lib.xml import escape
from papershelf.markup.links import absolute_links
from papershelf.markup.markdown import to_simple_html
from papershelf.model import routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.site import Site, Term

ENTRIES = 100_000
"""Entries that the feeds of one taxonomy share in a large archive."""

FEWEST = 4
"""Entries that each of them has at least, where there are as many papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """What a feed says, in whichever format: whole records or, in a large archive, papers in brief."""

    url: str
    """Address of the list, relative to the site; empty for the whole archive."""
    title: str
    """Name of the list; empty for the whole archive."""
    records: tuple[Record, ...] = ()
    """Newest first."""
    briefs: tuple[Brief, ...] = ()
    """Newest first: titles, authors, links, and that a paper was retracted or corrected."""
    author: str = ""
    """Whose papers they are, in an author's feed."""


def parts(site: Site) -> Iterator[Part]:
    """Plan both feeds of the archive, and those of every term that has papers enough.

    In a large archive a term's feed is brief, and Atom only: one feed serves its readers.
    """
    config = site.config.feeds
    newest = site.records[: -config.entries - 1 : -1]
    whole = FeedView(url="", title="", records=newest)
    yield Part(name="feeds/feed", slice=(whole,), outputs=_feeds, of_all=routes.ROUTES["feed"].of_all)
    brief = briefs(site.records) if is_large(len(site.records)) else None
    for taxonomy in site.taxonomies:
        terms = [term for term in taxonomy.terms if len(term.records) >= config.terms_from]
        count = config.entries
        if brief:
            count = min(count, max(FEWEST, ENTRIES // max(1, len(terms))))
        for run in runs([term.slug for term in terms]):
            views = tuple([_view(term, count, brief) for term in terms[run]])
            yield Part(name=f"feeds/{taxonomy.name}/{terms[run.start].slug}", slice=views, outputs=_feeds)


def _view(term: Term, count: int, brief: Mapping[str, Brief] | None) -> FeedView:
    records = term.records[: -count - 1 : -1]
    return FeedView(
        url=routes.term(term.taxonomy, term.slug),
        title=term.name,
        records=() if brief else records,
        briefs=tuple([brief[record.id] for record in records]) if brief else (),
        author=term.name if term.taxonomy == "authors" else "",
    )


def _feeds(views: tuple[FeedView, ...], config: SiteConfig) -> Iterator[Output]:
    del config
    for view in views:
        yield Output(path=view.url + routes.url("feed"), renderer="atom", view=view)
        if not view.briefs:
            yield Output(path=view.url + routes.url("json_feed"), renderer="json_feed", view=view)


def content_html(record: Record, base: str) -> str:
    """Return what an entry says: the paper's standing, where it must be told, and its abstract.

    ``base`` is the site's absolute address, from which links of the paper's page are followed elsewhere.
    """
    told = standing(record)
    head = f"<p><strong>{escape(told)}</strong></p>" if told else ""
    page = routes.permalink(base, routes.url("paper", record.id))
    return head + (absolute_links(to_simple_html(record.abstract), page) if record.abstract else "")
