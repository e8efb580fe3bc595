"""How often papers come: what the home page shows, and which periods suit an archive."""

from collections.abc import Sequence
from dataclasses import dataclass

from papershelf.model.dates import PERIODS
from papershelf.model.record import Record

LOOKED_AT = 50
"""Newest papers that tell how often papers come."""

FEWEST = 3
"""Papers that a period holds on average where it suits: a page for every paper is no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What the pages of an archive offer by time."""

    home: str
    """What the home page shows: the newest of a row of ``dates.PERIODS``, or ``newest`` or ``featured`` papers."""
    periods: tuple[str, ...]
    """Rows of ``dates.PERIODS`` that tabs and menus lead to, shortest first."""
    trending: bool
    """Whether anybody voted for a paper or spoke about one."""


def rhythm(wanted: str, records: Sequence[Record]) -> Rhythm:
    """Return the rhythm of papers, which come oldest first; ``wanted`` is what ``site.yaml`` says of home, or empty.

    By content home shows the shortest period that suits, but no year, which would be empty every January.
    """
    kinds = tuple(PERIODS)
    suited = suiting(records) or kinds[-1:]
    by_content = "newest" if wanted or suited == kinds[-1:] else suited[0]
    home = wanted if is_there(wanted, records) else by_content
    periods = kinds[kinds.index(home) :] if home in PERIODS else suited
    return Rhythm(
        home=home,
        periods=periods,
        trending=any(record.upvotes or record.comments for record in records),
    )


def is_there(wanted: str, records: Sequence[Record]) -> bool:
    """Return whether records have what home is to show: a date so exact, or a featured one among them."""
    if wanted in PERIODS:
        return any(PERIODS[wanted](record.joined) for record in records)
    return any(record.featured for record in records) if wanted == "featured" else wanted == "newest"


def suiting(records: Sequence[Record]) -> tuple[str, ...]:
    """Return the periods by which the newest papers are told, and of which each holds several; all of no papers."""
    newest = records[-LOOKED_AT:]
    found = []
    for kind, name_of in PERIODS.items():
        names = [name for record in newest if (name := name_of(record.joined))]
        if (2 * len(names) > len(newest) and len(names) >= FEWEST * len(set(names))) or not newest:
            found.append(kind)
    return tuple(found)
