"""What the pages that list papers by time show: home, days, weeks, months, years, all papers, trending."""

from dataclasses import dataclass

from papershelf.views.pager import Pager
from papershelf.views.summary import Card, RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """``page`` of ``home.html``."""

    day: str
    """Newest day, or empty in an empty archive."""
    count: int
    """Papers of that day; the first page's worth of them are ``cards``."""
    cards: tuple[Card, ...]
    earlier: tuple[tuple[str, int], ...]
    """``(day, papers)`` of the days before, newest first."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingView:
    """``page`` of ``trending.html``."""

    newest: str
    """The archive's newest day, from which ages count, or empty."""
    cards: tuple[Card, ...]
