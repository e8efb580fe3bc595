"""The archive's own pages: ``content/pages/*.md``."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.site import FreePage
from papershelf.pages.catalogue import Catalogue


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan a page per file."""
    yield Part(name="pages/free", slice=catalogue.site.pages, outputs=_pages)


def _pages(pages: tuple[FreePage, ...], config: SiteConfig) -> Iterator[Output]:
    """Yield the pages; ``page`` of ``free.html`` is the ``FreePage`` itself."""
    del config
    for page in pages:
        yield Output(
            path=routes.path(routes.url("free", page.slug)),
            renderer="html",
            layout="free.html",
            view=page,
            origin=page.source,
        )
