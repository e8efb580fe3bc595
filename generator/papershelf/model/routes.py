"""Addresses: the one table of where everything stands, and how to write an address down.

A *path* is a file in ``output/``; a *url* is relative to the site's root, without a leading slash; a *permalink* is
absolute. Pages link by ``root + url``, where ``root`` leads from the page up to the site's root (``../../``), so the
site works under any path prefix, from a preview and from a zip.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from papershelf.lib.paths import checked_path


@dataclass(frozen=True, slots=True)
class Route:
    """Where a kind of page or file stands."""

    pattern: str
    """Its address behind that of ``below``; ``{id}`` is a part that whoever asks for the address gives."""
    below: str = "home"
    """Row whose address comes first; none where it may be that of any list."""
    title: str = ""
    """Text of links to it; empty where no menu has one."""
    menu: str = ""
    """``header`` or ``footer``, where every page links to it."""
    sitemap: bool = False
    """Whether search engines are told of it."""
    of_all: bool = False
    """Whether it, with what is made beside it, is made of all papers, so that a preview leaves it to the build after
    the one a save waits for."""
    scripts: bool = False
    """Whether the layouts' scripts ask for it."""


ROUTES: dict[str, Route] = {
    "home": Route("", sitemap=True),
    "papers": Route("papers/", title="Papers", menu="header", sitemap=True, scripts=True),
    "paper": Route("{id}/", below="papers", sitemap=True, scripts=True),
    "paper_json": Route("{id}.json", below="paper", scripts=True),
    "paper_pdf": Route("{id}.pdf", below="paper"),
    "subscribe": Route("subscribe/", title="Subscribe", menu="header"),
    "reading_list": Route("reading-list/", title="Reading list", menu="header"),
    "authors": Route("authors/", title="Authors", menu="header", sitemap=True, of_all=True, scripts=True),
    "author": Route("{slug}/", below="authors", sitemap=True),
    "venues": Route("venues/", title="Venues", menu="header", sitemap=True, of_all=True, scripts=True),
    "venue": Route("{slug}/", below="venues", sitemap=True),
    "volume": Route("{volume}/", below="venue", sitemap=True),
    "tags": Route("tags/", title="Tags", menu="header", sitemap=True, of_all=True, scripts=True),
    "tag": Route("{slug}/", below="tags", sitemap=True),
    "taxonomy": Route("{taxonomy}/", sitemap=True, of_all=True),
    "term": Route("{slug}/", below="taxonomy", sitemap=True),
    "free": Route("{slug}/", sitemap=True),
    "search": Route("search/", title="Search", menu="footer", scripts=True),
    "search_file": Route("{file}", below="search"),
    "feed": Route("feed.xml", of_all=True),
    "json_feed": Route("feed.json"),
    "days": Route("days/", title="By date", menu="footer", of_all=True),
    "day": Route("{day}/", below="days", sitemap=True),
    "weeks": Route("weeks/", of_all=True),
    "week": Route("{week}/", below="weeks", sitemap=True, of_all=True),
    "months": Route("months/", of_all=True),
    "month": Route("{month}/", below="months", sitemap=True, of_all=True),
    "years": Route("years/", of_all=True),
    "year": Route("{year}/", below="years", sitemap=True, of_all=True),
    "trending": Route("trending/", title="Trending", menu="footer"),
    "data": Route("data/", title="Data", menu="footer", scripts=True),
    "data_jsonl": Route("papers.jsonl.gz", below="data"),
    "data_bibtex": Route("papers.bib.gz", below="data"),
    "data_csv": Route("papers.csv.gz", below="data"),
    "data_sums": Route("SHA256SUMS", below="data"),
    "api": Route("api/v1/"),
    "api_years": Route("papers.json", below="api", of_all=True),
    "api_year": Route("papers/{year}.json", below="api"),
    "api_day": Route("days/{day}.json", below="api"),
    "openapi": Route("openapi.json", below="api"),
    "page": Route("page/{number}/", below="", scripts=True),
    "letter": Route("letter/{letter}/", below=""),
    "not_found": Route("404.html"),
    "sitemap": Route("sitemap.xml", of_all=True),
    "sitemap_part": Route("sitemap-{number}.xml.gz"),
    "robots": Route("robots.txt"),
    "llms": Route("llms.txt"),
    "opensearch": Route("opensearch.xml"),
    "no_jekyll": Route(".nojekyll"),
    "assets": Route("assets/"),
    "asset": Route("{file}", below="assets", scripts=True),
    "style": Route("site.css", below="assets"),
}
"""Every address of a site, but those that its content chooses: static files and former addresses."""

_PART = re.compile(r"\{(\w+)\}")


def pattern(name: str) -> str:
    """Return a row's whole address with the names of its parts: ``papers/{id}/``."""
    route = ROUTES[name]
    return route.pattern if name == "home" or not route.below else pattern(route.below) + route.pattern


def parts(name: str) -> tuple[str, ...]:
    """Return the names of the parts that an address of this row needs, each once."""
    return tuple(dict.fromkeys(_PART.findall(pattern(name))))


def numbered(name: str) -> str:
    """Return a row's whole address with its parts by number, as ``str.format`` is quickest: ``papers/{0}/``."""
    numbers = {part: number for number, part in enumerate(parts(name))}
    return _PART.sub(lambda match: f"{{{numbers[match[1]]}}}", pattern(name))


_FORMATS = {name: numbered(name).format for name in ROUTES}
_BESIDE = {
    name: ("../" * route.pattern.count("/") + _PART.sub("{}", route.pattern)).format
    for name, route in ROUTES.items()
}
_ITEMS = {route.below: name for name, route in ROUTES.items() if _PART.sub("", route.pattern) == "/"}
"""List -> row of what stands in it: ``authors`` -> ``author``."""


def folders() -> list[str]:
    """Return the words of addresses that say only what kind of thing stands there: ``papers``, ``days``, ``page``."""
    lists = [pattern(name) for name in (*_ITEMS, "page") if name not in ("home", "taxonomy")]
    return sorted(set(re.findall(r"\w+", " ".join(lists))) - {"number"})


def url(name: str, *parts: str | int) -> str:
    """Return the address of a row of ``ROUTES``, given its parts in order: ``url("paper", "x")`` is ``papers/x/``."""
    return _FORMATS[name](*parts)


def beside(name: str, *parts: str | int) -> str:
    """Return the address of a row from a file that stands where this row's do, which is shorter than one from the root:
    ``beside("paper", "x")`` is ``../x/``, ``beside("paper_json", "x")`` is ``x.json``.
    """
    return _BESIDE[name](*parts)


def menu(place: str, instead: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """Return address and title of what every page links to in its ``header`` or ``footer``.

    ``instead`` names for some rows those that are linked to in their place, or none by an empty text.
    """
    rows = [(name, route) for name, route in ROUTES.items() if route.menu == place]
    targets = [((instead or {}).get(name, name), route.title) for name, route in rows]
    return tuple((url(name), title) for name, title in targets if name)


def row_of(taxonomy: str) -> Route:
    """Return the row of a taxonomy's index."""
    return ROUTES[taxonomy if taxonomy in _ITEMS else "taxonomy"]


def item_of(taxonomy: str) -> Route:
    """Return the row of a taxonomy's terms."""
    return ROUTES[_ITEMS.get(taxonomy, "term")]


def taxonomy(name: str) -> str:
    """Return the address of a taxonomy's index, be it built in or one of ``site.yaml``."""
    return url(name) if name in _ITEMS else url("taxonomy", name)


def term(taxonomy: str, slug: str) -> str:
    """Return the address of a term's page: ``authors/ada-lovelace/``."""
    return url(_ITEMS[taxonomy], slug) if taxonomy in _ITEMS else url("term", taxonomy, slug)


def letter(taxonomy_name: str, initial: str) -> str:
    """Return the address of a taxonomy's terms that begin with one letter: ``authors/letter/a/``."""
    return taxonomy(taxonomy_name) + url("letter", initial)


def pager(base: str, number: int) -> str:
    """Return the address of a list's page ``number``, from 1: ``papers/``, ``papers/page/2/``."""
    return base if number == 1 else base + url("page", number)


def path(url: str) -> str:
    """Return the file in ``output/`` behind an address."""
    return url + "index.html" if not url or url.endswith("/") else url


def former(address: str) -> str:
    """Return the file in ``output/`` behind a former address: ``/old/``, ``old`` and ``old/index.html`` are the same.

    Raises ``ValueError`` with the reason where that cannot be a file of this site.
    """
    if found := re.search(r"[?#]|%(?![0-9A-Fa-f]{2})|^\w+://", address):
        wanted = "write the path alone, as in old/paper-12.html"
        raise ValueError(f"{address!r} is no path within the site, for it holds {found[0]!r}: {wanted}")
    decoded = unquote(address)
    if "\ufffd" in decoded:
        raise ValueError(f"{address!r} is percent-encoded, but not from UTF-8: write the letters themselves")
    if found := re.search(r"%[0-9A-Fa-f]{2}", decoded):
        raise ValueError(f"{address!r} is percent-encoded twice: write the letters themselves")
    if found := re.search(r"(?:^|/)\.(?!well-known/|\.?(?:/|$))[^/]*", decoded):
        raise ValueError(f"{address!r} holds {found[0].strip('/')!r}, which servers hide")
    file = checked_path(decoded.removeprefix("/").removesuffix("/"))
    return file if file.lower().endswith((".html", ".htm")) else file + "/index.html"


def root(url: str) -> str:
    """Return the relative way from an address up to the site's root: ``../../`` for ``papers/x/``, ``./`` for home."""
    return "../" * url.count("/") or "./"


def permalink(base: str, url: str) -> str:
    """Return the absolute address; ``base`` ends in a slash."""
    return base + quote(url)
