"""The schema for editors takes what Papershelf takes, as an editor reads it, and marks what is misspelt."""

from pathlib import Path

import jsonschema
import pytest
from papershelf.content.schema import FILE, record_schema, write_schema

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
    write_schema(tmp_path)
    before = (tmp_path / FILE).stat()
    write_schema(tmp_path)
    assert (tmp_path / FILE).stat().st_mtime_ns == before.st_mtime_ns
