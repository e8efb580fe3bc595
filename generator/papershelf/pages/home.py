"""The home page: the papers of the newest period, the newest ones, or those that are featured; and periods before."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.dates import PERIODS
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, ListedPaper, card
from papershelf.views.lists import HomeView

EARLIER = 7  # periods listed below the cards


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSlice:
    """What ``HomeView`` says; all featured papers, of others those of the first page."""

    period: str
    latest: str
    count: int
    papers: tuple[ListedPaper, ...]
    earlier: tuple[tuple[str, int], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the home page."""
    rhythm, most = catalogue.site.rhythm, catalogue.site.config.per_page
    is_period = rhythm.home in PERIODS
    periods = catalogue.periods(rhythm.home if is_period else rhythm.periods[0])
    period = next(iter(periods), "") if is_period else ""
    if rhythm.home == "featured":
        records = tuple([record for record in catalogue.newest if record.featured])
        most = len(records)
    elif period:
        records = tuple([record for joined in periods[period] for record in catalogue.joined[joined]])
    else:
        records = catalogue.newest
    counts = (
        (name, sum([len(catalogue.joined[each]) for each in within])) for name, within in periods.items()
    )
    slice = HomeSlice(
        period=period,
        latest=periods[period][0] if period else catalogue.latest,
        count=len(records),
        papers=catalogue.listed(records[:most]),
        earlier=tuple(islice(counts, is_period, is_period + EARLIER)),
    )
    yield Part(name="pages/home", slice=slice, outputs=_pages)


def _pages(home: HomeSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    view = HomeView(
        period=home.period,
        latest=home.latest,
        count=home.count,
        cards=tuple(map(card, home.papers)),
        earlier=home.earlier,
    )
    yield Output(path=routes.path(routes.url("home")), renderer="html", layout="home.html", view=view)
