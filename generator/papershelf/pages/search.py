"""The search page; results are found by the reader's browser."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the file. Its shell is the same whatever the archive holds."""
    del catalogue
    yield Part(name="pages/search", slice=None, outputs=_pages)


def _pages(slice: None, config: SiteConfig) -> Iterator[Output]:
    del slice, config
    yield Output(path=routes.path(routes.url("search")), renderer="html", layout="search.html", view=None)
