"""The sitemap (sitemaps.org 0.9): papers and lists, each with the day of its last change."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from papershelf.feeds.feed import changed
from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.xml import DECLARATION, escape
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.model.site_view import SiteView

LARGEST = 45_000  # addresses in one file; the protocol allows 50,000

_LEVEL = 4  # of zlib: half the time of the usual 6 for files 3 % larger
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """One file of addresses."""

    lists: tuple[tuple[str, str], ...] = ()
    """Address relative to the site, and day of the last change or an empty text."""
    papers: tuple[Record, ...] = ()
    digest: bytes
    """Stands for both: a fingerprint of a hundred thousand pairs takes longer than most builds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The index of several files."""

    files: tuple[tuple[str, str], ...]
    """File, and day of the last change or an empty text."""


def plan(site: Site) -> Iterator[Output]:
    """Return ``sitemap.xml``: all addresses or, in a large archive, an index of the compressed files that hold them.

    Papers go by age, so that a new one changes the last file only.
    """
    lists = tuple(_lists(site))
    if len(lists) + len(site.records) <= LARGEST and not is_large(len(site.records)):
        view = _view(lists, site.records)
        yield Output(path=routes.url("sitemap"), renderer="sitemap", view=view)
        return
    chunks = [_view(chunk, ()) for chunk in _chunks(lists)]
    chunks += [_view((), chunk) for chunk in _chunks(site.records)]
    files = []
    for number, view in enumerate(chunks, 1):
        path = routes.url("sitemap_part", number)
        yield Output(path=path, renderer="sitemap_part", view=view)
        files.append((path, max([day for _, day in view.lists], default=_newest(view.papers))))
    yield Output(path=routes.url("sitemap"), renderer="sitemap_index", view=IndexView(files=tuple(files)))


def _view(lists: tuple[tuple[str, str], ...], papers: tuple[Record, ...]) -> SitemapView:
    mark = plain_fingerprint((lists, [record.digest for record in papers]))
    return SitemapView(lists=lists, papers=papers, digest=mark)


def render(view: SitemapView, site: SiteView) -> bytes:
    """Return one file of addresses."""
    base = escape(site.url)
    rows = [_row("url", base + url, day) for url, day in view.lists]
    rows += [_row("url", base + routes.url("paper", record.id), changed(record)) for record in view.papers]
    return f"{DECLARATION}<urlset {_NAMESPACE}>\n{''.join(rows)}</urlset>\n".encode()


def render_part(view: SitemapView, site: SiteView) -> bytes:
    """Return one file of addresses of several, compressed, without the time of day."""
    return gzip.compress(render(view, site), _LEVEL, mtime=0)


def render_index(view: IndexView, site: SiteView) -> bytes:
    """Return the index of the files."""
    base = escape(site.url)
    rows = [_row("sitemap", base + path, day) for path, day in view.files]
    return f"{DECLARATION}<sitemapindex {_NAMESPACE}>\n{''.join(rows)}</sitemapindex>\n".encode()


def _row(name: str, address: str, day: str) -> str:
    # Behind the base all is slugs: nothing in them needs escaping.
    modified = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{name}><loc>{address}</loc>{modified}</{name}>\n"


def _chunks(items: tuple) -> Iterator[tuple]:  # type: ignore[type-arg]
    return (items[start : start + LARGEST] for start in range(0, len(items), LARGEST))


def _lists(site: Site) -> Iterator[tuple[str, str]]:
    """Return home, the indexes, and the lists with papers enough for a feed; links lead to the thin ones."""
    newest = _newest(site.records)
    yield from ((routes.url(name), newest) for name in ("home", "papers"))
    yield from ((routes.taxonomy(taxonomy.name), newest) for taxonomy in site.taxonomies if taxonomy.terms)
    fewest = site.config.feeds.terms_from
    for taxonomy in site.taxonomies:
        for term in taxonomy.terms:
            if len(term.records) >= fewest:
                yield routes.term(taxonomy.name, term.slug), _newest(term.records)
    last: dict[str, str] = {}
    for day, records in groupby(site.records, attrgetter("day")):
        when = _newest(tuple(records))
        for kind, name_of in dates.PERIODS.items():
            url = routes.url(kind, name_of(day))
            last[url] = max(last.get(url, ""), when)
    yield from sorted(last.items())
    yield from ((routes.url("free", page.slug), "") for page in site.pages)


def _newest(records: tuple[Record, ...]) -> str:
    """Return the day of the last change; papers come oldest first, so only one that was updated can beat the last."""
    last = records[-1].day if records else ""
    return max([last, *[changed(record) for record in records if record.updated]])
