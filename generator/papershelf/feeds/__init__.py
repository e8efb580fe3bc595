"""What programs read: feeds, sitemap, each paper's data, whole-archive downloads, the API."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from papershelf.feeds import api, atom, downloads, feed, json_feed, paper_json, robots, sitemap
from papershelf.model.output import Bundle, Output, Part
from papershelf.model.paper import Paper
from papershelf.model.site import Site
from papershelf.model.site_view import SiteView

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


KINDS: dict[str, Callable[[Site], Iterator[Output]]] = {
    "feed": feed.plan,
    "api": api.plan,
    "sitemap": sitemap.plan,
    "robots": robots.plan,
}
"""What is planned in every build."""


def plan(site: Site, papers: tuple[Paper, ...]) -> Iterator[Part]:
    """Return every single file that is neither a page nor an asset."""
    for name, kind in KINDS.items():
        yield Part(name=f"feeds/{name}", mark=b"", plan=partial(kind, site))
    yield from paper_json.parts(papers)
    yield from feed.parts(site)
    yield from api.parts(site)


def bundles(papers: tuple[Paper, ...], cache_dir: Path) -> Iterator[Bundle]:
    """Return the files that are made together: the downloads of the whole archive.

    What may be kept for the next build is kept in the folder ``cache_dir``.
    """
    yield downloads.bundle(papers, cache_dir / "members")
