"""The reading list, kept in the reader's own browser."""

from collections.abc import Iterator

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the page's shell, which is the same whatever the archive holds."""
    yield Output(
        path=routes.path(routes.url("reading_list")), renderer="html", layout="reading-list.html", view=None
    )
