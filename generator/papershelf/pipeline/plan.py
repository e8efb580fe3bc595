"""The plan: every file the site consists of, from every part of the program that has files to give."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from papershelf import feeds, pages
from papershelf.lib.digest import fingerprint
from papershelf.model.output import Bundle, Output, Part
from papershelf.model.paper import Paper
from papershelf.model.site import Site, Static
from papershelf.pipeline import assets
from papershelf.pipeline.documents import index, settings
from papershelf.problems import Location, Problem


def bundles(site: Site, papers: tuple[Paper, ...], cache_dir: Path) -> Iterator[Bundle]:
    """Plan what is made of all papers together: the search index, the downloads.

    ``cache_dir`` is the folder in which they may keep their work for the next build.
    """
    yield _search(site, papers, cache_dir / "search")
    yield from feeds.bundles(papers, cache_dir)


def parts(site: Site, papers: tuple[Paper, ...], layouts: tuple[Path, ...], whole: bool) -> Iterator[Part]:
    """Plan every other file: pages, feeds and data, assets, static files.

    ``whole`` tells that most of them will be made.
    """
    yield Part(name="assets", mark=b"", plan=partial(assets.plan, layouts))
    yield Part(name="statics", mark=b"", plan=partial(map, _copy, site.statics))
    yield from feeds.plan(site, papers)  # first, for the sitemap takes longest
    yield from pages.plan(site, papers, whole)


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


def _search(site: Site, papers: tuple[Paper, ...], cache_dir: Path) -> Bundle:
    how = settings(site)
    view = (how.language, tuple(how.boosts.items()), how.texts, *[paper.digest for paper in papers])
    return Bundle(name="search", mark=fingerprint(view), make=partial(index, papers, how, cache_dir))


def _copy(static: Static) -> Output:
    return Output(path=static.path, renderer="copy", view=static, origin=static.source)
