"""The page that tells how to take the archive away as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """``page`` of ``data.html``."""

    count: int
    """Papers in the archive."""
    newest: str
    """Its newest day, or empty."""


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the page."""
    view = DataView(count=len(catalogue.newest), newest=next(iter(catalogue.days), ""))
    yield Output(path=routes.path(routes.url("data")), renderer="html", layout="data.html", view=view)
