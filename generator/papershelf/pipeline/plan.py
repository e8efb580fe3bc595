"""The plan: every file the site consists of, from every part of the program that has files to give."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from papershelf import feeds, pages
from papershelf.config import SiteConfig
from papershelf.model.output import Bundle, Output, Part
from papershelf.model.paper import Paper
from papershelf.model.site import Site, Static
from papershelf.pipeline import assets, documents
from papershelf.problems import Location, Problem


def bundles(papers: tuple[Paper, ...]) -> Iterator[Bundle]:
    """Yield what is made of all papers together: the search index, the downloads."""
    yield documents.bundle(papers)
    yield from feeds.bundles(papers)


def parts(site: Site, papers: tuple[Paper, ...], layouts: tuple[Path, ...], *, whole: bool) -> Iterator[Part]:
    """Yield every other part: pages, feeds and data, assets, static files.

    ``whole`` tells that most of them will be made.
    """
    yield assets.part(layouts)
    yield Part(name="statics", slice=site.statics, outputs=_statics)
    yield from feeds.plan(site)  # first, for the sitemap takes longest
    yield from pages.plan(site, papers, whole=whole)


def _statics(statics: tuple[Static, ...], config: SiteConfig) -> Iterator[Output]:
    del config
    for static in statics:
        yield Output(path=static.path, renderer="copy", view=static, origin=static.source)


def clashes(claimed: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Report every path that more than one thing claims, of all paths with the content file each comes from."""
    claims: dict[str, list[str]] = defaultdict(list)
    for path, origin in claimed:
        claims[path].append(origin or "a page that the archive makes itself")
    for path, origins in claims.items():
        if len(origins) > 1:
            first, *others = sorted(origins)
            yield Problem(
                location=Location(path=first),
                message=f"its page {path} is also claimed by {', '.join(others)}",
                advice="give one of them another id, name or alias",
            )
