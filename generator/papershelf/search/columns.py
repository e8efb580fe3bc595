"""What is known of every paper by its number: its length for ranking, and columns for filters, facets and
sorting."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from papershelf.search.binary import deflated, varints
from papershelf.search.document import FLAGS, Document
from papershelf.search.series import names_of

Key = TypeVar("Key", bound=Hashable)
Row: TypeAlias = tuple[str, str, tuple[str, ...], tuple[str, ...], int, int, str]
"""What the columns say of a paper: date, venue's slug and names, tags, votes, flags as bits, and when it was added."""

MOST_TAGS: Final = 250
"""Tags offered as facets: the most used ones; others are searched by their words."""


def lengths(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return lengths as small floats of one byte, five bits of exponent over three of mantissa: e, m -> (8 + m)
    << e."""
    whole = np.maximum(np.floor(values * 8 + 0.5), 8).astype(np.int64)
    exponent = np.floor(np.log2(whole)).astype(np.int64) - 3
    return ((exponent << 3) | ((whole >> exponent) & 7)).astype(np.uint8)


def length(code: int) -> float:
    """Return the length that a byte of `lengths` stands for."""
    return float((8 + (code & 7)) << (code >> 3)) / 8


def mean_length(codes: Iterable[int]) -> float:
    """Return the mean of lengths, to two decimals."""
    values = [length(code) for code in codes]
    return round(sum(values) / max(1, len(values)), 2)


def days(date: str) -> int:
    """Return a date `YYYY[-MM[-DD]]` as year * 512 + month * 32 + day, zero where it is silent; order is
    kept."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    return year << 9 | month << 5 | day


def row(document: Document) -> Row:
    """Return what the columns say of a paper."""
    bits = sum(1 << bit for bit, flag in enumerate(FLAGS) if flag in document.flags)
    names = names_of(document.venue_slug, (document.venue, *document.venue_names))
    return document.date, document.venue_slug, names, document.tags, document.votes, bits, document.added


def venue_names(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Return the names of each venue by its slug, the shown one first."""
    return {row[1]: row[2] for row in reversed(rows)}


def year_span(rows: Sequence[Row]) -> tuple[int, int]:
    """Return the first and the last year of all papers' dates."""
    years = [int(row[0][:4]) for row in rows]
    return min(years, default=0), max(years, default=0)


def columns(rows: Sequence[Row]) -> tuple[bytes, dict[str, Any]]:
    """Return `columns-….bin` and what the manifest says of it.

    The file, deflated: each paper's date (`days`) as varint of twice the step from the paper before, odd
    where backwards; then venue numbers, flags and votes as varints, and the dates when papers were added as steps.
    """
    names = venue_names(rows)
    slugs = sorted(names)
    parts = (
        _steps([row[0] for row in rows]),
        _each([row[1] for row in rows], {slug: at for at, slug in enumerate(slugs)}.__getitem__),
        [row[5] for row in rows],
        [row[4] for row in rows],
        _steps([row[6] for row in rows]),
    )
    data = b"".join(varints(np.array(part, np.int64)) for part in parts)
    return deflated(data), {"venues": [[slug, *names[slug]] for slug in slugs], "flags": list(FLAGS)}


def _steps(dates: list[str]) -> NDArray[np.int64]:
    """Return twice the step of each date from the one before, less one where it is backwards."""
    steps = np.diff(np.array(_each(dates, days), np.int64), prepend=0)
    return np.where(steps < 0, -2 * steps - 1, 2 * steps)


def _each(values: Sequence[Key], number: Callable[[Key], int]) -> list[int]:
    """Return the number of each value, found once for equal ones."""
    return list(map({value: number(value) for value in set(values)}.__getitem__, values))


def offered_tags(tags: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the tags that are facets, in their order, of the tags of all papers."""
    used = Counter(chain.from_iterable(map(dict.fromkeys, tags)))
    return sorted(sorted(used, key=lambda tag: (-used[tag], tag))[:MOST_TAGS])


def tags(rows: Sequence[Row]) -> bytes:
    """Return `tags-….bin`: the most used tags with their papers, for the tag facet.

    Deflated: a JSON list of the tags and a newline, then for each the number of its papers and the gaps
    between them, as varints.
    """
    chosen = offered_tags(row[3] for row in rows)
    used: dict[str, list[int]] = {tag: [] for tag in chosen}
    for number, row in enumerate(rows):
        for tag in dict.fromkeys(row[3]):
            if tag in used:
                used[tag].append(number)
    head = json.dumps(chosen, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    return deflated(
        head
        + b"".join(
            varints(np.array([len(found), *np.diff(found, prepend=0).tolist()])) for found in used.values()
        )
    )
