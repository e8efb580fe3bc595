"""The JSON Schema of a record file, for editors that complete and check while one types."""

import json
from pathlib import Path
from typing import Any

from papershelf.model.record import Record
from papershelf.typed_yaml import adapter

FILE = "record.schema.json"
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
    record = {"$ref": "#/$defs/Record"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Papershelf record",
        "anyOf": [record, {"type": "array", "items": record}],
        "$defs": definitions,
    }


def write_schema(root: Path) -> None:
    """Bring the schema beside ``site.yaml`` up to date."""
    data = (json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n").encode()
    file = root / FILE
    if not file.is_file() or file.read_bytes() != data:
        file.write_bytes(data)


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
