"""The schema for editors takes what Papershelf takes, as an editor reads it, and marks what is misspelt."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from papershelf.commands.skeleton import samples
from papershelf.content.schema import RECORD, SCHEMAS, record_schema, write_schemas

VALIDATOR = jsonschema.Draft202012Validator(record_schema())


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"date": "2024-05"},
        {"authors": ["Ada Lovelace", {"given": "Grace", "family": "Hopper", "orcid": "x"}]},
        {"links": {"code": "https://example.org/"}, "ids": {"pmid": 7}, "extra": {"a": 1}},
        {"links": [{"type": "code", "url": "https://example.org/"}]},
        {"tags": "one", "arxiv": 2302.0667, "comments": 3, "draft": True},
    ],
)
def test_takes_records(more: dict[str, object]) -> None:
    assert VALIDATOR.is_valid({"title": "A", "date": 2024, **more})
    assert VALIDATOR.is_valid([{"id": "a", "title": "A", "date": 2024, **more}])


@pytest.mark.parametrize(
    "record",
    [
        {"title": "A"},
        {"title": "A", "date": 2024, "venu": "x"},
        {"title": ["A"], "date": 2024},
        {"title": "A", "date": 2024, "status": "unknown"},
        {"title": "A", "date": 2024, "links": [{"type": "cod", "url": "https://example.org/"}]},
        {"title": "A", "date": 2024, "authors": [{"nam": "Ada"}]},
    ],
)
def test_marks_mistakes(record: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid(record)


def test_is_written_once(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    before = (tmp_path / RECORD).stat()
    write_schemas(tmp_path)
    assert (tmp_path / RECORD).stat().st_mtime_ns == before.st_mtime_ns


def fields_of(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield every field of a schema and of those inside it, by its name."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from fields_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from fields_of(value)


@pytest.mark.parametrize("path", SCHEMAS)
def test_every_field_is_explained(path: str) -> None:
    schema = SCHEMAS[path]()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [name for name, field in fields_of(schema) if not field.get("description")] == []


def test_the_files_of_a_new_archive_fit_their_schemas(tmp_path: Path) -> None:
    files = samples()
    for path, schema in (
        ("site.yaml", "site"),
        ("content/people.yaml", "people"),
        ("content/venues.yaml", "venues"),
    ):
        data = yaml.safe_load(files[path])
        jsonschema.Draft202012Validator(SCHEMAS[f"schemas/{schema}.json"]()).validate(data)
