"""Weeks, months and years with their papers day by day; an index of each, and of days."""

from collections.abc import Iterator
from dataclasses import dataclass

<<<<<<< HEAD
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate
from papershelf.pages.summary import RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """``page`` of ``period.html``."""

    kind: str
    """Row of ``dates.PERIODS``: ``week``."""
    name: str
    """Last part of the address: ``2024-W52``, ``2024-12``, ``2024``."""
    day: str
    """Its newest day."""
    count: int
    newer: str
    """The next period with papers, or empty."""
    older: str
    parts: tuple[tuple[str, int], ...]
    """``(day or month, papers)`` in it, oldest first; on the first page only."""
    pager: Pager
    items: tuple[RecordSummary, ...]
    """Papers of this page, newest first; none where its parts lead to them: for a year of more than a page, and in
    a large archive, whose days list every paper already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodsView:
    """``page`` of ``periods.html``: the index of days, weeks, months or years."""

    kind: str
    """Its row of ``routes.ROUTES``: ``weeks``."""
    item: str
    """That of a period in it: ``week``."""
    pager: Pager
    items: tuple[tuple[str, int], ...]
    """``(name, papers)``, newest first."""

=======
from papershelf.config import SiteConfig
from papershelf.lib.runs import runs
from papershelf.model import dates
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, Summary, values
from papershelf.views.lists import PeriodsView, PeriodView
from papershelf.views.pager import page_output_path, paginate
>>>>>>> 3bda92f (wip: parts carry slices)

INDEX_SIZE = 8  # times `per_page`: an entry of an index is short


<<<<<<< HEAD
def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the pages of all weeks, months and years, and the four indexes."""
    for kind, name_of in dates.PERIODS.items():
=======
@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSlice:
    """A week, month or year and its neighbours."""

    kind: str
    """Row of ``PERIODS``."""
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

    kind: str
    items: tuple[tuple[str, int], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the pages of all weeks, months and years, and the four indexes."""
    yield _index("days", {day: len(records) for day, records in catalogue.days.items()})
    for kind, name_of in PERIODS.items():
>>>>>>> 3bda92f (wip: parts carry slices)
        periods: dict[str, list[str]] = {}
        for day in catalogue.days:
            periods.setdefault(name_of(day), []).append(day)
        counts = {name: sum([len(catalogue.days[day]) for day in days]) for name, days in periods.items()}
<<<<<<< HEAD
        yield from _index(catalogue, kind, counts)
        if kind == "day":  # its pages are planned in runs, see days.py
            continue
        names = ["", *periods, ""]
        for index, (name, days) in enumerate(periods.items(), 1):
            yield from _period(catalogue, kind, name, days, names[index - 1], names[index + 1])
=======
        yield _index(kind, counts)
        names = list(periods)
        around = ["", *names, ""]
        for run in runs(names):
            slices = tuple(
                _period(catalogue, kind, name, periods[name], around[index], around[index + 2])
                for index, name in enumerate(names[run], run.start)
            )
            yield Part(name=f"periods/{kind}/{names[run.start]}", slice=slices, outputs=_pages, of_all=True)


def _index(kind: str, counts: dict[str, int]) -> Part:
    slice = IndexSlice(kind=kind, items=tuple(counts.items()))
    return Part(name=f"periods/{kind}", slice=slice, outputs=_index_pages, of_all=True)
>>>>>>> 3bda92f (wip: parts carry slices)


def _period(
    catalogue: Catalogue, kind: str, name: str, days: list[str], newer: str, older: str
) -> PeriodSlice:
    parts: dict[str, int] = {}
    for day in reversed(days):
        part = day[:7] if kind == "year" else day
        parts[part] = parts.get(part, 0) + len(catalogue.days[day])
<<<<<<< HEAD
    count = sum(parts.values())
    size = catalogue.site.config.per_page
    by_parts = is_large(len(catalogue.newest)) or (kind == "year" and count > size)
    items = (
        () if by_parts else catalogue.summarised([record for day in days for record in catalogue.days[day]])
    )
    for pager, window in paginate(routes.url(kind, name), items, size):
        view = PeriodView(
            kind=kind,
            name=name,
            day=days[0],
            count=count,
            newer=newer,
            older=older,
            parts=tuple(parts.items()) if pager.number == 1 else (),
            pager=pager,
            items=window,
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="period.html", view=view)


def _index(catalogue: Catalogue, item: str, counts: dict[str, int]) -> Iterator[Output]:
    kind, size = routes.ROUTES[item].below, catalogue.site.config.per_page * INDEX_SIZE
    for pager, window in paginate(routes.url(kind), tuple(counts.items()), size):
        view = PeriodsView(kind=kind, item=item, pager=pager, items=window)
=======
    listed = not is_large(len(catalogue.newest)) and not (
        kind == "years" and sum(parts.values()) > catalogue.site.config.per_page
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
        for pager, window in paginate(f"{period.kind}/{period.name}/", period.items, config.per_page):
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
    for pager, window in paginate(f"{index.kind}/", index.items, config.per_page * INDEX_SIZE):
        view = PeriodsView(kind=index.kind, pager=pager, items=window)
>>>>>>> 3bda92f (wip: parts carry slices)
        yield Output(path=page_output_path(pager), renderer="html", layout="periods.html", view=view)
