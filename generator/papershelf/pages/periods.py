"""Weeks, months and years with their papers day by day; an index of each, and of days."""

from collections.abc import Iterator
from dataclasses import dataclass

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


INDEX_SIZE = 8  # times `per_page`: an entry of an index is short


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the pages of all weeks, months and years, and the four indexes."""
    for kind, name_of in dates.PERIODS.items():
        periods: dict[str, list[str]] = {}
        for day in catalogue.days:
            periods.setdefault(name_of(day), []).append(day)
        counts = {name: sum([len(catalogue.days[day]) for day in days]) for name, days in periods.items()}
        yield from _index(catalogue, kind, counts)
        if kind == "day":  # its pages are planned in runs, see days.py
            continue
        names = ["", *periods, ""]
        for index, (name, days) in enumerate(periods.items(), 1):
            yield from _period(catalogue, kind, name, days, names[index - 1], names[index + 1])


def _period(
    catalogue: Catalogue, kind: str, name: str, days: list[str], newer: str, older: str
) -> Iterator[Output]:
    parts: dict[str, int] = {}
    for day in reversed(days):
        part = day[:7] if kind == "year" else day
        parts[part] = parts.get(part, 0) + len(catalogue.days[day])
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
        yield Output(path=page_output_path(pager), renderer="html", layout="periods.html", view=view)
