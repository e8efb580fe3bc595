"""The sitemap (sitemaps.org 0.9): papers and lists, each with the day of its last change."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from papershelf.config import SiteConfig
from papershelf.feeds.brief import changed
from papershelf.lib.compressed import gzipped
from papershelf.lib.xml import DECLARATION, escape
from papershelf.model import dates, routes
from papershelf.model.dates import is_day
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.views.site_view import SiteView

LARGEST = 45_000  # addresses in one file; the protocol allows 50,000

_LEVEL = 4  # of zlib: half the time of the usual 6 for files 3 % larger
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """One file of addresses: two columns, since a digest of a hundred thousand pairs takes longer than most builds."""

    urls: tuple[str, ...]
    """Relative to the site."""
    days: tuple[str, ...]
    """When each was last changed, as exactly as is known, or an empty text; only a day is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The index of several files."""

    files: tuple[tuple[str, str], ...]
    """File, and day of the last change or an empty text."""


def parts(site: Site) -> Iterator[Part]:
    """Plan ``sitemap.xml``: all addresses or, in a large archive, an index of the compressed files that hold them.

    Papers go by age, so that a new one changes the last file only.
    """
    lists, of_all = list(_lists(site)), routes.ROUTES["sitemap"].of_all
    told = site.records if routes.ROUTES["paper"].sitemap else ()
    papers = [(routes.url("paper", record.id), changed(record)) for record in told]
    if len(lists) + len(papers) <= LARGEST and not is_large(len(papers)):
        yield Part(name="feeds/sitemap", slice=_view(lists + papers), outputs=_whole, of_all=of_all)
        return
    files = []
    for number, rows in enumerate([*_chunks(lists), *_chunks(papers)], 1):
        path = routes.url("sitemap_part", number)
        yield Part(name=f"feeds/{path}", slice=(path, _view(rows)), outputs=_part, of_all=of_all)
        files.append((path, max([day for _, day in rows])))
    yield Part(name="feeds/sitemap", slice=IndexView(files=tuple(files)), outputs=_index, of_all=of_all)


def _view(rows: list[tuple[str, str]]) -> SitemapView:
    return SitemapView(urls=tuple([url for url, _ in rows]), days=tuple([day for _, day in rows]))


def _whole(view: SitemapView, config: SiteConfig) -> Iterator[Output]:
    del config
    yield Output(path=routes.url("sitemap"), renderer="sitemap", view=view)


def _part(slice: tuple[str, SitemapView], config: SiteConfig) -> Iterator[Output]:
    del config
    path, view = slice
    yield Output(path=path, renderer="sitemap_part", view=view)


def _index(view: IndexView, config: SiteConfig) -> Iterator[Output]:
    del config
    yield Output(path=routes.url("sitemap"), renderer="sitemap_index", view=view)


def render(view: SitemapView, site: SiteView) -> bytes:
    """Return one file of addresses."""
    base = escape(site.url)
    rows = [_row("url", base + url, day) for url, day in zip(view.urls, view.days, strict=True)]
    return f"{DECLARATION}<urlset {_NAMESPACE}>\n{''.join(rows)}</urlset>\n".encode()


def render_part(view: SitemapView, site: SiteView) -> bytes:
    """Return one file of addresses of several, compressed."""
    return gzipped(render(view, site), _LEVEL)


def render_index(view: IndexView, site: SiteView) -> bytes:
    """Return the index of the files."""
    base = escape(site.url)
    rows = [_row("sitemap", base + path, day) for path, day in view.files]
    return f"{DECLARATION}<sitemapindex {_NAMESPACE}>\n{''.join(rows)}</sitemapindex>\n".encode()


def _row(name: str, address: str, day: str) -> str:
    # Behind the base all is slugs: nothing in them needs escaping.
    modified = f"<lastmod>{day}</lastmod>" if is_day(day) else ""
    return f"<{name}><loc>{address}</loc>{modified}</{name}>\n"


def _chunks(items: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    return (items[start : start + LARGEST] for start in range(0, len(items), LARGEST))


def _lists(site: Site) -> Iterator[tuple[str, str]]:
    """Yield home, the indexes, and the lists with papers enough: terms for a feed, periods that suit; links lead to the
    thin ones.
    """
    newest = _newest(site.records)
    yield from ((routes.url(name), newest) for name in ("home", "papers") if routes.ROUTES[name].sitemap)
    listed = [
        taxonomy for taxonomy in site.taxonomies if taxonomy.terms and routes.row_of(taxonomy.name).sitemap
    ]
    yield from ((routes.taxonomy(taxonomy.name), newest) for taxonomy in listed)
    fewest = site.config.feeds.terms_from
    for taxonomy in site.taxonomies:
        for term in taxonomy.terms if routes.item_of(taxonomy.name).sitemap else ():
            if len(term.records) >= fewest:
                yield routes.term(taxonomy.name, term.slug), _newest(term.records)
            if term.venue and routes.ROUTES["volume"].sitemap:
                yield from ((routes.url("volume", term.slug, each.slug), "") for each in term.venue.volumes)
    last: dict[str, str] = {}
    periods = [(kind, dates.PERIODS[kind]) for kind in site.rhythm.periods if routes.ROUTES[kind].sitemap]
    for joined, records in groupby(site.records, attrgetter("joined")):
        when = _newest(tuple(records))
        for kind, name_of in periods:
            if name := name_of(joined):
                url = routes.url(kind, name)
                last[url] = max(last.get(url, ""), when)
    yield from sorted(last.items())
    yield from ((routes.url("free", page.slug), "") for page in site.pages if routes.ROUTES["free"].sitemap)


def _newest(records: tuple[Record, ...]) -> str:
    """Return when the last change was, as exactly as is known.

    Papers come oldest first, so only one that was updated can beat the last.
    """
    last = records[-1].joined if records else ""
    return max([last, *[changed(record) for record in records if record.updated]])
