"""Authors as cards, rows and paper pages show them."""

from collections.abc import Sequence

from papershelf.model.names import Name
from papershelf.views.summary import PersonLink, RecordSummary

SHOWN = 3  # authors named in a list when there are more than can be named


def byline(item: RecordSummary) -> tuple[list[tuple[str, str, str]], str]:
    """Return the authors that a list names, as ``(separator, slug, name)``, and what it says of the others.

    Up to four are all named, of more the first three, "and 4 more"; where no names are known, "7 authors".
    """
    people, total = item.people, item.author_count
    if not people:
        return [], "" if not total else "1 author" if total == 1 else f"{total:,} authors"
    shown = people if len(people) <= SHOWN + 1 else people[:SHOWN]
    named = [(", " if index else "", person.slug, person.name) for index, person in enumerate(shown)]
    return named, "" if shown is people else f" and {len(people) - SHOWN:,} more"


def names(item: RecordSummary) -> str:
    """Return the byline as text: ``Xiangning Chen, Chen Liang, Da Huang and 9 more``."""
    named, rest = byline(item)
    return "".join([text for separator, _, name in named for text in (separator, name)]) + rest


def credits(
    people: Sequence[PersonLink], printed: Sequence[Name]
) -> tuple[list[tuple[str, PersonLink, str]], list[str]]:
    """Return all authors as ``(separator, link, marks)``, and their institutions, each once.

    ``marks`` are the numbers of an author's institutions, ``1,3``; empty where all have the same.
    """
    numbers: dict[str, int] = {}
    marks = [
        ",".join([str(numbers.setdefault(place, len(numbers) + 1)) for place in name.affiliations])
        for name in printed
    ]
    if len(numbers) < 2:
        marks = [""] * len(marks)
    return [
        (", " if index else "", person, mark)
        for index, (person, mark) in enumerate(zip(people, marks, strict=True))
    ], list(numbers)
