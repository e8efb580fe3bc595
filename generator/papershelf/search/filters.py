"""Filters over dates, venues, tags and flags: the twin of `layouts/assets/js/search/filters.js`."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from papershelf.search.analysis import forms, words
from papershelf.search.archive import Archive
from papershelf.search.codes import mask
from papershelf.search.columns import days
from papershelf.search.document import FLAGS
from papershelf.search.query import Filter, Note

Test = Callable[[int], bool]


def split(filters: Sequence[Filter], archive: Archive) -> tuple[Test, list[Filter], list[Note]]:
    """Return the filters as one test of a paper, tags that only words can answer, and notes on unknown values.

    Several venues without a sign are alternatives, and so are tags. An unknown value lets nothing through.
    """
    tags = {tag.lower(): papers for tag, papers in _tags(filters, archive)}
    groups: dict[Hashable, list[Test]] = {}
    rest: list[Filter] = []
    notes: list[Note] = []
    for at, each in enumerate(filters):
        if each.name == "tag" and each.value.lower() not in tags:
            rest.append(each)
            continue
        test = _test(each, archive, tags)
        if test is None:
            notes.append({"kind": "value", "name": each.name, "value": each.value})
            test = _nothing
        key = each.name if each.field and not each.sign else at
        groups.setdefault(key, []).append(_negated(test) if each.sign == "-" else test)
    return lambda paper: all(any(test(paper) for test in group) for group in groups.values()), rest, notes


def _tags(filters: Sequence[Filter], archive: Archive) -> list[tuple[str, frozenset[int]]]:
    """Return the offered tags with their papers, the first of equal spellings last; none where no filter asks."""
    return list(archive.tags().items())[::-1] if any(each.name == "tag" for each in filters) else []


def _nothing(paper: int) -> bool:
    return False


def _test(asked: Filter, archive: Archive, tags: Mapping[str, frozenset[int]]) -> Test | None:
    """Return a filter as a test of a paper, or None where no paper can have its value."""
    name, value = asked.name, asked.value.lower()
    if name in ("year", "before", "after", "added"):
        return _dated(name, value, archive)
    if name == "in":
        return _in_year(value, archive)
    if name == "has":
        bit = FLAGS.index(value) if value in FLAGS else None
        return None if bit is None else lambda paper: bool(archive.columns().flags[paper] >> bit & 1)
    if name == "venue":
        slugs = _venues(value, archive.venues())
        return (lambda paper: archive.columns().venues[paper] in slugs) if slugs else None
    return tags[value].__contains__


def _venues(value: str, venues: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the venues of this name, or else those with a name that holds all its words."""
    named = {slug for slug, names in venues.items() if value in {name.lower() for name in (slug, *names)}}
    asked = _forms(value)
    return named or {
        slug
        for slug, names in venues.items()
        if asked and any(asked <= _forms(name) for name in (slug, *names))
    }


def _forms(text: str) -> set[str]:
    return {form for word in words(text) for form in forms(word)}


def _dated(name: str, value: str, archive: Archive) -> Test | None:
    """Return a test of dates; `added` asks when the paper was added, all others when it was published."""
    span = _range(name, value)
    if span is None:
        return None
    low, high = span
    if name == "added":
        return lambda paper: low <= archive.columns().added[paper] <= high
    return lambda paper: low <= archive.columns().dates[paper] <= high


def _in_year(value: str, archive: Archive) -> Test | None:
    """Return a test of the year that a paper's date or its venue says: NeurIPS 2020 takes papers of 2019."""
    dated, bits = _dated("year", value, archive), mask("venue")
    named = {paper for paper, code in archive.postings(value, True) if code & bits}
    return dated and (lambda paper: dated(paper) or paper in named)


def _range(name: str, value: str) -> tuple[int, int] | None:
    """Return the first and the last date, as `days` writes them, that a filter lets through."""
    first, dots, last = value.partition("..")
    begin, end = _span(first), _span(last)
    if dots and name in ("year", "added"):
        if (first and not begin) or (last and not end) or not (first or last):
            return None
        return begin[0] if begin else 0, end[1] if end else 1 << 60
    if dots or not begin:
        return None
    if name == "before":
        return 0, begin[0] - 1
    return (begin[1] + 1, 1 << 60) if name == "after" else begin


def _span(text: str) -> tuple[int, int] | None:
    """Return the first and the last date that `YYYY[-MM[-DD]]` may mean, as `days` writes them."""
    if not re.fullmatch("[0-9]{4}(-(0?[1-9]|1[0-2])(-(0?[1-9]|[12][0-9]|3[01]))?)?", text):
        return None
    first = days(text)
    return first, first + (511, 31, 0)[text.count("-")]


def _negated(test: Test) -> Test:
    return lambda paper: not test(paper)
