"""A page per day: the papers of the newest days as cards, those of older days as plain rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, ListedPaper, Summary, card, values
from papershelf.views.lists import DayView
from papershelf.views.pager import page_output_path, paginate

RECENT = 60
"""Days shown as cards. Every abstract stands on its paper's page; to repeat them all for years back would
make a large archive half as large again. A new day turns just one old one into rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySlice:
    """A day, its neighbours and its papers: ``cards`` of a recent day, ``items`` of an older one."""

    day: str
    newer: str
    older: str
    cards: tuple[ListedPaper, ...] = ()
    items: tuple[Summary, ...] = ()


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan every day's page, run by run."""
    all_days = catalogue.periods("day")
    names = list(all_days)
    around = ["", *names, ""]
    days = []
    for index, day in enumerate(all_days):
        records = catalogue.joined[day]
        newer, older = around[index], around[index + 2]
        if index < RECENT:
            days.append(DaySlice(day=day, newer=newer, older=older, cards=catalogue.listed(records)))
        else:
            days.append(DaySlice(day=day, newer=newer, older=older, items=catalogue.summarised(records)))
    for run in runs(names):
        yield Part(name=f"days/{names[run.start]}", slice=tuple(days[run]), outputs=_pages)


def _pages(days: tuple[DaySlice, ...], config: SiteConfig) -> Iterator[Output]:
    for of_day in days:
        papers = of_day.cards or of_day.items
        for pager, window in paginate(routes.url("day", of_day.day), range(len(papers)), config.per_page):
            view = DayView(
                day=of_day.day,
                count=len(papers),
                newer=of_day.newer,
                older=of_day.older,
                pager=pager,
                cards=tuple([card(of_day.cards[index]) for index in window]) if of_day.cards else (),
                items=values([of_day.items[index] for index in window]) if of_day.items else (),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="day.html", view=view)
