"""Weeks, months and years with their papers by when they joined; an index of each, and of days."""

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
    latest: str
    """When its newest paper joined."""
    count: int
    newer: str
    older: str
    parts: tuple[tuple[str, int], ...]
    """``(day or month, papers)``, oldest first."""
    listed: bool
    items: tuple[Summary, ...]
    """Its papers, newest first; unless ``listed``, those of none of the parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSlice:
    """The days, weeks, months or years there are, newest first, with the number of papers of each."""

    item: str
    """Row of ``dates.PERIODS``."""
    items: tuple[tuple[str, int], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the pages of all weeks, months and years, and the four indexes."""
    for kind in dates.PERIODS:
        periods = catalogue.periods(kind)
        counts = {
            name: sum([len(catalogue.joined[joined]) for joined in within])
            for name, within in periods.items()
        }
        if counts or kind in catalogue.site.rhythm.periods:
            yield _index(kind, counts)
        if kind == "day":  # its pages are planned in days.py
            continue
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
    catalogue: Catalogue, kind: str, name: str, within: list[str], newer: str, older: str
) -> PeriodSlice:
    part_of = dates.PERIODS["month" if kind == "year" else "day"]
    parts: dict[str, int] = {}
    for joined in reversed(within):
        if part := part_of(joined):
            parts[part] = parts.get(part, 0) + len(catalogue.joined[joined])
    count = sum([len(catalogue.joined[joined]) for joined in within])
    listed = not is_large(len(catalogue.newest)) and not (
        kind == "year" and count > catalogue.site.config.per_page
    )
    shown = within if listed else [joined for joined in within if not part_of(joined)]
    records = [record for joined in shown for record in catalogue.joined[joined]]
    return PeriodSlice(
        kind=kind,
        name=name,
        latest=within[0],
        count=count,
        newer=newer,
        older=older,
        parts=tuple(parts.items()),
        listed=listed,
        items=catalogue.summarised(records),
    )


def _pages(periods: tuple[PeriodSlice, ...], config: SiteConfig) -> Iterator[Output]:
    for period in periods:
        for pager, window in paginate(routes.url(period.kind, period.name), period.items, config.per_page):
            view = PeriodView(
                kind=period.kind,
                name=period.name,
                latest=period.latest,
                count=period.count,
                newer=period.newer,
                older=period.older,
                parts=period.parts if pager.number == 1 else (),
                listed=period.listed,
                pager=pager,
                items=values(window),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="period.html", view=view)


def _index_pages(index: IndexSlice, config: SiteConfig) -> Iterator[Output]:
    kind = routes.ROUTES[index.item].below
    for pager, window in paginate(routes.url(kind), index.items, config.per_page * INDEX_SIZE):
        view = PeriodsView(kind=kind, item=index.item, pager=pager, items=window)
        yield Output(path=page_output_path(pager), renderer="html", layout="periods.html", view=view)
