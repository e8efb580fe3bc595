"""The search page; results are found by the reader's browser."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue

<<<<<<< HEAD

def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the page's shell, which is the same whatever the archive holds."""
    yield Output(path=routes.path(routes.url("search")), renderer="html", layout="search.html", view=None)
=======

def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the file. Its shell is the same whatever the archive holds."""
    del catalogue
    yield Part(name="pages/search", slice=None, outputs=_pages)


def _pages(slice: None, config: SiteConfig) -> Iterator[Output]:
    del slice, config
    yield Output(path=routes.path(routes.url("search")), renderer="html", layout="search.html", view=None)
>>>>>>> 3bda92f (wip: parts carry slices)
