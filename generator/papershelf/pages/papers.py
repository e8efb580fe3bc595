"""All papers, newest first, cut into pages; of a large archive the first twenty pages, and its years."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.model import routes
from papershelf.model.large import is_large
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate
from papershelf.pages.summary import RecordSummary

TURNED = 20  # pages of a large archive: nobody turns thousands, and all would change with every new paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersView:
    """``page`` of ``papers.html``."""

    pager: Pager
    count: int
    """Papers in the archive; on the first page only, so that the others do not change with it."""
    years: tuple[tuple[str, int], ...]
    """``(year of publication, papers)``, oldest first; on the first page only."""
    items: tuple[RecordSummary, ...]
    onward: tuple[tuple[str, int], ...]
    """``(year, papers that joined in it)``, newest first: the way on from the first and the last page of a list that
    does not go to the end; else empty."""


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the list of all papers."""
    years: dict[str, int] = {}
    for record in catalogue.newest:
        years[record.year] = years.get(record.year, 0) + 1
    count, size = len(catalogue.newest), catalogue.site.config.per_page
    onward: dict[str, int] = {}
    if is_large(count) and count > TURNED * size:
        for day, records in catalogue.days.items():
            onward[day[:4]] = onward.get(day[:4], 0) + len(records)
    items = catalogue.summarised(catalogue.newest[: TURNED * size] if onward else catalogue.newest)
    for pager, window in paginate(routes.url("papers"), items, size):
        first = pager.number == 1
        view = PapersView(
            pager=pager,
            count=count if first else 0,
            years=tuple(sorted(years.items())) if first else (),
            items=window,
            onward=tuple(onward.items()) if pager.number in (1, pager.last) else (),
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="papers.html", view=view)
