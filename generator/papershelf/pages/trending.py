"""Papers with the most votes and comments lately, counted from the archive's newest day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.pages.catalogue import Card, Catalogue

SHOWN = 30
HALF_LIFE = 14  # days after which a vote counts half


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingView:
    """``page`` of ``trending.html``."""

    newest: str
    """The archive's newest day, from which ages count, or empty."""
    cards: tuple[Card, ...]


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the trending page; what nobody voted for or spoke about is not on it."""
    newest = next(iter(catalogue.days), "")
    today = date.fromisoformat(newest) if newest else date.min
    scored = [
        (-score(echo, (today - date.fromisoformat(record.day)).days), record)
        for record in catalogue.newest
        if (echo := (record.upvotes or 0) + (record.comments or 0))
    ]
    scored.sort(key=lambda pair: pair[0])  # stable: equals stay newest first, then by id
    cards = catalogue.cards(record for _, record in scored[:SHOWN])
    view = TrendingView(newest=newest, cards=cards)
    yield Output(path=routes.path(routes.url("trending")), renderer="html", layout="trending.html", view=view)


def score(echo: int, age: int) -> float:
    """Return votes and comments decayed by age: halved every fortnight.

    Takes ``echo``, votes plus comments, and ``age`` in days before the newest day. The clock is never asked.
    """
    return float(echo * 2.0 ** (-age / HALF_LIFE))
