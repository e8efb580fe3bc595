"""The manifest: read back as written, or not at all."""

import marshal
from dataclasses import fields

import pytest
from papershelf.lib.files import seal
from papershelf.pipeline.manifest import Manifest, Row, from_bytes, pack, paths, to_bytes, unpack
from papershelf.problems import Location, Problem, Severity

ROWS = {"index.html": Row(b"k", 3, 4), "about/index.html": Row(b"l", 5, 6)}
MANIFEST = Manifest(
    code=b"c",
    settings=b"s",
    state=b"t",
    layouts={"paper.html": b"l"},
    parts={"pages/home": pack(b"m", ROWS)},
    warnings=(
        Problem(
            location=Location(path="a.md", line=1, column=2),
            message="odd",
            advice="mend it",
            excerpt="x",
            severity=Severity.WARNING,
            code="names",
        ),
    ),
)


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert from_bytes(to_bytes(MANIFEST)) == MANIFEST
    [kept] = from_bytes(to_bytes(MANIFEST)).parts.values()
    assert (unpack(kept), paths(kept), kept.files) == (ROWS, list(ROWS), 2)


@pytest.mark.parametrize("name", [each.name for each in fields(Problem) if each.name != "edit"])
def test_a_warning_is_kept_with_all_that_is_told_of_it(name: str) -> None:
    [given], [kept] = MANIFEST.warnings, from_bytes(to_bytes(MANIFEST)).warnings
    default = Problem(location=Location(path=""), message="")
    assert getattr(kept, name) == getattr(given, name) != getattr(default, name)


@pytest.mark.parametrize("cut", [0, 1, 16, 40, -1])
def test_a_damaged_manifest_is_empty(cut: int) -> None:
    assert from_bytes(to_bytes(MANIFEST)[:cut]) == Manifest()


def test_a_manifest_of_another_format_is_empty() -> None:
    body = marshal.dumps((0, "whatever", "an older program", "stored"))
    assert from_bytes(seal(body)) == Manifest()
