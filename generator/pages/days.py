"""A page per day, with its papers as cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.output import Output
from generator.pages.catalogue import Card, Catalogue
from generator.pages.pager import Pager, page_output_path, paginate


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


def day_url(day: str) -> str:
    """``days/2024-12-25/``"""
    return f"days/{day}/"


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give every day's page."""
    names = ["", *catalogue.days, ""]
    for index, (day, records) in enumerate(catalogue.days.items(), 1):
        for pager, window in paginate(day_url(day), records, catalogue.site.config.per_page):
            view = DayView(
                day=day,
                count=len(records),
                newer=names[index - 1],
                older=names[index + 1],
                pager=pager,
                cards=catalogue.cards(window),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="day.html", view=view)
