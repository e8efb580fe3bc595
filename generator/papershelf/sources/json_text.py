"""JSON of other systems, in which any value may be null or of another kind than promised."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from papershelf.problems import Location, Problem
from papershelf.sources.entry import Document, Found, skipped

_LIST = re.compile(r'(?:\A\s*|"(?:items|data|notes|papers|dailyPapers)"\s*:\s*)\[\s*(?=\{)')
_BETWEEN = re.compile(r"[\s,]*")


def each_value(read: Callable[[Any, Location], Found]) -> Callable[[Document], Found]:
    """Return the reader of a document from that of each JSON value in it.

    A document is one value, or one a line (JSON Lines). What is damaged is told, and costs no more than itself.
    """

    def reader(document: Document) -> Found:
        for line, value in _values(document):
            if isinstance(value, Problem):
                yield value
            else:
                yield from read(value, Location(path=document.path, line=line))

    return reader


def _values(document: Document) -> Iterator[tuple[int, Any]]:
    try:
        whole = document.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8, which JSON is") from None
    try:
        yield 1, json.loads(whole)
        return
    except RecursionError:
        raise ValueError("line 1: is nested too deeply") from None
    except json.JSONDecodeError as error:
        lines = [(number, line) for number, line in enumerate(whole.split("\n"), 1) if line.strip()]
        if document.is_answer:
            raise ValueError(f"line {error.lineno}: is no JSON ({error.msg})") from None
        if len(lines) > 1 and lines[0][1].startswith("{") and lines[0][1].rstrip().endswith("}"):
            yield from ((number, _line(line, document.path, number)) for number, line in lines)
        elif start := _LIST.search(whole):
            yield from _listed(whole, start.end(), document.path)
        else:
            raise ValueError(f"line {error.lineno}: is no JSON ({error.msg})") from None


def _line(line: str, path: str, number: int) -> Any:
    """Return the value of a line, or the problem why it has none."""
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return _damaged(path, number, error, "")


def _listed(text: str, position: int, path: str) -> Iterator[tuple[int, Any]]:
    """Return the objects of a list up to where it is damaged, and those behind that begin on a line as the first."""
    decoder = json.JSONDecoder()
    begin = re.compile(rf"\n{' ' * (position - 1 - text.rfind(chr(10), 0, position))}(?=\{{)")
    line, seen = 1, 0
    while position < len(text) and text[position] == "{":
        line, seen = line + text.count("\n", seen, position), position
        try:
            value, position = decoder.raw_decode(text, position)
            yield line, value
            position = _between(text, position)
        except (json.JSONDecodeError, RecursionError) as error:
            following = begin.search(text, position + 1)
            yield line, _damaged(path, line, error, "" if following else ", and so is all behind it")
            position = following.end() if following else len(text)


def _between(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _damaged(path: str, line: int, error: Exception, extent: str) -> Problem:
    return skipped(path, line, f"is damaged{extent}: {getattr(error, 'msg', 'nested too deeply')}")


def text(value: Any) -> str:
    """Return a text or number as text; empty for all else."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def first(value: Any) -> str:
    """Return the first text of a list that is not empty, or a lone text."""
    items = value if isinstance(value, list) else [value]
    return next((found for item in items if (found := text(item).strip())), "")


def mapping(value: Any) -> dict[str, Any]:
    """Return an object, an empty one for all else."""
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_texts(value: Any) -> Any:
    """Return JSON as the strict YAML of a record file has it: every scalar a text, nothing null."""
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [as_texts(item) for item in value if item is not None]
    return str(value).lower() if isinstance(value, bool) else str(value)
