"""The home page: the newest day's papers as cards, and the days before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, ListedPaper, card
from papershelf.views.lists import HomeView

EARLIER = 7  # days listed below the cards


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSlice:
    """The newest day and its papers; the days before with the number of theirs."""

    day: str
    papers: tuple[ListedPaper, ...]
    earlier: tuple[tuple[str, int], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the home page."""
    day, records = next(iter(catalogue.days.items()), ("", ()))
    before = islice(catalogue.days.items(), 1, 1 + EARLIER)
    slice = HomeSlice(
        day=day,
        papers=catalogue.listed(records),
        earlier=tuple((earlier, len(papers)) for earlier, papers in before),
    )
    yield Part(name="pages/home", slice=slice, outputs=_pages)


def _pages(home: HomeSlice, config: SiteConfig) -> Iterator[Output]:
    view = HomeView(
        day=home.day,
        count=len(home.papers),
        cards=tuple(map(card, home.papers[: config.per_page])),
        earlier=home.earlier,
    )
    yield Output(path=routes.path(routes.url("home")), renderer="html", layout="home.html", view=view)
