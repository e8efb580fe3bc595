"""Atom feeds (RFC 4287)."""

from papershelf.feeds.brief import BriefPaper, changed
from papershelf.feeds.feed import FeedView, content_html
from papershelf.formats.names import doi_address
from papershelf.lib.xml import DECLARATION, attribute, escape
from papershelf.markup.line import plain
from papershelf.model import routes
from papershelf.model.record import Record
from papershelf.views.site_view import SiteView

NAMES = 3  # authors named in a brief entry

_MIDNIGHT = "T00:00:00Z"


def render(view: FeedView, site: SiteView) -> bytes:
    """Return the feed as bytes; its addresses are relative to ``xml:base``, its ids are permalinks."""
    title = f"{view.title} – {site.title}" if view.title else site.title
    address = view.url + routes.url("feed")
    address = view.url + routes.url("feed")
    parts = [
        (
            f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}"'
            f' xml:base="{attribute(site.url)}"><title>{escape(title)}</title>'
            f"<id>{escape(routes.permalink(site.url, address))}</id>"
            f"<updated>{view.updated}{_MIDNIGHT}</updated>"
            f'<link rel="self" href="{address}"/><link href="{view.url or "./"}"/>'
        )
    ]
    if not view.url and site.tagline:
        parts.append(f"<subtitle>{escape(site.tagline)}</subtitle>")
    named = [record.authors for record in view.records] + [paper.value.authors for paper in view.briefs]
    if view.author or not all(named):
        parts.append(f"<author><name>{escape(view.author or site.title)}</name></author>")
    parts += [_full(record, site) for record in view.records]
    # What an entry does not say its feed says for it (RFC 4287, 4.1.2): whose papers they are.
    parts += [_brief(paper.value, site, named=not view.author) for paper in view.briefs]
    parts.append("</feed>\n")
    return "\n".join(parts).encode()


def _brief(paper: BriefPaper, site: SiteView, *, named: bool) -> str:
    names = list(paper.authors if len(paper.authors) <= NAMES else paper.authors[:NAMES])
    if len(paper.authors) > NAMES:
        names.append(f"{len(paper.authors) - NAMES} others")
    return _start(paper.id, paper.title, paper.changed, site, names if named else []) + "</entry>"


def _full(record: Record, site: SiteView) -> str:
    parts = [
        _start(record.id, record.title, changed(record), site, [name.name for name in record.authors]),
        f"<published>{record.day}{_MIDNIGHT}</published>",
        *[f'<category term="{attribute(plain(tag))}"/>' for tag in record.tags],
    ]
    if record.pdf:
        parts.append(f'<link rel="related" type="application/pdf" href="{attribute(record.pdf)}"/>')
    if record.doi:
        parts.append(f'<link rel="via" href="{attribute(doi_address(record.doi))}"/>')
    if record.tldr:
        parts.append(f"<summary>{escape(plain(record.tldr))}</summary>")
    if content := content_html(record):
        parts.append(f'<content type="html">{escape(content)}</content>')
    parts.append("</entry>")
    return "".join(parts)


def _start(id: str, title: str, day: str, site: SiteView, names: list[str]) -> str:
    url = routes.url("paper", id)
    authors = "".join([f"<author><name>{escape(name)}</name></author>" for name in names])
    return (
        f"<entry><title>{escape(plain(title))}</title><id>{escape(site.url)}{url}</id>"
        f'<updated>{day}{_MIDNIGHT}</updated><link href="{url}"/>{authors}'
    )
