"""The search page; results are found by the reader's browser."""

from collections.abc import Iterator

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the page's shell, which is the same whatever the archive holds."""
    yield Output(path=routes.path(routes.url("search")), renderer="html", layout="search.html", view=None)
