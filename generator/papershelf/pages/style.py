"""The style sheet, which holds the archive's accent colour."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the file. There is one for all pages."""
    del catalogue
    yield Part(name="pages/style", slice=None, outputs=_pages)


def _pages(slice: None, config: SiteConfig) -> Iterator[Output]:
    del slice, config
    yield Output(path=routes.url("style"), renderer="html", layout="site.css", view=None)
