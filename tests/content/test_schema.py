"""The schema for editors takes what Papershelf takes, as an editor reads it, and marks what is misspelt."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from papershelf.commands.skeleton import samples
from papershelf.content.listings import read_venues
from papershelf.content.parse import parse
from papershelf.content.schema import RECORD, SCHEMAS, record_schema, write_schemas

VALIDATOR = jsonschema.Draft202012Validator(record_schema())


@pytest.mark.parametrize(
    ("volume", "right"),
    [
        ({"year": 2024, "editors": ["Ada Lovelace"], "event": {"name": "E", "start": "2024-05"}}, True),
        ({"volume": 12, "issue": "3", "date": 2024, "doi": "10.1000/x"}, True),
        ({"year": 24}, False),
        ({"year": "in 2024"}, False),
        ({"editors": []}, False),
        ({"event": {"start": "2024"}}, False),
        ({"frontmatter": "Welcome."}, False),
    ],
)
def test_volumes_are_checked_while_one_types(volume: dict[str, object], right: bool) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["schemas/venues.json"]())
    assert validator.is_valid({"x": {"title": "X", "volumes": [volume]}}) is right
    text = yaml.safe_dump({"x": {"title": "X", "volumes": [volume]}})
    assert isinstance(read_venues("content/venues.yaml", text.encode()), tuple) is right


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"date": "2024-05"},
        {"authors": ["Ada Lovelace", {"given": "Grace", "family": "Hopper", "orcid": "0000-0002-1825-0097"}]},
        {"links": {"code": "https://example.org/"}, "ids": {"pmid": 7}, "extra": {"a": 1}},
        {"links": [{"type": "code", "url": "https://example.org/"}]},
        {"tags": "one", "arxiv": 2302.06675, "comments": 3, "draft": True},
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


RIGHT: dict[str, list[Any]] = {
    "date": ["2024", "2024-05", "2024-02-29", 2024, 1963],
    "updated": ["2025-12", 2026],
    "doi": [
        "10.1000/x",
        "https://doi.org/10.1000/x",
        "doi:10.1000/(SICI)1<2::3>4.0.CO;2-5",
        "DOI: 10.1/x".replace("1/", "1000/"),
    ],
    "arxiv": [
        "2302.06675",
        "hep-th/9901001",
        "arXiv:2302.06675v2",
        "https://arxiv.org/abs/2302.06675",
        2302.06675,
    ],
    "isbn": ["978-0-306-40615-7", 9780306406157, "0-306-40615-2"],
    "issn": ["0378-5955"],
    "authors": [["Ann Bo"], [{"name": "Ann Bo"}], {"literal": "The Team"}],
    "tags": [["a", "b"], "a"],
    "status": ["published"],
    "comments": [3, "3"],
}
WRONG: dict[str, list[Any]] = {
    "date": ["13 August 2017", "2020-1-5", "2020-13", "May", 20240, True, ["2024"], "2024-05-3", "20240503"],
    "updated": ["yesterday", "2025/12"],
    "doi": ["x", "10.1", 10.1, "10.1000", "https://example.org/x", ["10.1000/x"]],
    "arxiv": ["x", "2302", "2302.1", "23020.6675", True],
    "isbn": ["x", "123", "978-0-306", True],
    "issn": ["x", "0378", "03785955"],
    "authors": ["Ann Bo", "Ann Bo and Cy Dee", [], {"nam": "x"}],
    "tags": [{"a": "b"}],
    "status": ["Published", "unknown"],
    "comments": [-1, "many"],
}
VALUES = st.sampled_from(
    [(name, value, table is RIGHT) for table in (RIGHT, WRONG) for name in table for value in table[name]]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(VALUES, max_size=4, unique_by=lambda each: each[0]))
def test_takes_what_check_takes(fields: list[tuple[str, Any, bool]]) -> None:
    record = {"title": "A", "date": 2024} | {name: value for name, value, _ in fields}
    text = yaml.safe_dump(record, allow_unicode=True)
    taken = isinstance(parse("content/papers/a.yaml", text.encode()), tuple)
    assert taken == all(right for _, _, right in fields)
    assert VALIDATOR.is_valid(yaml.safe_load(text)) == taken


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
