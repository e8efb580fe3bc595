"""Papers with the most votes and comments lately, counted from the archive's newest day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.dates import first_day
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue, ListedPaper, card
from papershelf.views.lists import TrendingView

SHOWN = 30
HALF_LIFE = 14  # days after which a vote counts half


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingSlice:
    """When the archive's newest paper joined, or empty; the papers that are shown."""

    latest: str
    papers: tuple[ListedPaper, ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the trending page; what nobody voted for or spoke about is not on it."""
    newest = next(iter(catalogue.joined), "")
    today = _first_day(newest) if newest else date.min
    scored = [
        (-score(echo, (today - _first_day(record.joined)).days), record)
        for record in catalogue.newest
        if (echo := (record.upvotes or 0) + (record.comments or 0))
    ]
    scored.sort(key=lambda pair: pair[0])  # stable: equals stay newest first, then by id
    papers = catalogue.listed(record for _, record in scored[:SHOWN])
    yield Part(
        name="pages/trending", slice=TrendingSlice(latest=catalogue.latest, papers=papers), outputs=_pages
    )


def _pages(trending: TrendingSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    view = TrendingView(latest=trending.latest, cards=tuple(map(card, trending.papers)))
    yield Output(path=routes.path(routes.url("trending")), renderer="html", layout="trending.html", view=view)


def _first_day(joined: str) -> date:
    return date.fromisoformat(first_day(joined))


def score(echo: int, age: int) -> float:
    """Return votes and comments decayed by age: halved every fortnight.

    Takes ``echo``, votes plus comments, and ``age`` in days before the newest day. The clock is never asked.
    """
    return float(echo * 2.0 ** (-age / HALF_LIFE))
