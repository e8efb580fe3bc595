"""Page kinds: one file each, from the catalogue to parts of the plan, and from a part's slice to its pages."""

from collections.abc import Callable, Iterator

from papershelf.model.output import Part
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
    subscribe,
    terms,
    terms_index,
    trending,
    volumes,
)
from papershelf.pages.catalogue import Catalogue, catalogue

PAGE_KINDS: tuple[Callable[[Catalogue], Iterator[Part]], ...] = (
    terms_index.parts,
    periods.parts,
    papers.parts,
    home.parts,
    trending.parts,
    search.parts,
    reading_list.parts,
    subscribe.parts,
    free.parts,
    data.parts,
    not_found.parts,
    redirects.parts,
    style.parts,
    paper.parts,
    volumes.parts,
    terms.parts,
    days.parts,
)
"""Each plans the pages of one kind; those of which a single part takes long first, so that no worker is left with it.
"""


def plan(site: Site, papers: tuple[Paper, ...], *, whole: bool = False) -> Iterator[Part]:
    """Yield every page of the site, kind by kind; ``whole`` tells that most will be made."""
    pages = catalogue(site, papers, whole=whole)
    for parts in PAGE_KINDS:
        yield from parts(pages)
