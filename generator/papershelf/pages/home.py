"""The home page: the newest day's papers as cards, and the days before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Card, Catalogue

EARLIER = 7  # days listed below the cards


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


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the home page."""
    day, records = next(iter(catalogue.days.items()), ("", ()))
    view = HomeView(
        day=day,
        count=len(records),
        cards=catalogue.cards(records[: catalogue.site.config.per_page]),
        earlier=tuple(
            (earlier, len(papers)) for earlier, papers in islice(catalogue.days.items(), 1, 1 + EARLIER)
        ),
    )
    yield Output(path=routes.path(routes.url("home")), renderer="html", layout="home.html", view=view)
