"""Lists of paper summaries, grouped and counted for layouts that show them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from operator import attrgetter

from papershelf.views.summary import RecordSummary


def by_year(items: Iterable[RecordSummary]) -> list[tuple[str, list[RecordSummary]]]:
    """Return the papers of each year of publication, in the order of the list."""
    return [(year, list(group)) for year, group in groupby(items, key=lambda item: item.date[:4])]


def by_joined(items: Iterable[RecordSummary]) -> list[tuple[str, list[RecordSummary]]]:
    """Return the papers that joined together, by the day, month or year that is known, in the order of the list."""
    return [(joined, list(group)) for joined, group in groupby(items, key=attrgetter("joined"))]


def years(items: Iterable[RecordSummary]) -> list[tuple[str, int]]:
    """Return ``(year, papers)``, oldest first."""
    return sorted(Counter(item.date[:4] for item in items).items())


def coauthors(items: Sequence[RecordSummary], slug: str) -> list[tuple[str, str, int]]:
    """Return ``(slug, name, papers)`` of those who wrote papers with ``slug``, the most frequent first."""
    counts = Counter(chain.from_iterable({person.slug for person in item.people} for item in items))
    # From the last to the first, whose name is the one that stays.
    names = {person.slug: person.name for item in reversed(items) for person in item.people}
    counts.pop(slug, None)
    return [(key, names[key], number) for key, number in _ranked(counts)]


def venues(items: Iterable[RecordSummary]) -> list[tuple[str, str, int]]:
    """Return ``(slug, name without its year, papers)`` of the venues of papers, the most frequent first."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for item in items:
        if item.venue_slug:
            counts[item.venue_slug] += 1
            names.setdefault(item.venue_slug, item.venue_name)
    return [(key, names[key], number) for key, number in _ranked(counts)]


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 paper``, ``2 papers``, ``12,345 papers``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _ranked(counts: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
