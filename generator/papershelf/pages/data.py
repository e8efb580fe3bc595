"""The page that tells how to take the archive away as data."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue
from papershelf.views.data import DataView


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the page."""
    view = DataView(count=len(catalogue.newest), newest=next(iter(catalogue.joined), ""))
    yield Part(name="pages/data", slice=view, outputs=_pages)


def _pages(view: DataView, config: SiteConfig) -> Iterator[Output]:
    del config
    yield Output(path=routes.path(routes.url("data")), renderer="html", layout="data.html", view=view)
