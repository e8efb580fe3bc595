"""A page per day: the papers of the newest days as cards, those of older days as plain rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Card, Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate
from papershelf.pages.summary import RecordSummary

RECENT = 60
"""Days shown as cards. Every abstract stands on its paper's page; to repeat them all for years back would
make a large archive half as large again. A new day turns just one old one into rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """``page`` of ``day.html``."""

    day: str
    count: int
    newer: str
    """The next day with papers, or empty."""
    older: str
    """The day before with papers, or empty."""
    pager: Pager
    cards: tuple[Card, ...]
    """Papers of this page, on a recent day."""
    items: tuple[RecordSummary, ...]
    """Papers of this page, on an older day."""


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Return every day's page."""
    names, papers = list(catalogue.days), catalogue.papers
    directory = catalogue.site.directory.digest
    for run in runs(names):
        # The neighbours of the run's days belong to what its pages show; none stands beyond an end.
        around = ("" if run.start == 0 else names[run.start - 1], *names[run.start : run.stop + 1])
        cards = max(0, RECENT - run.start)
        marks = [papers[record.id].digest for day in names[run] for record in catalogue.days[day]]
        yield Part(
            name=f"days/{names[run.start]}",
            mark=plain_fingerprint([directory, around, min(cards, run.stop - run.start), marks]),
            plan=partial(_pages, catalogue, run),
        )


def _pages(catalogue: Catalogue, run: slice) -> Iterator[Output]:
    names = ["", *catalogue.days, ""]
    for index, day in enumerate(names[run.start + 1 : run.stop + 1], run.start + 1):
        records = catalogue.days[day]
        recent = index <= RECENT
        for pager, window in paginate(routes.url("day", day), records, catalogue.site.config.per_page):
            view = DayView(
                day=day,
                count=len(records),
                newer=names[index - 1],
                older=names[index + 1],
                pager=pager,
                cards=catalogue.cards(window) if recent else (),
                items=() if recent else catalogue.summarised(window),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="day.html", view=view)
