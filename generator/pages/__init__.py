"""Page kinds: one file each, with its frozen views and a ``plan`` from the catalogue to planned outputs."""

from collections.abc import Callable, Iterator

from generator.model.output import Output
from generator.model.site import Site
from generator.pages import (
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
    trending,
)
from generator.pages.catalogue import Catalogue, catalogue

PAGE_KINDS: dict[str, Callable[[Catalogue], Iterator[Output]]] = {
    "home": home.plan,
    "paper": paper.plan,
    "papers": papers.plan,
    "days": days.plan,
    "periods": periods.plan,
    "terms": terms.plan,
    "trending": trending.plan,
    "search": search.plan,
    "reading list": reading_list.plan,
    "free": free.plan,
    "data": data.plan,
    "not found": not_found.plan,
    "redirects": redirects.plan,
    "style": style.plan,
}


def plan(site: Site) -> Iterator[Output]:
    """Give every page of the site, kind by kind."""
    pages = catalogue(site)
    for kind in PAGE_KINDS.values():
        yield from kind(pages)
