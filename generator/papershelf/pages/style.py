"""The style sheet, which holds the archive's accent colour."""

from collections.abc import Iterator

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the one style sheet of all pages."""
    yield Output(path=routes.url("style"), renderer="html", layout="site.css", view=None)
