"""Authors as cards and paper pages show them."""

from collections.abc import Sequence
from typing import Any

from generator.model.people import Name

SHOWN = 3  # authors named on a card when there are more than can be named


def byline(item: Any) -> tuple[list[tuple[str, str]], str]:
    """Give the authors that a list names, as ``(slug, name)``, and what it says of the others.

    Up to four are all named, of more the first three, "and 4 more"; where no names are known, "7 authors".
    They are named by family, in full where that would name two alike.
    """
    people, total = item.people, item.author_count
    if not people:
        return [], "" if not total else "1 author" if total == 1 else f"{total:,} authors"
    shown = people if len(people) <= SHOWN + 1 else people[:SHOWN]
    alike = len({person.short for person in shown}) < len(shown)
    named = [(person.slug, person.name if alike else person.short) for person in shown]
    return named, "" if shown is people else f" and {len(people) - SHOWN:,} more"


def affiliations(names: Sequence[Name]) -> tuple[list[str], list[list[int]]]:
    """Give a paper's institutions, each once, and for each author the numbers of theirs, from 1."""
    numbers: dict[str, int] = {}
    marks = [[numbers.setdefault(place, len(numbers) + 1) for place in name.affiliations] for name in names]
    return list(numbers), marks
