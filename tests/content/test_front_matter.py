"""Bytes to text, text to front matter and body."""

import pytest
from papershelf.content.front_matter import FrontMatter, decode, split
from papershelf.problems import Problem


@pytest.mark.parametrize(
    "data",
    [b"a: \xc3\xa9\nb\n", b"\xef\xbb\xbfa: \xc3\xa9\nb\n", b"a: \xc3\xa9\r\nb\r\n", b"a: \xc3\xa9\rb\r"],
)
def test_a_mark_and_line_ends_are_harmless(data: bytes) -> None:
    assert decode(data, "x.md") == "a: é\nb\n"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"a: b\ncaf\xe9: x", "x.md:2:4", "the byte 0xe9 is not UTF-8"),
        (b"\xc3\xa9\xc3\xa9 \xff", "x.md:1:4", "the byte 0xff is not UTF-8"),
        (b"\xc0\xaf", "x.md:1:1", "the byte 0xc0 is not UTF-8"),
        (b"\xed\xa0\x80", "x.md:1:1", "the byte 0xed is not UTF-8"),
        ("a: é".encode("utf-16"), "x.md:1:1", "UTF-16 or UTF-32"),
        ("a: é".encode("utf-32"), "x.md:1:1", "UTF-16 or UTF-32"),
        (b"a\nb\x00c", "x.md:2:2", "control character U+0000"),
        (b"a\nb\x1b[31m", "x.md:2:2", "control character U+001B"),
        ("é\u0093".encode(), "x.md:1:2", "control character U+0093"),
        ("a\u202eb".encode(), "x.md:1:2", "control character U+202E"),
        ("a\uffffb".encode(), "x.md:1:2", "control character U+FFFF"),
    ],
)
def test_the_place_of_the_first_bad_byte(data: bytes, place: str, message: str) -> None:
    found = decode(data, "x.md")
    assert isinstance(found, Problem)
    assert message in found.message
    assert str(found.location) == place


@pytest.mark.parametrize(
    ("text", "head", "body", "line"),
    [
        ("---\na: b\n---\n\nBody\n\n---\n\nMore\n", "a: b\n", "Body\n\n---\n\nMore", 5),
        ("--- \na: b\n---  \nBody", "a: b\n", "Body", 4),
        ("---\na: b\n...\nBody", "a: b\n", "Body", 4),
        ("---\na: b\n---", "a: b\n", "", 3),
        ("---\na: |\n  x\n  ---\n  y\n---\nTitle\n---\n", "a: |\n  x\n  ---\n  y\n", "Title\n---", 7),
        ("---\n---\nBody", "", "Body", 3),
    ],
)
def test_only_a_fence_at_the_margin_closes(text: str, head: str, body: str, line: int) -> None:
    found = split(text, "x.md")
    assert isinstance(found, FrontMatter)
    assert (found.head.text, found.head.first_line, found.body) == (head, 2, body)
    assert found.body_line == line or not body


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\na: b\n\nBody\n", "the front matter that begins on line 1 is never closed"),
        ("---\na: b\n----\n", "never closed"),
        ("----\na: b\n----\n", "there is no front matter"),
        ("# Title\n", "there is no front matter"),
        ("\n\n---\na: b\n---\n", "does not begin on the first line"),
        ("+++\na = 'b'\n+++\n", "the front matter is TOML"),
    ],
)
def test_what_is_not_front_matter(text: str, message: str) -> None:
    found = split(text, "x.md")
    assert isinstance(found, Problem)
    assert message in found.message
    assert str(found.location) == "x.md:1:1"
    assert found.advice
