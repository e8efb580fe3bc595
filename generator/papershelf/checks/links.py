"""Links in abstracts, notes and free pages that lead to no page of this site."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from papershelf.checks.finding import Finding, warning
from papershelf.checks.people import VENUES
from papershelf.content.load import Content
from papershelf.lib.paths import same_path
from papershelf.lib.text import printable
from papershelf.markup.links import links
from papershelf.markup.markdown import to_html
from papershelf.model import routes
from papershelf.problems import Severity

ADVICE = "mend the address, or write it in full, with https://"


def check(content: Content) -> Iterator[Finding]:
    """Follow each link inside the site; pages made of many papers, such as an author's, are not looked for."""
    there = {path for name in routes.ROUTES if not routes.parts(name) for path in _both(routes.url(name))}
    there |= {path for page in content.pages for path in _both(routes.url("free", page.slug))}
    there |= {static.path for static in content.statics}
    for record in content.records:
        there |= {*_both(routes.url("paper", record.id)), routes.url("paper_json", record.id)}
        there |= {path for alias in record.aliases for path in _both(routes.former(alias))}
    for record in content.records:
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            for link in _missing(text, routes.url("paper", record.id), content.config.url, there):
                message = f"{field}: the link {printable(link, 100)!r} leads to no page of this site"
                yield warning(record, (field,), message, ADVICE)
    for venue in content.venues:
        for index, volume in enumerate(venue.volumes):
            address = routes.url("volume", venue.slug, volume.slug)
            for link in _missing(volume.front_matter, address, content.config.url, there):
                message = f"front_matter: the link {printable(link, 100)!r} leads to no page of this site"
                place = (venue.slug, "volumes", index, "front_matter")
                yield Finding(
                    path=VENUES, field=place, message=message, advice=ADVICE, severity=Severity.WARNING
                )
    for page in content.pages:
        for link in _missing(page.body, routes.url("free", page.slug), content.config.url, there):
            message = f"the link {printable(link, 100)!r} leads to no page of this site"
            yield Finding(
                path=page.source, field=(), message=message, advice=ADVICE, severity=Severity.WARNING
            )


def _both(url: str) -> tuple[str, str]:
    """Return an address as it is linked to and as a file."""
    path = routes.path(url)
    return path.removesuffix("index.html"), path


def _missing(text: str, page: str, base: str, there: set[str]) -> Iterator[str]:
    """Return the links of a text on a page that lead into the site, and to nothing there."""
    if "](" not in text and "]:" not in text:
        return  # no other text has links, and reading Markdown takes its time
    for link in links(to_html(text)):
        if (path := _inside(link, page, base)) is not None and not _stands(path, there):
            yield link


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


def _stands(path: str, there: set[str]) -> bool:
    """Return whether a page may be there: those that come of many papers are taken to be."""
    if path in there or f"{path}/" in there:
        return True
    folders = [routes.pattern(name).partition("{")[0] for name in routes.ROUTES if routes.parts(name)]
    made = tuple(folder for folder in folders if folder not in ("", routes.url("papers")))
    return same_path(path).startswith(made)
