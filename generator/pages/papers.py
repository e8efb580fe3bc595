"""All papers, newest first, cut into pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.output import Output
from generator.pages.catalogue import Catalogue
from generator.pages.pager import Pager, page_output_path, paginate
from generator.pages.summary import RecordSummary

URL = "papers/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersView:
    """``page`` of ``papers.html``."""

    pager: Pager
    count: int
    """Papers in the archive; on the first page only, so that the others do not change with it."""
    years: tuple[tuple[str, int], ...]
    """``(year of publication, papers)``, oldest first; on the first page only."""
    items: tuple[RecordSummary, ...]


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give the list of all papers."""
    years: dict[str, int] = {}
    for record in catalogue.newest:
        years[record.year] = years.get(record.year, 0) + 1
    items = catalogue.summarised(catalogue.newest)
    for pager, window in paginate(URL, items, catalogue.site.config.per_page):
        first = pager.number == 1
        view = PapersView(
            pager=pager,
            count=len(items) if first else 0,
            years=tuple(sorted(years.items())) if first else (),
            items=window,
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="papers.html", view=view)
