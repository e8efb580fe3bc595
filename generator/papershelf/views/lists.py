"""What the pages that list papers by time show: home, days, weeks, months, years, all papers, trending."""

from dataclasses import dataclass

from papershelf.views.pager import Pager
from papershelf.views.summary import Card, RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """``page`` of ``home.html``."""

    period: str
    """The newest period of the kind that ``site.home`` names, ``2024-12-25``; empty where it names no period, and in an
    empty archive."""
    latest: str
    """When its newest paper joined, or the archive's, for the tabs; may be empty."""
    count: int
    """Papers of that period, of the archive, or featured ones; the first page's worth of them are ``cards``."""
    cards: tuple[Card, ...]
    earlier: tuple[tuple[str, int], ...]
    """``(period, papers)`` of those before; where home shows no period, of the newest of the first in
    ``site.periods``."""


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
    latest: str
    """When its newest paper joined."""
    count: int
    newer: str
    """The next period with papers, or empty."""
    older: str
    parts: tuple[tuple[str, int], ...]
    """``(day or month, papers)`` in it, oldest first; on the first page only."""
    listed: bool
    """Whether it lists all its papers. A year of more than a page leaves them to its months, and in a large archive
    every period to its days: then it lists only papers of which no such part is known."""
    pager: Pager
    items: tuple[RecordSummary, ...]
    """Papers of this page, newest first."""


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

    latest: str
    """When the archive's newest paper joined, for the tabs; may be empty."""
    cards: tuple[Card, ...]
