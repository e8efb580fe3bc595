"""What programs read: feeds, sitemap, each paper's data, whole-archive downloads, the API."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.feeds import atom, feed, json_feed, paper_json, robots, sitemap
from generator.formats.cited import cited
from generator.model.output import Output
from generator.model.site import Site
from generator.model.site_view import SiteView

RENDERERS: dict[str, Callable[[Any, SiteView], bytes]] = {
    "atom": atom.render,
    "json_feed": json_feed.render,
    "sitemap": sitemap.render,
    "sitemap_index": sitemap.render_index,
    "robots": robots.render,
    "opensearch": robots.render_opensearch,
    "paper_json": paper_json.render,
}
"""Name in ``Output.renderer`` -> what makes the bytes of its view."""


def plan(site: Site) -> Iterator[Output]:
    """Give every file that is neither a page nor an asset."""
    papers = cited(site)
    yield from paper_json.plan(papers)
    yield from feed.plan(site)
    yield from sitemap.plan(site)
    yield from robots.plan(site)
