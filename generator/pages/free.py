"""The archive's own pages: ``content/pages/*.md``."""

from collections.abc import Iterator

from generator.model import urls
from generator.model.output import Output
from generator.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give a page per file; ``page`` of ``free.html`` is the ``FreePage`` itself."""
    for page in catalogue.site.pages:
        yield Output(
            path=urls.path(f"{page.slug}/"),
            renderer="html",
            layout="free.html",
            view=page,
            origin=page.source,
        )
