"""Page kinds: one file each, with its frozen views and a plan from the catalogue to planned outputs."""

from collections.abc import Callable, Iterator
from functools import partial

from papershelf.model.output import Output, Part
from papershelf.model.paper import Paper
from papershelf.model.site import Site
from papershelf.pages import (
    data,
    days,
    free,
    home,
    not_found,
    paper,
    papers,
    periods,
    reading_list,
    redirects,
    search,
    style,
    terms,
    terms_index,
    trending,
)
from papershelf.pages.catalogue import Catalogue, catalogue

PAGE_KINDS: dict[str, Callable[[Catalogue], Iterator[Output]]] = {
    "indexes": terms_index.plan,
    "periods": periods.plan,
    "papers": papers.plan,
    "home": home.plan,
    "trending": trending.plan,
    "search": search.plan,
    "reading list": reading_list.plan,
    "free": free.plan,
    "data": data.plan,
    "not found": not_found.plan,
    "redirects": redirects.plan,
    "style": style.plan,
}
"""Kinds that are planned in every build: their pages are few, or change with most edits. Those that take long first."""

RUN_KINDS: dict[str, Callable[[Catalogue], Iterator[Part]]] = {
    "paper": paper.parts,
    "terms": terms.parts,
    "days": days.parts,
}
"""Kinds of so many pages that only the runs of them are planned in which something has changed."""


def plan(site: Site, papers: tuple[Paper, ...], whole: bool = False) -> Iterator[Part]:
    """Return every page of the site, kind by kind.

    ``whole`` tells that most will be rendered: then what they share is made before there are processes, each of
    which would make its own.
    """
    pages = catalogue(site, papers, whole)
    for name, kind in PAGE_KINDS.items():
        yield Part(name=f"pages/{name}", mark=b"", plan=partial(kind, pages))
    for parts in RUN_KINDS.values():
        yield from parts(pages)
