"""404.html, the page for addresses that lead nowhere; it searches for what was asked."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the file. It is shown at any depth, so it alone links by the site's absolute path."""
    del catalogue
    yield Part(name="pages/not_found", slice=None, outputs=_pages)


def _pages(slice: None, config: SiteConfig) -> Iterator[Output]:
    del slice, config
    yield Output(path=routes.url("not_found"), renderer="html", layout="not-found.html", view=None)
