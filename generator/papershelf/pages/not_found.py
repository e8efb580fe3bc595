"""404.html, the page for addresses that lead nowhere; it searches for what was asked."""

from collections.abc import Iterator

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the page. It is shown at any depth, so it alone links by the site's absolute path."""
    yield Output(path=routes.url("not_found"), renderer="html", layout="not-found.html", view=None)
