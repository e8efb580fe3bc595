"""JSON Lines: every paper whole, one a line, in the words of its record file; only e-mail addresses stay at home."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

import orjson

from papershelf.model.names import Name, parse_name
from papershelf.model.paper import Paper
from papershelf.model.record import Record

_FIELDS = [field.name for field in fields(Record) if field.name not in ("source", "digest")]
_values: Callable[[Record], tuple[Any, ...]] = attrgetter(*_FIELDS)
_MAPPINGS = ("ids", "extra")
_SCALARS = frozenset({str, int, bool})


def write(papers: Iterable[Paper]) -> Iterator[str]:
    """Return papers as lines of JSON."""
    return (orjson.dumps(mapping(paper.record)).decode() + "\n" for paper in papers)


def mapping(record: Record) -> dict[str, Any]:
    """Return a record as the mapping that its file would hold, without what is not given."""
    out: dict[str, Any] = {}
    for field, value in zip(_FIELDS, _values(record), strict=True):
        if not value and type(value) is not int:
            continue
        out[field] = dict(value) if field in _MAPPINGS else _plain_data(value)
    return out


def _plain_data(value: Any) -> Any:
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple:
        return [_plain_data(item) for item in value]
    if kind is Name:
        return value.name if parse_name(value.name) == value else _name(value)
    assert is_dataclass(value)
    parts = {field.name: getattr(value, field.name) for field in fields(value)}
    return {key: part for key, part in parts.items() if part}


def _name(name: Name) -> dict[str, Any]:
    if name.literal:
        out: dict[str, Any] = {"literal": name.name}
    else:
        parts = {key: getattr(name, key) for key in ("given", "particle", "family", "suffix")}
        out = {key: part for key, part in parts.items() if part}
    further = {
        "id": name.person,
        "orcid": name.orcid,
        "affiliation": list(name.affiliations),
        "ror": list(name.rors),
        "equal": name.equal,
        "corresponding": name.corresponding,
        "roles": list(name.roles),
    }
    return {**out, **{key: value for key, value in further.items() if value}}


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of JSON Lines as mappings such as a record file holds.

    Raises ``ValueError`` with the line that is no JSON object.
    """
    out = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"line {number}: no JSON ({error.msg})") from None
        if not isinstance(value, dict):
            raise ValueError(f"line {number}: want an object in braces")
        out.append(value)
    return out
