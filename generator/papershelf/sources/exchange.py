"""What Papershelf writes itself and others write too: CSL-JSON, JSON Lines in the words of records."""

import json
from collections.abc import Iterator
from typing import Any

from papershelf.formats import csl_json
from papershelf.problems import Location
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, skipped
from papershelf.sources.json_text import as_texts, text

_OWN = ("title-short", "title", "abstract")


def read_csl_json(document: Document) -> Found:
    """Read the items of an array, or a lone item; those before a break in the text are not lost."""
    for line, item in _items(decode(document.data)):
        if not isinstance(item, dict):
            yield skipped(document.path, line, "is no item of CSL-JSON: want an object in braces")
            continue
        try:
            values = csl_json.read(json.dumps([_plain(item)]))[0]
        except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
            yield skipped(document.path, line, f"is no item of CSL-JSON: {error}")
            continue
        values["date"] = values.get("date") or item.get("issued") or item.get("published") or ""
        yield Entry(location=Location(path=document.path, line=line), values=values)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item without what other programs put into it: nulls, lists of one text, dates that are none."""
    out = {
        key: value[0] if isinstance(value, list) and value and isinstance(value[0], str) else value
        for key, value in item.items()
    }
    out = {key: value for key, value in out.items() if value not in (None, [], "")}
    issued = out.get("issued")
    if isinstance(issued, dict) and not all(
        isinstance(parts, list) and parts and all(str(part).isdecimal() for part in parts)
        for parts in issued.get("date-parts") or [None]
    ):
        del out["issued"]
    return {key: text(value) if key in _OWN else value for key, value in out.items()}


def _items(source: str) -> Iterator[tuple[int, Any]]:
    decoder = json.JSONDecoder()
    position = line = 0
    seen = 0
    length = len(source)
    inside = False
    while True:
        while position < length and (source[position].isspace() or source[position] in ",["):
            inside = inside or source[position] == "["
            position += 1
        if position >= length or source[position] == "]":
            return
        line += source.count("\n", seen, position)
        seen = position
        try:
            value, position = decoder.raw_decode(source, position)
        except (json.JSONDecodeError, RecursionError) as error:
            yield line + 1, skipped_text(error)
            return
        yield line + 1, value
        if not inside:
            return


def skipped_text(error: Exception) -> str:
    """Return why the text cannot be read on."""
    return getattr(error, "msg", "is nested too deeply")


def read_jsonl(document: Document) -> Found:
    """Read one record a line, in the words of a record file."""
    for line, source in enumerate(decode(document.data).split("\n"), 1):
        if not source.strip():
            continue
        try:
            value = json.loads(source)
        except (json.JSONDecodeError, RecursionError) as error:
            yield skipped(document.path, line, f"is no JSON: {skipped_text(error)}", source)
            continue
        if not isinstance(value, dict):
            yield skipped(document.path, line, "is no record: want an object in braces", source)
            continue
        yield Entry(location=Location(path=document.path, line=line), values=as_texts(value), is_record=True)
