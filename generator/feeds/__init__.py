"""What programs read: feeds, sitemap, each paper's data, whole-archive downloads, the API."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.feeds import api, atom, downloads, feed, json_feed, paper_json, robots, sitemap
from generator.formats.cited import cited
from generator.model.output import Bundle, Output
from generator.model.site import Site
from generator.model.site_view import SiteView

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


def plan(site: Site) -> Iterator[Output]:
    """Give every single file that is neither a page nor an asset."""
    yield from paper_json.plan(site)
    yield from feed.plan(site)
    yield from api.plan(site)
    yield from sitemap.plan(site)
    yield from robots.plan(site)


def bundles(site: Site, memory: Path) -> Iterator[Bundle]:
    """Give the files that are made together: the downloads of the whole archive.

    What may be kept for the next build is kept in the folder ``memory``.
    """
    yield downloads.bundle(cited(site), memory / "downloads")
