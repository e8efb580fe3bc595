"""YAML and a type: each mistake with its place, in words for the person who made it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

import pytest
from papershelf.lib.fields import Count, Line, Lines
from papershelf.problems import Severity
from papershelf.typed_yaml import MAX_PROBLEMS, MAX_UNKNOWN, read
from papershelf.yaml_document import Source
from pydantic import ConfigDict


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    name: Line
    size: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    title: Line
    kind: Literal["small", "large"] | Literal[""] = ""
    tags: Lines = ()
    parts: tuple[Part, ...] = ()
    part: Part | None = None


def problems(text: str) -> list[str]:
    found = read(Source(path="x.yaml", text=text, first_line=11), Whole)
    assert isinstance(found, list)
    return [f"{item.location}: {item.message} | {item.advice}" for item in found]


def test_reads_a_value() -> None:
    text = "title: ' a  b '\nkind: small\ntags: c\nparts: [{name: d, size: 03}]\n"
    part = Part(name="d", size=3)
    expected = Whole(title="a b", kind="small", tags=("c",), parts=(part,))
    assert read(Source(path="x.yaml", text=text), Whole) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: a", ['x.yaml:11:1: unknown key "titel" | did you mean `title`?']),
        ("title: a\nTitle: b", ['x.yaml:12:1: unknown key "Title" | did you mean `title`?']),
        (
            "title: a\npart: {name: b, sise: 3}",
            ['x.yaml:12:17: part: unknown key "sise" | did you mean `size`?'],
        ),
        (
            "title: a\nparts:\n- name: b\n  colour: red",
            ['x.yaml:14:3: parts: unknown key "colour" | known keys: name, size'],
        ),
        ("kind: small", ["x.yaml:11:1: the key `title` is missing | add `title: ...`"]),
        ("title: a\nparts: [{}]", ["x.yaml:12:9: parts: the key `name` is missing | add `name: ...`"]),
        ("title: [a, b]", ["x.yaml:11:8: title: is a text, not a list | "]),
        ("title: {en: a}", ["x.yaml:11:8: title: is a text, not a mapping | "]),
        ("title: a\nparts: b", ["x.yaml:12:8: parts: is a list, not the text 'b' | "]),
        (
            "title: a\nparts: [b]",
            ["x.yaml:12:9: parts: is a mapping (`key: value`), not the text 'b' | "],
        ),
        ("title: a\nkind: huge", ["x.yaml:12:7: kind: 'huge' is not one of 'small' or 'large' | "]),
        (
            "title: a\npart: {name: b, size: '-1'}",
            ["x.yaml:12:23: part.size: '-1' is not a whole number (want 0 or more) | "],
        ),
        ("title: a: b", ["x.yaml:11:9: a colon and a space inside a text read as a new key | "]),
        ("# nothing", ["x.yaml:11:1: there is nothing here | write `key: value` lines"]),
    ],
)
def test_tells_what_is_wrong(text: str, expected: list[str]) -> None:
    found = problems(text)
    assert len(found) == len(expected)
    assert all(line.startswith(want) for line, want in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("title: Lessons from issue #5 of the track", "title: 'Lessons from issue #5 of the track'"),
        ("title: What's left  # 2 of 3", "title: 'What''s left # 2 of 3'"),
        ("title: #1 in the ranking", "title: '#1 in the ranking'"),
        ("title: a\ntags: [b]\nparts:\n- name: b #1", "name: 'b #1'"),
        ("title: a\ntags:\n- C #sharp", "- 'C #sharp'"),
    ],
)
def test_a_comment_that_cuts_a_text_is_an_error(line: str, whole: str) -> None:
    (found,) = problems(line)
    assert "the text is cut at '#" in found
    assert f"put the text in quotes: {whole};" in found


def test_comments_may_stand_where_they_cut_no_text() -> None:
    text = "# a\ntitle: a\n  # b\nkind: small # c\ntags: [d] # e\npart: # f\n  name: 'g' # h\n  size: 3 # i\n"
    part = Part(name="g", size=3)
    assert read(Source(path="x", text=text), Whole) == Whole(title="a", kind="small", tags=("d",), part=part)
    assert read(Source(path="x", text="title: 1984 # a novel"), Whole) == Whole(title="1984")


def test_reads_masses_of_mistakes_once() -> None:
    text = "title: a\ntags:\n" + "- [b]\n" * 9_000
    found = problems(text)
    assert len(found) == MAX_PROBLEMS + 1
    assert "8,900 more problems here" in found[-1]


def test_tells_every_mistake_at_once() -> None:
    assert len(problems("titel: a\nkind: huge\ntags: [[b], c]")) == 3


def test_counts_what_nobody_would_read() -> None:
    text = "title: a\n" + "".join(f"k{number}: x\n" for number in range(500))
    found = problems(text)
    assert len(found) == MAX_UNKNOWN + 1
    assert "490 more unknown keys" in found[-1]


def test_no_control_character_and_no_novel_in_a_message() -> None:
    source = Source(path="x.yaml", text="title: \x1b[31m" + "a" * 5_000)
    found = source.problem(1, 8, source.text, source.text)
    assert found.message.isprintable()
    assert found.excerpt.isprintable()
    assert len(found.message) <= 500
    assert found.excerpt.index("a") == source.text.index("a")  # so the caret stays under its column


def test_a_problem_is_an_error_unless_said() -> None:
    source = Source(path="x.yaml", text="a")
    assert source.problem(1, 1, "x").severity is Severity.ERROR
