"""A posting's code: how often a term stands in each field of a paper, in one number.

The manifest carries the layout to the browser, which takes codes apart as this module does.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from papershelf.search.tuning import Tuning

LAYOUT: Final = (
    ("abstract", 3),
    ("title", 2),
    ("authors", 1),
    ("exact", 1),
    ("tags", 1),
    ("first", 1),
    ("venue", 1),
    ("id", 1),
)
"""The fields from the lowest bit up, and how many bits hold the count of each; larger counts are cut.

`exact` is the title's words as written, `first` the first author's last name.
"""

PARTS: Final = {"title": ("title", "exact"), "authors": ("authors", "first")}
"""A field of a query -> the fields of a code that it means, where those are not itself alone."""

_LOWEST: Final = {name: sum(width for _, width in LAYOUT[:at]) for at, (name, _) in enumerate(LAYOUT)}
_MOST: Final = {name: (1 << width) - 1 for name, width in LAYOUT}


def most_and_shift(field: str) -> tuple[int, int]:
    """Return the largest count of a field and its lowest bit."""
    return _MOST[field], _LOWEST[field]


def part(codes: NDArray[np.uint16], field: str) -> NDArray[np.uint16]:
    """Return the counts of one field."""
    return (codes >> np.uint16(_LOWEST[field])) & np.uint16(_MOST[field])


def mask(field: str | None) -> int:
    """Return the bits that belong to a field of a query; None means all."""
    names = _LOWEST if field is None else PARTS.get(field, (field,))
    return sum(_MOST[name] << _LOWEST[name] for name in names)


def without_names(codes: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Return codes without what they say of authors."""
    return codes & ~np.uint16(mask("authors"))


def weight(code: int, boosts: Mapping[str, float]) -> float:
    """Return the count of a posting's term, weighted by field."""
    count = _counts(code)
    return (
        boosts["title"] * (count["title"] or count["exact"])
        + boosts["authors"] * (count["authors"] + count["first"])
        + boosts["abstract"] * count["abstract"]
        + boosts["tags"] * count["tags"]
        + boosts["venue"] * count["venue"]
    )


def field_match(code: int, tuning: Tuning) -> float:
    """Return how well title or authors hold the term, from 0 to 1."""
    count = _counts(code)
    if count["exact"] or count["first"]:
        return 1.0
    if count["authors"]:
        return tuning.coauthor
    return tuning.stemmed if count["title"] else 0.0


def _counts(code: int) -> dict[str, int]:
    return {name: code >> _LOWEST[name] & _MOST[name] for name in _LOWEST}
