"""What libyaml accepts although YAML 1.2 does not: comments that touch a value, wrong indents, lost text blocks."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

COMMENT = re.compile(r"[ \t]+(#.*)")
"""Matches at the end of a value that has a comment behind it on its line."""

ANY_COMMENT = re.compile(r"\S[ \t]+#")
"""Is found in every text that has a comment behind a value, and in some others."""
_HEADER = re.compile(r"[|>][+-]?[1-9]?[+-]?#")
_KEY = re.compile(r"[^\s\[{,][^\[{,]*:\s+")
_MARGIN = re.compile(r"\n( *)(?=\S|\t+\S)")

Flaw: TypeAlias = tuple[int, str, str]
"""Index of a character, message, advice."""


def fault_in_scalar(node: Any, text: str) -> Flaw | None:
    """Return what is wrong with a quoted scalar or a text block."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in "\"'":
        return _touching(end) if text.startswith("#", end) else _outdented(node, text)
    if header := _HEADER.match(text, start):
        return _touching(header.end() - 1)
    if node.value.strip():
        return None
    advice = "indent the lines below by two spaces more than the key, blank lines no further"
    return start, "the text block that begins here is empty", advice


def fault_in_flow(node: Any, text: str) -> Flaw | None:
    """Return what is wrong with a list or mapping in brackets, apart from the values in it."""
    start, end = node.start_mark.index, node.end_mark.index
    if text.startswith("#", end):
        return _touching(end)
    if text.find(",#", start, end) >= 0:
        for begin, stop in _gaps(node):
            gap = COMMENT.sub(lambda comment: " " * len(comment[0]), text[begin:stop])
            if ",#" in gap:
                return _touching(begin + gap.index(",#") + 1)
    return _outdented(node, text)


def _touching(index: int) -> Flaw:
    message = "a `#` needs a space before it to begin a comment"
    return index, message, "write a space before #, or put a text that holds # in quotes"


def _gaps(node: Any) -> Iterator[tuple[int, int]]:
    """Return what lies between the values of a collection: (begin, end), indices of characters."""
    begin = node.start_mark.index
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield begin, part.start_mark.index
            begin = part.end_mark.index
    yield begin, node.end_mark.index


def _outdented(node: Any, text: str) -> Flaw | None:
    """Return the first line of a value that is indented no further than the key or dash which the value belongs to.

    A closing bracket may stand below its key, as everyone writes it.
    """
    start, end = node.start_mark.index, node.end_mark.index
    if node.start_mark.line == node.end_mark.line:
        return None
    indent = _indent(text[text.rfind("\n", 0, start) + 1 : start])
    for margin in _MARGIN.finditer(text, start, end):
        if len(margin[1]) <= indent and not (text[start] in "[{" and text[margin.end()] in "]}#"):
            advice = "indent it further than the key or dash above"
            return margin.end(), "this line continues a value and is not indented", advice
    return None


def _indent(before: str) -> int:
    """Return the column, from 0, of the key or dash that stands before a value on its line; -1 where none does."""
    rest = before.lstrip(" ")
    column = len(before) - len(rest)
    while rest.startswith("- "):
        inner = rest[1:].lstrip(" ")
        if not inner:
            return column
        column += len(rest) - len(inner)
        rest = inner
    return column if _KEY.fullmatch(rest) else -1
