"""Authors as cards and paper pages show them."""

from collections.abc import Sequence
from typing import Any

from generator.model.people import Name

SHOWN = 3  # authors named on a card when there are more than can be named


def byline(item: Any) -> tuple[Sequence[Any], str]:
    """Give the authors that a card names, and what it says of the others: ``and 4 more``, ``7 authors``, nothing.

    Up to four are all named; of more, the first three.
    """
    people, total = item.people, item.author_count
    if not people:
        return (), "" if not total else "1 author" if total == 1 else f"{total:,} authors"
    if len(people) <= SHOWN + 1:
        return people, ""
    return people[:SHOWN], f"and {len(people) - SHOWN:,} more"


def affiliations(names: Sequence[Name]) -> tuple[list[str], list[list[int]]]:
    """Give the distinct institutions of a paper's authors, and for each author the numbers of theirs, from 1."""
    numbers: dict[str, int] = {}
    marks = [[numbers.setdefault(place, len(numbers) + 1) for place in name.affiliations] for name in names]
    return list(numbers), marks
