"""Atom feeds (RFC 4287)."""

from urllib.parse import quote

from papershelf.feeds.brief import BriefPaper, changed
from papershelf.feeds.feed import FeedView, content_html
from papershelf.formats.names import doi_address
from papershelf.lib.xml import DECLARATION, attribute, escape
from papershelf.markup.line import plain
from papershelf.model import routes
from papershelf.model.dates import first_day, is_day
from papershelf.model.record import Record
from papershelf.views.site_view import SiteView

NAMES = 3  # authors named in a brief entry

_MIDNIGHT = "T00:00:00Z"
_BASE = routes.url("papers")
_ROOT = routes.root(_BASE)


def render(view: FeedView, site: SiteView) -> bytes:
    """Return the feed as bytes; its ids are permalinks.

    Its addresses are relative to that of the papers, where none of them leads: one that does refers to the feed itself
    (RFC 3986, 4.4).
    """
    title = f"{view.title} – {site.title}" if view.title else site.title
    address = view.url + routes.url("feed")
    changes = [changed(record) for record in view.records] + [paper.value.changed for paper in view.briefs]
    times = instants(changes)
    parts = [
        (
            f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}"'
            f' xml:base="{attribute(site.url + _BASE)}"><title>{escape(title)}</title>'
            f"<id>{escape(routes.permalink(site.url, address))}</id>"
            f"<updated>{max(times, default='1970-01-01T00:00:00Z')}</updated>"
            f'<link rel="self" href="{_ROOT}{address}"/><link href="{_ROOT}{view.url}"/>'
        )
    ]
    if not view.url and site.tagline:
        parts.append(f"<subtitle>{escape(site.tagline)}</subtitle>")
    named = [record.authors for record in view.records] + [paper.value.authors for paper in view.briefs]
    if view.author or not all(named):
        parts.append(f"<author><name>{escape(view.author or site.title)}</name></author>")
    parts += [_full(record, when, site) for record, when in zip(view.records, times, strict=not view.briefs)]
    # What an entry does not say its feed says for it (RFC 4287, 4.1.2): whose papers they are.
    parts += [
        _brief(paper.value, when, site, named=not view.author)
        for paper, when in zip(view.briefs, times[len(view.records) :], strict=True)
    ]
    parts.append("</feed>\n")
    return "\n".join(parts).encode()


def instants(changes: list[str]) -> list[str]:
    """Return a time for each partial date of a list that begins with the newest: the midnight with which it begins, a
    second later for each that follows.

    Papers know no time of day, but every entry has a time (RFC 4287, 4.1.2) by which it is told apart (4.2.15).
    """
    seen: dict[str, int] = {}
    times = []
    for day in map(first_day, reversed(changes)):
        second = seen[day] = seen.get(day, -1) + 1
        times.append(f"{day}T{second // 3600 % 24:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z")
    return times[::-1]


def _brief(paper: BriefPaper, when: str, site: SiteView, *, named: bool) -> str:
    names = list(paper.authors if len(paper.authors) <= NAMES else paper.authors[:NAMES])
    if len(paper.authors) > NAMES:
        names.append(f"{len(paper.authors) - NAMES} others")
    told = f"<summary>{escape(paper.standing)}</summary>" if paper.standing else ""
    return _start(paper.id, paper.title, when, site, names if named else []) + told + "</entry>"


def _full(record: Record, when: str, site: SiteView) -> str:
    parts = [
        _start(record.id, record.title, when, site, [name.name for name in record.authors]),
        f"<published>{record.joined}{_MIDNIGHT}</published>" if is_day(record.joined) else "",
        *[f'<category term="{attribute(plain(tag))}"/>' for tag in record.tags],
    ]
    if record.pdf:
        address = record.pdf if ":" in record.pdf else _ROOT + quote(record.pdf)
        parts.append(f'<link rel="related" type="application/pdf" href="{attribute(address)}"/>')
    if record.doi:
        parts.append(f'<link rel="via" href="{attribute(doi_address(record.doi))}"/>')
    if record.tldr:
        parts.append(f"<summary>{escape(plain(record.tldr))}</summary>")
    if content := content_html(record, site.url):
        parts.append(f'<content type="html">{escape(content)}</content>')
    parts.append("</entry>")
    return "".join(parts)


def _start(id: str, title: str, when: str, site: SiteView, names: list[str]) -> str:
    url = routes.url("paper", id)
    authors = "".join([f"<author><name>{escape(name)}</name></author>" for name in names])
    return (
        f"<entry><title>{escape(plain(title))}</title><id>{escape(site.url)}{url}</id>"
        f'<updated>{when}</updated><link href="{url.removeprefix(_BASE)}"/>{authors}'
    )
