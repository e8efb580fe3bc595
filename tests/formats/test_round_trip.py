"""read(write(x)) == x for every format and every field that it carries."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.formats import csl_json, jsonl
from papershelf.formats.standing import note
from papershelf.formats.table import FORMATS, Format
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_lines
from papershelf.model.names import Name
from papershelf.model.paper import Paper
from papershelf.model.record import Record

from tests.formats.papers import RECORDS, papers
from tests.stress import examples

COMMON = {"id", "type", "title", "authors", "date", "venue", "doi", "arxiv", "url", "tags", "language"}
TRAVELS: dict[str, set[str]] = {
    "bibtex": COMMON | {"subtitle", "title_short", "title_original", "degree", "editors", "status", "note"},
    "ris": COMMON
    | {
        "title_short",
        "title_original",
        "article_number",
        "degree",
        "editors",
        "volume",
        "issue",
        "number",
        "pages",
        "place",
        "series",
        "edition",
        "pdf",
    }
    | {"institution", "publisher", "abstract", "note", "isbn"},
    "csl-json": set(Record.__dataclass_fields__) - {"digest", "source"},
    "jsonl": set(Record.__dataclass_fields__) - {"digest", "source"},
    "csv": COMMON | {"added", "volume", "issue", "number", "pages", "pdf", "license", "status"},
}
EXACT = {"jsonl": TRAVELS["jsonl"], "csl-json": {"title"}}
"""Fields that come back letter for letter; elsewhere the texts are equal once they are plain."""


def travels(format: Format, paper: Paper) -> set[str]:
    """Return the fields that a format carries of this paper."""
    names = TRAVELS[format.name]
    if format.name == "ris" and paper.type.ris_number == "SN" and paper.record.number:
        return names - {"isbn"}  # the number stands there
    if format.name != "bibtex":
        return names
    work = paper.type
    names = names | {name for _, name, _ in work.bibtex_fields} | ({"event"} if work.bibtex_event else set())
    return names | ({"pages", "article_number"} if work.bibtex_pages else set())


def said(record: Record, field: str, exact: bool) -> Any:
    """Return what a field says."""
    value = getattr(record, field)
    if exact:
        return value
    if field == "abstract":
        return " ".join(to_lines(value).split())
    if isinstance(value, str):
        return " ".join(plain(value).split())
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return [(name.given, name.particle, plain(name.family), name.suffix, name.literal) for name in value]
    if field == "tags":
        return [plain(tag) for tag in value]
    return value


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@settings(
    max_examples=examples(40), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(paper=papers(), other=papers(id="another.one"))
def test_a_paper_comes_back_as_it_went(format: Format, paper: Paper, other: Paper) -> None:
    first, second = format.read("".join(format.write([paper, other])))
    for written, back in ((paper, first), (other, second)):
        record = RECORDS.validate_python(back)
        for field in sorted(travels(format, written)):
            exact = field in EXACT.get(format.name, ())
            expected = said(written.record, field, exact)
            if (format.name, field) == ("ris", "title") and written.record.subtitle:
                # RIS has no place for it.
                expected = f"{expected}: {' '.join(plain(written.record.subtitle).split())}"
            if field == "note" and format.name in ("bibtex", "ris"):
                expected = note(written.record)
            assert said(record, field, exact) == expected, field


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_no_papers_make_an_empty_file(format: Format) -> None:
    assert format.read("".join(format.write([]))) == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("bibtex", "@article{a, title = {x}\n@book{b,}\n", "line 1"),
        ("ris", "nonsense\n", "line 1: 'nonsense' is no line of RIS"),
        ("ris", "TY  - JOUR\nTI  - x\n", "no closing line"),
        ("csl-json", "[1]", "array of objects"),
        ("csl-json", "{", "Expecting"),
        ("jsonl", '{"title": "x"}\n{oops\n', "line 2"),
        ("jsonl", "[]\n", "line 1"),
        ("csv", "title,colour\r\nx,red\r\n", "unknown column 'colour'"),
    ],
)
def test_what_cannot_be_read_says_where(name: str, text: str, says: str) -> None:
    format = next(format for format in FORMATS if format.name == name)
    with pytest.raises(ValueError, match=says.replace("(", r"\(")):
        format.read(text)


@settings(
    max_examples=examples(40), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(paper=papers(), abstract=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_json_is_the_text_that_the_standard_library_writes(paper: Paper, abstract: str) -> None:
    paper = replace(paper, record=replace(paper.record, abstract=abstract, comments=10**12))
    line, array = "".join(jsonl.write([paper])), "".join(csl_json.write([paper]))
    for text in (line.removesuffix("\n"), array.removesuffix("\n")):
        assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) == text
