"""Former addresses of papers, each a page that leads to the present one."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """``page`` of ``redirect.html``."""

    target: str
    """Present address, relative to the site's root."""
    title: str


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return a redirect for every alias."""
    for record in catalogue.newest:
        for alias in record.aliases:
            view = RedirectView(target=routes.url("paper", record.id), title=record.title)
            yield Output(
                path=alias_path(alias),
                renderer="html",
                layout="redirect.html",
                view=view,
                origin=record.source,
            )


def alias_path(alias: str) -> str:
    """Return the file behind a former address: ``/old/``, ``old`` and ``old/index.html`` are the same."""
    address = alias.strip("/")
    return address if address.endswith((".html", ".htm")) else f"{address}/index.html"
