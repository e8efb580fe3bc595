"""The archive's own pages: ``content/pages/*.md``."""

from collections.abc import Iterator

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return a page per file; ``page`` of ``free.html`` is the ``FreePage`` itself."""
    for page in catalogue.site.pages:
        yield Output(
            path=routes.path(routes.url("free", page.slug)),
            renderer="html",
            layout="free.html",
            view=page,
            origin=page.source,
        )
