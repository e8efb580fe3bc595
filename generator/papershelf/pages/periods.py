"""Weeks, months and years with their papers day by day; an index of each, and of days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from papershelf.model import dates
from papershelf.model.large import is_large
from papershelf.model.output import Output
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate
from papershelf.pages.summary import RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """``page`` of ``period.html``."""

    kind: str
    """Row of ``PERIODS``, and first part of the address: ``weeks``."""
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
    pager: Pager
    items: tuple[tuple[str, int], ...]
    """``(name, papers)``, newest first."""


PERIODS: dict[str, Callable[[str], str]] = {
    "weeks": dates.week,
    "months": lambda day: day[:7],
    "years": lambda day: day[:4],
}
"""Kind -> the period's name of a day."""

INDEX_SIZE = 8  # times `per_page`: an entry of an index is short


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the pages of all weeks, months and years, and the four indexes."""
    yield from _index(catalogue, "days", {day: len(records) for day, records in catalogue.days.items()})
    for kind, name_of in PERIODS.items():
        periods: dict[str, list[str]] = {}
        for day in catalogue.days:
            periods.setdefault(name_of(day), []).append(day)
        counts = {name: sum([len(catalogue.days[day]) for day in days]) for name, days in periods.items()}
        yield from _index(catalogue, kind, counts)
        names = ["", *periods, ""]
        for index, (name, days) in enumerate(periods.items(), 1):
            yield from _period(catalogue, kind, name, days, names[index - 1], names[index + 1])


def _period(
    catalogue: Catalogue, kind: str, name: str, days: list[str], newer: str, older: str
) -> Iterator[Output]:
    parts: dict[str, int] = {}
    for day in reversed(days):
        part = day[:7] if kind == "years" else day
        parts[part] = parts.get(part, 0) + len(catalogue.days[day])
    count = sum(parts.values())
    size = catalogue.site.config.per_page
    by_parts = is_large(len(catalogue.newest)) or (kind == "years" and count > size)
    items = (
        () if by_parts else catalogue.summarised([record for day in days for record in catalogue.days[day]])
    )
    for pager, window in paginate(f"{kind}/{name}/", items, size):
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


def _index(catalogue: Catalogue, kind: str, counts: dict[str, int]) -> Iterator[Output]:
    for pager, window in paginate(
        f"{kind}/", tuple(counts.items()), catalogue.site.config.per_page * INDEX_SIZE
    ):
        view = PeriodsView(kind=kind, pager=pager, items=window)
        yield Output(path=page_output_path(pager), renderer="html", layout="periods.html", view=view)
