"""What pages tell machines: the tags of Scholar and Zotero, FAIR links, JSON-LD. Made at render time."""

from collections.abc import Callable

from markupsafe import Markup

from papershelf.formats import csl_json, highwire, schema_org, signposting
from papershelf.formats.citation import apa
from papershelf.lib.text import shorten, squeeze
from papershelf.lib.xml import attribute
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_lines
from papershelf.model import routes
from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.views.data import DataView
from papershelf.views.paper import PaperView
from papershelf.views.site_view import SiteView
from papershelf.views.terms import TermView, VolumeView

DESCRIPTION = 160  # characters that result lists show


def description(record: Record) -> str:
    """Return a paper in one line: its one-sentence summary, or the start of its abstract, or its title."""
    text = plain(record.tldr) or to_lines(record.abstract) or plain(record.title)
    start = squeeze(text[: 2 * DESCRIPTION])
    # Where white space takes up more than half, the start does not fill the line.
    return shorten(start if len(start) > DESCRIPTION else squeeze(text), DESCRIPTION)


def paper_head(page: PaperView, site: SiteView) -> Markup:
    """Return the head of a paper's page: its description, ``citation_*`` tags, typed links and JSON-LD.

    Where two vocabularies ask for the same value one element serves both, since every paper has its own:
    the title is ``og:title`` too, and the canonical link ``cite-as``.
    """
    paper = page.paper
    record = paper.record
    tags = highwire.tags(paper, site.url) or [("citation_title", plain(record.title))]
    # A large archive tells abstracts once, on the page. Where none is told, Zotero saves the description for it.
    abstract = bool(record.abstract) and not site.large
    described = "description property=og:description" if abstract else "twitter:description"
    tags += highwire.zotero_tags(paper, abstract=abstract)
    parts = [
        f'<meta name={described} content="{attribute(description(record))}">',
        "<meta property=og:type content=article>",
        f'<meta name=citation_title property=og:title content="{attribute(tags[0][1])}">',
        *[f'<meta name={name} content="{attribute(text)}">' for name, text in tags[1:]],
    ]
    for relation, address, media in signposting.links(paper, site.url):
        if relation == "cite-as":
            relation = '"canonical cite-as"'
        elif relation == "describedby":
            address = routes.beside("paper_json", record.id)
        kind = f" type={media}" if media else ""
        parts.append(f'<link rel={relation} href="{attribute(address)}"{kind}>')
    authors = None if site.large else [routes.term("authors", person.slug) for person in page.summary.people]
    parts.append(_script(schema_org.paper(paper, site.url, authors, abstract=abstract)))
    return Markup("".join(parts))


def _script(text: str) -> str:
    return f"<script type=application/ld+json>{text}</script>"


def citation(paper: Paper) -> str:
    """Return a paper as a reference in APA style, to copy by hand where no script runs."""
    return apa(csl_json.item(paper))


def website(site: SiteView) -> Markup:
    """Return the home page's JSON-LD."""
    return Markup(_script(schema_org.website(site.title, site.description, site.url, site.language)))


def profile(page: TermView, site: SiteView) -> Markup:
    """Return an author page's JSON-LD."""
    return Markup(_script(schema_org.profile(page.name, site.url, page.pager.base, page.names, page.person)))


def venue(page: TermView, site: SiteView) -> Markup:
    """Return a venue page's JSON-LD."""
    return Markup(_script(schema_org.venue(page.venue, site.url, page.pager.base)) if page.venue else "")


def volume(page: VolumeView, site: SiteView) -> Markup:
    """Return the JSON-LD of a volume's page."""
    return Markup(_script(schema_org.volume(page.venue, page.volume, site.url, page.pager.base)))


def item_list(page: TermView, site: SiteView, name: str) -> Markup:
    """Return the JSON-LD of a list's page: the papers on it, in order."""
    address = page.pager.url(page.pager.number)
    return Markup(_script(schema_org.item_list(name, site.url, address, page.items)))


def dataset(page: DataView, site: SiteView) -> Markup:
    """Return the data page's JSON-LD."""
    text = f"The records of {site.title}: {page.count:,} papers."
    return Markup(_script(schema_org.dataset(site.title, text, site.url, page.newest)))


FILTERS: dict[str, Callable[..., str]] = {
    "citation": citation,
    "dataset": dataset,
    "item_list": item_list,
    "paper_head": paper_head,
    "profile": profile,
    "venue_data": venue,
    "volume_data": volume,
    "website": website,
}
"""By the name that layouts use: ``{{ page|paper_head(site) }}``."""
