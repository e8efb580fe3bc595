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
    name_of = dates.PERIODS[period]
    day = day or next(iter(catalogue.days), "")
    name = name_of(day) if day else ""
    records = [record for each, group in catalogue.days.items() if name_of(each) == name for record in group]
    return Edition(name=name, url=routes.url(period, name), cards=tuple(map(card, catalogue.listed(records))))
