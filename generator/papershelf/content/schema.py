"""The JSON Schemas of records, settings, people and venues, for editors that complete and check while one types."""

import json
from collections.abc import Callable
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from papershelf import config
from papershelf.config import SiteConfig
from papershelf.content.settings_text import NESTED
from papershelf.lib.docstrings import field_docs, plain
from papershelf.model import people, record, record_parts, venues, volumes
from papershelf.model.names import Name
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.venues import Venue
from papershelf.typed_yaml import adapter

RECORD = "schemas/record.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CLASSES = {
    name: kind
    for module in (config, people, record, record_parts, venues, volumes)
    for name, kind in vars(module).items()
    if is_dataclass(kind) and isinstance(kind, type)
}
# A person writes `date: 2024`, which is a number to an editor; to Papershelf every scalar is a text.
_SCALAR = ["string", "number", "boolean"]


def record_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12) of a record, or a list of them."""
    schema = _loosened(adapter(Record).json_schema(mode="validation"))
    definitions = schema.pop("$defs", {})
    schema["required"] = ["title", "date"]  # the id comes from the file's name
    link = schema["properties"]["links"]
    schema["properties"] |= {
        "links": {"anyOf": [{"type": "object"}, link]},
        "ids": {"type": "object"},
        "extra": {"type": "object"},
    }
    definitions["Record"] = schema
    for name, definition in definitions.items():
        _describe(definition, _CLASSES[name])
    record = {"$ref": "#/$defs/Record"}
    return {
        "$schema": _DIALECT,
        "title": "Papershelf record",
        "anyOf": [record, {"type": "array", "items": record}],
        "$defs": definitions,
    }


def settings_schema() -> dict[str, Any]:
    """Return the schema of ``site.yaml``."""
    schema = _loosened(adapter(SiteConfig).json_schema(mode="validation"))
    _describe(schema, SiteConfig, {name: plain(kind.__doc__) for name, kind in NESTED.items()})
    for name, definition in schema["$defs"].items():
        _describe(definition, _CLASSES[name])
    return {"$schema": _DIALECT, **schema, "title": "Papershelf settings"}


def entries_schema(kind: type, title: str) -> dict[str, Any]:
    """Return the schema of a file that maps slugs to entries of ``kind``."""
    schema = _loosened(adapter(kind).json_schema(mode="validation"))
    definitions = schema.pop("$defs", {})
    _describe(schema, kind)
    for name, definition in definitions.items():
        _describe(definition, _CLASSES[name])
    whole = {"$schema": _DIALECT, "title": title, "type": "object", "additionalProperties": schema}
    return whole | ({"$defs": definitions} if definitions else {})


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    RECORD: record_schema,
    "schemas/site.json": settings_schema,
    "schemas/people.json": lambda: entries_schema(Person, "Papershelf people"),
    "schemas/venues.json": lambda: entries_schema(Venue, "Papershelf venues"),
}
"""Path in an archive -> the schema that stands there."""


def write_schemas(root: Path) -> None:
    """Bring the schemas of the archive in ``root`` up to date."""
    for path, schema in SCHEMAS.items():
        data = (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode()
        file = root / path
        if not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)


def _describe(schema: dict[str, Any], kind: type, nested: dict[str, str] | None = None) -> None:
    """Add to the schema of ``kind`` and of its fields the explanations that stand in the code; in place.

    ``nested`` has those of fields whose own type is explained instead.
    """
    told = field_docs(kind) | (nested or {})
    schema["description"] = plain(kind.__doc__)
    for name, value in schema["properties"].items():
        value["description"] = told[name]
        if name in ("authors", "editors") and "anyOf" in value:
            # One text could be several names; an empty list is no list.
            several, one = value.pop("anyOf")
            single = [choice for choice in one["anyOf"] if choice["type"] == "object"]
            value["anyOf"] = [several | {"minItems": 1}, *single]
            _describe_names(value)


def _describe_names(schema: dict[str, Any]) -> None:
    """Explain the keys of a printed name wherever they stand in the schema of a list of names; in place."""
    told = field_docs(Name)
    told |= {"id": told["person"], "affiliation": told["affiliations"], "ror": told["rors"]}
    for choice in schema.get("anyOf", []):
        _describe_names(choice.get("items", choice))
    for key in schema.get("properties", ()):
        schema["properties"][key] = {"description": told[key]}


def _loosened(schema: Any) -> Any:
    """Let scalars be what an editor takes them for, and a lone value stand for a list of one."""
    if isinstance(schema, list):
        return [_loosened(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    loose = {key: value if key == "default" else _loosened(value) for key, value in schema.items()}
    loose.pop("default", None)
    if loose.get("type") == "string" and not loose.keys() & {"enum", "const"}:
        loose["type"] = _SCALAR
    if loose.get("type") == "array" and "items" in loose:
        items = loose["items"]
        return {"anyOf": [loose, items]}
    return loose
