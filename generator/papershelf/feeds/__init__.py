"""What programs read: feeds, sitemap, each paper's data, whole-archive downloads, the API."""

from collections.abc import Callable, Iterator
from typing import Any

from papershelf.feeds import api, atom, downloads, feed, json_feed, paper_json, robots, sitemap
from papershelf.model.output import Bundle, Part
from papershelf.model.paper import Paper
from papershelf.model.site import Site
from papershelf.views.site_view import SiteView

RENDERERS: dict[str, Callable[[Any, SiteView], bytes]] = {
    "atom": atom.render,
    "json_feed": json_feed.render,
    "sitemap": sitemap.render,
    "sitemap_part": sitemap.render_part,
    "sitemap_index": sitemap.render_index,
    "robots": robots.render,
    "llms": robots.render_llms,
    "opensearch": robots.render_opensearch,
    "paper_json": paper_json.render,
    "paper_json_brief": paper_json.render_brief,
    "api_day": api.render_day,
    "api_year": api.render_year,
    "api_years": api.render_years,
    "openapi": api.render_openapi,
}
"""Name in ``Output.renderer`` -> what makes the bytes of its view."""


KINDS: tuple[Callable[[Site], Iterator[Part]], ...] = (
    sitemap.parts,
    feed.parts,
    api.parts,
    robots.parts,
)
"""Each plans the files of one kind; those of which a single part takes long first."""


def plan(site: Site) -> Iterator[Part]:
    """Yield every single file that stands for itself: neither a page, nor beside one, nor an asset."""
    for parts in KINDS:
        yield from parts(site)


def bundles(papers: tuple[Paper, ...]) -> Iterator[Bundle]:
    """Yield the files that are made together: the downloads of the whole archive."""
    yield downloads.bundle(papers)
