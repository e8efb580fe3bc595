"""Former addresses of papers, each a page that leads to the present one."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue
from papershelf.views.paper import RedirectView


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A former address, and the paper that had it."""

    alias: str
    id: str
    title: str
    source: str


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan a redirect for every alias."""
    aliases = tuple(
        Alias(alias=alias, id=record.id, title=record.title, source=record.source)
        for record in catalogue.newest
        for alias in record.aliases
    )
    yield Part(name="pages/redirects", slice=aliases, outputs=_pages)


def _pages(aliases: tuple[Alias, ...], config: SiteConfig) -> Iterator[Output]:
    del config
    for each in aliases:
        view = RedirectView(target=routes.url("paper", each.id), title=each.title)
        yield Output(
            path=routes.former(each.alias),
            renderer="html",
            layout="redirect.html",
            view=view,
            origin=each.source,
        )
