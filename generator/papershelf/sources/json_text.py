"""JSON of other systems, in which any value may be null or of another kind than promised."""

import json
from collections.abc import Iterator
from typing import Any


def json_values(data: bytes) -> Iterator[tuple[int, Any]]:
    """Return the line and value of each JSON value: of a document as a whole, or of each line (JSON Lines).

    Raises ``ValueError`` with the line that is no JSON.
    """
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8, which JSON is") from None
    try:
        yield 1, json.loads(whole)
        return
    except RecursionError:
        raise ValueError("line 1: is nested too deeply") from None
    except json.JSONDecodeError as error:
        lines = [(number, line) for number, line in enumerate(whole.split("\n"), 1) if line.strip()]
        if (
            len(lines) < 2
            or not lines[0][1].lstrip().startswith("{")
            or not lines[0][1].rstrip().endswith("}")
        ):
            raise ValueError(f"line {error.lineno}: is no JSON ({error.msg})") from None
    for number, line in lines:
        try:
            yield number, json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            yield number, None


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
