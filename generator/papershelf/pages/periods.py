"""Weeks, months and years with their papers day by day; an index of each, and of days."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.lib.runs import runs
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, Summary, values
from papershelf.views.lists import PeriodsView, PeriodView
from papershelf.views.pager import page_output_path, paginate

INDEX_SIZE = 8  # times `per_page`: an entry of an index is short


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSlice:
    """A week, month or year and its neighbours."""

    kind: str
    """Row of ``dates.PERIODS``: ``week``."""
    name: str
    day: str
    """Its newest day."""
    newer: str
    older: str
    parts: tuple[tuple[str, int], ...]
    """``(day or month, papers)``, oldest first."""
    items: tuple[Summary, ...]
    """Its papers, newest first; none where the parts lead to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSlice:
    """The days, weeks, months or years there are, newest first, with the number of papers of each."""

    item: str
    """Row of ``dates.PERIODS``."""
    items: tuple[tuple[str, int], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the pages of all weeks, months and years, and the four indexes."""
    yield _index("day", {day: len(records) for day, records in catalogue.days.items()})
    for kind, name_of in dates.PERIODS.items():
        if kind == "day":  # its pages are planned in days.py
            continue
        periods: dict[str, list[str]] = {}
        for day in catalogue.days:
            periods.setdefault(name_of(day), []).append(day)
        counts = {name: sum([len(catalogue.days[day]) for day in days]) for name, days in periods.items()}
        yield _index(kind, counts)
        names = list(periods)
        around = ["", *names, ""]
        for run in runs(names):
            slices = tuple(
                _period(catalogue, kind, name, periods[name], around[index], around[index + 2])
                for index, name in enumerate(names[run], run.start)
            )
            of_all = routes.ROUTES[kind].of_all
            yield Part(name=f"periods/{kind}/{names[run.start]}", slice=slices, outputs=_pages, of_all=of_all)


def _index(item: str, counts: dict[str, int]) -> Part:
    slice = IndexSlice(item=item, items=tuple(counts.items()))
    of_all = routes.ROUTES[routes.ROUTES[item].below].of_all
    return Part(name=f"indexes/{item}", slice=slice, outputs=_index_pages, of_all=of_all)


def _period(
    catalogue: Catalogue, kind: str, name: str, days: list[str], newer: str, older: str
) -> PeriodSlice:
    parts: dict[str, int] = {}
    for day in reversed(days):
        part = day[:7] if kind == "year" else day
        parts[part] = parts.get(part, 0) + len(catalogue.days[day])
    listed = not is_large(len(catalogue.newest)) and not (
        kind == "year" and sum(parts.values()) > catalogue.site.config.per_page
    )
    records = [record for day in days for record in catalogue.days[day]] if listed else []
    return PeriodSlice(
        kind=kind,
        name=name,
        day=days[0],
        newer=newer,
        older=older,
        parts=tuple(parts.items()),
        items=catalogue.summarised(records),
    )


def _pages(periods: tuple[PeriodSlice, ...], config: SiteConfig) -> Iterator[Output]:
    for period in periods:
        for pager, window in paginate(routes.url(period.kind, period.name), period.items, config.per_page):
            view = PeriodView(
                kind=period.kind,
                name=period.name,
                day=period.day,
                count=sum([papers for _, papers in period.parts]),
                newer=period.newer,
                older=period.older,
                parts=period.parts if pager.number == 1 else (),
                pager=pager,
                items=values(window),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="period.html", view=view)


def _index_pages(index: IndexSlice, config: SiteConfig) -> Iterator[Output]:
    kind = routes.ROUTES[index.item].below
    for pager, window in paginate(routes.url(kind), index.items, config.per_page * INDEX_SIZE):
        view = PeriodsView(kind=kind, item=index.item, pager=pager, items=window)
        yield Output(path=page_output_path(pager), renderer="html", layout="periods.html", view=view)
