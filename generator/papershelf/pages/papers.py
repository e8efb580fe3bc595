"""All papers, newest first, cut into pages; of a large archive the first twenty pages, and its years."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, Summary, values
from papershelf.views.lists import PapersView
from papershelf.views.pager import page_output_path, paginate

TURNED = 20  # pages of a large archive: nobody turns thousands, and all would change with every new paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersSlice:
    """The papers that are listed, and how many there are by year."""

    items: tuple[Summary, ...]
    count: int
    """Papers in the archive."""
    years: tuple[tuple[str, int], ...]
    """``(year of publication, papers)``, oldest first."""
    onward: tuple[tuple[str, int], ...]
    """``(year, papers that joined in it)``, newest first, where not all are listed; else empty."""


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the list of all papers."""
    years: dict[str, int] = {}
    for record in catalogue.newest:
        years[record.year] = years.get(record.year, 0) + 1
    count, most = len(catalogue.newest), TURNED * catalogue.site.config.per_page
    onward: dict[str, int] = {}
    if is_large(count) and count > most:
        for joined, records in catalogue.joined.items():
            onward[joined[:4]] = onward.get(joined[:4], 0) + len(records)
    slice = PapersSlice(
        items=catalogue.summarised(catalogue.newest[:most] if onward else catalogue.newest),
        count=count,
        years=tuple(sorted(years.items())),
        onward=tuple(onward.items()),
    )
    yield Part(name="pages/papers", slice=slice, outputs=_pages)


def _pages(papers: PapersSlice, config: SiteConfig) -> Iterator[Output]:
    for pager, window in paginate(routes.url("papers"), papers.items, config.per_page):
        first = pager.number == 1
        view = PapersView(
            pager=pager,
            count=papers.count if first else 0,
            years=papers.years if first else (),
            items=values(window),
            onward=papers.onward if pager.number in (1, pager.last) else (),
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="papers.html", view=view)
