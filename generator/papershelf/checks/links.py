"""Links in abstracts, notes and free pages that lead to no page of this site."""

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from urllib.parse import unquote, urlsplit

from papershelf.checks.finding import Finding, warning, warning_at
from papershelf.checks.people import VENUES
from papershelf.content.load import Content, assembled
from papershelf.lib.text import printable
from papershelf.markup.links import links
from papershelf.markup.markdown import to_html
from papershelf.model import routes
from papershelf.model.dates import PERIODS

ADVICE = "mend the address, or write it in full, with https://"
_SIGNS = ("](", "]:", "<http", "\\href")
"""One of these stands in every text that has links; reading Markdown takes its time."""
_WITHIN = re.compile(
    rf"(?:{routes.pattern('page')}|{routes.pattern('letter')}|(?:{routes.url('feed')}|{routes.url('json_feed')})$)".replace(
        "{number}", r"\d+"
    ).replace("{letter}", r"\w+")
)
"""What may follow the address of any list: a further page, a letter, a feed."""


def check(content: Content) -> Iterator[Finding]:
    """Follow each link inside the site."""
    there, listed = cache(partial(_single, content)), cache(partial(_listed, content))
    stands = partial(_stands, there=there, listed=listed)
    for record in content.records:
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if _has_links(text):
                for message in _wrong(text, routes.url("paper", record.id), content.config.url, stands):
                    yield warning(record, (field,), f"{field}: {message}", ADVICE)
    for venue in content.venues:
        for index, volume in enumerate(venue.volumes):
            address = routes.url("volume", venue.slug, volume.slug)
            for message in _wrong(volume.front_matter, address, content.config.url, stands):
                place = (venue.slug, "volumes", index, "front_matter")
                yield warning_at(VENUES, place, f"front_matter: {message}", ADVICE)
    for page in content.pages:
        for message in _wrong(page.body, routes.url("free", page.slug), content.config.url, stands):
            yield warning_at(page.source, (), message, ADVICE)


def _both(url: str) -> tuple[str, str]:
    """Return an address as it is linked to and as a file."""
    path = routes.path(url)
    return path.removesuffix("index.html"), path


def _has_links(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS))


def _wrong(text: str, page: str, base: str, stands: Callable[[str], bool]) -> Iterator[str]:
    """Return what is wrong with the links of a text on a page: they lead into the site, and to nothing there."""
    if not _has_links(text):
        return
    html = to_html(text)
    if "<a>" in html or "<a title" in html:
        yield "a link is neither of https, http or mailto nor a path, and is left out"
    for link in links(html):
        if (path := _inside(link, page, base)) is not None and not stands(path):
            yield f"the link {printable(link, 100)!r} leads to no page of this site"


def _inside(link: str, page: str, base: str) -> str | None:
    """Return the path below the site's root that a link on a page leads to; None where it leads elsewhere."""
    try:
        full = urlsplit(link)
    except ValueError:  # its host is none
        return None
    if full.scheme or full.netloc:
        return unquote(link.removeprefix(base).partition("#")[0]) if link.startswith(base) else None
    path = unquote(full.path)
    if not path:
        return None
    prefix = urlsplit(base).path
    if path.startswith("/"):
        return path.removeprefix(prefix) if path.startswith(prefix) else path
    joined = posixpath.normpath(posixpath.join(page, path)) + "/" * path.endswith(("/", "/..", "/."))
    return "" if joined in (".", "./") else joined


def _stands(path: str, there: Callable[[], set[str]], listed: Callable[[], set[str]]) -> bool:
    """Return whether a page is there; files that programs read and scripts load are taken to be."""
    list_of_it = _WITHIN.sub("", path)
    for each in (path, f"{path}/", list_of_it):
        if each in there() or each in listed():
            return True
    return path.startswith((routes.url("assets"), routes.url("api"), routes.url("search")))


def _single(content: Content) -> set[str]:
    """Return the addresses that the site always has, and those that one record, page, volume or file makes."""
    there = {path for name in routes.ROUTES if not routes.parts(name) for path in _both(routes.url(name))}
    there |= {path for page in content.pages for path in _both(routes.url("free", page.slug))}
    there |= {static.path for static in content.statics}
    for record in content.records:
        if record.draft:
            continue
        there |= {*_both(routes.url("paper", record.id)), routes.url("paper_json", record.id)}
        there |= {path for alias in record.aliases for path in _both(routes.former(alias))}
    for venue in content.venues:
        there.update(
            path for volume in venue.volumes for path in _both(routes.url("volume", venue.slug, volume.slug))
        )
    return there


def _listed(content: Content) -> set[str]:
    """Return the addresses of pages made of many papers: authors, venues, tags, days, ..."""
    site = assembled(content)
    terms = {
        path
        for taxonomy in site.taxonomies
        for term in (
            routes.taxonomy(taxonomy.name),
            *[routes.term(taxonomy.name, term.slug) for term in taxonomy.terms],
        )
        for path in _both(term)
    }
    periods = {
        (kind, name)
        for record in site.records
        for kind, name_of in PERIODS.items()
        if (name := name_of(record.joined))
    }
    return terms | {path for item in periods for path in _both(routes.url(*item))}
