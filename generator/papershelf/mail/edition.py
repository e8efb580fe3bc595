"""Which papers a digest is about: those of one day, week or month."""

from dataclasses import dataclass

from papershelf.model import dates, routes
from papershelf.pages.catalogue import Catalogue, card
from papershelf.views.summary import Card

PERIODS = ("day", "week", "month")
"""Rows of ``dates.PERIODS`` that a digest may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A period and its papers."""

    name: str
    """``2024-12-25``, ``2024-W52``, ``2024-12``; empty where the archive has no papers."""
    url: str
    """Its page on the site, ``weeks/2024-W52/``: also what the ledger knows it by."""
    cards: tuple[Card, ...]
    """Newest first, those of one day by id, as on its page; maybe none."""


def find_edition(catalogue: Catalogue, period: str, day: str) -> Edition:
    """Return the edition of the ``period`` around ``day`` (``YYYY-MM-DD``); with no day, the archive's newest."""
    periods = catalogue.periods(period)
    name = dates.PERIODS[period](day) if day else next(iter(periods), "")
    records = [record for joined in periods.get(name, ()) for record in catalogue.joined[joined]]
    return Edition(name=name, url=routes.url(period, name), cards=tuple(map(card, catalogue.listed(records))))
