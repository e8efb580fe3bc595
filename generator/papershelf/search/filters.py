"""Filters over dates, venues, tags and flags: the twin of `layouts/assets/js/search/filters.js`."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from papershelf.search.columns import days, offered_tags
from papershelf.search.document import FLAGS, Document
from papershelf.search.query import Filter

Test = Callable[[Document], bool]


def split(filters: Sequence[Filter], documents: Sequence[Document]) -> tuple[Test, list[Filter]]:
    """Return the filters as one test; those whose value means nothing here are left over, to be searched as
    words.

    Several venues without a sign are alternatives, and so are tags.
    """
    venues = {
        name.lower(): each.venue_slug
        for each in reversed(documents)
        for name in (each.venue, each.venue_slug)
    }
    tags = {tag.lower(): tag for tag in reversed(offered_tags(each.tags for each in documents))}
    groups: dict[Hashable, list[Test]] = {}
    rest = []
    for at, each in enumerate(filters):
        test = _test(each, venues, tags)
        if test is None:
            rest.append(each)
        else:
            key = each.name if each.field and not each.sign else at
            groups.setdefault(key, []).append(_negated(test) if each.sign == "-" else test)
    return lambda document: all(any(test(document) for test in group) for group in groups.values()), rest


def _test(asked: Filter, venues: Mapping[str, str], tags: Mapping[str, str]) -> Test | None:
    name, value = asked.name, asked.value.lower()
    if name in ("year", "before", "after"):
        return _dated(name, value)
    if name == "has":
        return (lambda document: value in document.flags) if value in FLAGS else None
    if name == "venue" and value in venues:
        slug = venues[value]
        return lambda document: document.venue_slug == slug
    if name == "tag" and value in tags:
        tag = tags[value]
        return lambda document: tag in document.tags
    return None


def _dated(name: str, value: str) -> Test | None:
    first, _, last = value.partition("..") if name == "year" else (value, "", "")
    begin, end = _span(first), _span(last)
    if ".." in value and name == "year":
        if (first and not begin) or (last and not end):
            return None
        low, high = begin[0] if begin else 0, end[1] if end else 1 << 60
        return lambda document: low <= days(document.date) <= high
    if not begin:
        return None
    low, high = begin
    if name == "before":
        return lambda document: days(document.date) < low
    if name == "after":
        return lambda document: days(document.date) > high
    return lambda document: low <= days(document.date) <= high


def _span(text: str) -> tuple[int, int] | None:
    """Return the first and the last date that `YYYY[-MM[-DD]]` may mean, as `days` writes them."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", text):
        return None
    first = days(text)
    return first, first + (511, 31, 0)[text.count("-")]


def _negated(test: Test) -> Test:
    return lambda document: not test(document)
