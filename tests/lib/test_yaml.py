"""Strict YAML: what is read, what is refused and where, what advice is given."""

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib import yaml
from papershelf.lib.text import forbidden
from papershelf.lib.yaml_parser import YamlError

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).filter(
    lambda text: not forbidden(text)
)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(DATA)
def test_reads_what_another_writer_wrote(data: yaml.Data) -> None:
    text = pyyaml.dump(data, Dumper=pyyaml.SafeDumper, allow_unicode=True)
    assert yaml.parse(text).data == data


def test_guesses_at_nothing() -> None:
    text = "{a: No, b: 1e3, c: 2302.06670, d: 2024-02-30, e: 0x1F, f: 12:30:45, g: true, h: , i: !!str 5}"
    assert yaml.parse(text).data == {
        "a": "No",
        "b": "1e3",
        "c": "2302.06670",
        "d": "2024-02-30",
        "e": "0x1F",
        "f": "12:30:45",
        "g": "true",
        "h": "",
        "i": "5",
    }


def test_an_empty_document_is_an_empty_text() -> None:
    assert yaml.parse("# nothing\n").data == ""


@pytest.mark.parametrize(
    ("text", "place", "message", "advice"),
    [
        ("a: b: c", (1, 5), "read as a new key", "a: 'b: c'"),
        ("title: It's: here", (1, 12), "read as a new key", "title: 'It''s: here'"),
        ("a:\n\tb: c", (2, 1), "a tab cannot indent", "use spaces"),
        ("a: @b", (1, 4), "cannot begin with `@`", "a: '@b'"),
        ("a: `b`", (1, 4), "cannot begin with ```", "quotes"),
        ("a: %b", (1, 4), "cannot begin with `%`", "quotes"),
        ('x: y\na: "b\n', (2, 4), "never closed", "put the value in quotes: a: 'b'"),
        ("x: y\na: [b, c\nd: e\n", (2, 4), "`[` that opens here is not closed", "`]`"),
        ("a: {b: c\n", (1, 4), "`{` that opens here is not closed", "`}`"),
        ('a: "C:\\users"', (1, 9), "begins an escape", "single quotes"),
        ('a: "\\alpha"', (1, 4), "control character U+0007", "single quotes"),
        ("a: b\u202ec", (1, 4), "control character U+202E", "delete it"),
        ("a: \x00", (1, 4), "control character U+0000", "delete it"),
        ("a: *b", (1, 4), "`*` is an alias", "quotes"),
        ("a: *b*", (1, 4), "`*` is an alias", "quotes"),
        ("a: &b c", (1, 4), "`&` is an anchor", "quotes"),
        ("a: &b c\nd: *b", (1, 4), "`&` is an anchor", "quotes"),
        ("a: !!binary aGk=", (1, 4), "tag !!binary has no meaning", "remove it"),
        ("a: !include x", (1, 4), "tag !include has no meaning", "remove it"),
        ("a: !!map [b]", (1, 4), "tag !!map has no meaning", "remove it"),
        ("a: [b, ~]", (1, 8), "unquoted ~ is not a text", "'~' in quotes"),
        ("a: Null", (1, 4), "unquoted Null is not a text", "'Null' in quotes"),
        ("<<: {a: b}", (1, 1), "unquoted << is not a text", ""),
        ("a: b\nc: d\na: e", (3, 1), '"a" stands twice, first 2 lines further up', "keep one"),
        ("a: {b: c, b: d}", (1, 11), '"b" stands twice, first on this very line', "keep one"),
        ("? [a]\n: b", (1, 3), "a key must be a plain text", ""),
        ("a: b\n---\nc: d", (2, 1), "a second document", "one document"),
        ("a: b\n...\nc: d", (3, 1), "text after the end", "remove it"),
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\n", (2, 1), "merge conflict", "keep one side"),
        ("a:\n  b: c\n d: e", (3, 2), "does not line up", "alike"),
        ("a:\n-b\n-c\n", (2, 1), "neither `key: value`", "key: value"),
        ("a: |x\n  y", (1, 5), "alone on its line", "next line"),
        ("%YAML 3.0\n---\na: b", (1, 1), "another version", "remove"),
        ("a: " + "[" * 100 + "]" * 100, (1, 15), "nested more than 12 deep", ""),
        ("a: " + "[" * 9000, (1, 15), "nested more than 12 deep", ""),
        ("a: " + "[" * 9, (1, 13), "a value is missing", "close brackets"),
        ("? " * 100_000, (1, 25), "nested more than 12 deep", ""),
        # What libyaml lets through.
        ("a: [b, c]#d", (1, 10), "needs a space before it", "space before #"),
        ("a: {b: c}#d", (1, 10), "needs a space before it", "space before #"),
        ('a: "b"#c', (1, 7), "needs a space before it", "space before #"),
        ("a: 'b'# c", (1, 7), "needs a space before it", "space before #"),
        ("a: [b,#c\n d]", (1, 7), "needs a space before it", "space before #"),
        ("a: |# b\n  c", (1, 5), "needs a space before it", "space before #"),
        ("a: >-#b\n  c", (1, 6), "needs a space before it", "space before #"),
        ("a: [-]", (1, 5), "unquoted - is not a text", "'-' in quotes"),
        ("a: [b, -]", (1, 8), "unquoted - is not a text", "'-' in quotes"),
        ("a: [b,\nc]", (2, 1), "not indented", "further"),
        ("x:\n- a: {b: c,\n  d: e}", (3, 3), "not indented", "further"),
        ('a: "b\nc"', (2, 1), "not indented", "further"),
        ('- "b\nc"', (2, 1), "not indented", "further"),
        ("a: 'b\n\tc'", (2, 1), "not indented", "further"),
        ("a: >\n    \n  # b\n", (1, 4), "text block that begins here is empty", "indent"),
        ("a: |\nb: c", (1, 4), "text block that begins here is empty", "indent"),
        ("x: [" + "a," * 10_001 + "]", (1, 4), "a list of 10,001 items (at most 10,000)", "shorten"),
        ("[" + "a," * 200_001 + "]", (1, 400_000), "more than 200,000 values", "split"),
        # A line is what an editor calls a line, whatever YAML thinks of U+0085 and U+2028.
        ('a: "b\u2028c"\nd: @e', (2, 4), "cannot begin", ""),
    ],
)
def test_refuses_with_place_and_advice(text: str, place: tuple[int, int], message: str, advice: str) -> None:
    with pytest.raises(YamlError) as caught:
        yaml.parse(text)
    fault = caught.value
    assert message in fault.message
    assert advice in fault.advice
    assert (fault.line, fault.column) == place


@given(st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@` \n\t~\\é\u2028"), max_size=40))
def test_any_text_gives_data_or_a_fault_inside_it(text: str) -> None:
    fault = _fault(text)
    lines = text.split("\n")
    assert fault is None or (fault.message and 1 <= fault.line <= len(lines))
    assert fault is None or 1 <= fault.column <= len(lines[fault.line - 1]) + 1


def _fault(text: str) -> YamlError | None:
    try:
        yaml.parse(text)
    except YamlError as fault:
        return fault
    return None


@pytest.mark.parametrize(
    "text",
    [
        "a: [b, # c,#d\n  e]",
        "a: [\n  b,\n]",
        "a: {\n  b: c\n}",
        'a:\n  "b\n  c"',
        'a: "b,#c"',
        "a: ['b]#c']",
        "- [a,\n  b]",
        "a: {b: 'c\n  d',\n  e: f}",
        "a: |\n  b # c\n",
        "a: | # b\n  c\n",
        "a: b#c",
        "a: ['-', b-]",
    ],
)
def test_keeps_what_yaml_allows(text: str) -> None:
    assert yaml.parse(text).data == pyyaml.load(text, pyyaml.CBaseLoader)


def test_tells_comments_behind_values() -> None:
    text = "a: b #c\nd: [e] # f\ng:\n- h\t# i\n# j\nk: # l\nm: 'n' # o\np: |\n  q # r\n"
    found = yaml.parse(text).comments()
    assert sorted(found) == [(("a",), "b", "#c"), (("g", 0), "h", "# i"), (("k",), "", "# l")]


TREE = """\
title: x
authors:
  - Ada
  - {name: Grace, orcid: y}
é: {ключ: z}
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (1, 1)),
        (("title",), False, (1, 8)),
        (("title",), True, (1, 1)),
        (("authors", 1, "orcid"), False, (4, 26)),
        (("authors", 1, "orcid"), True, (4, 19)),
        (("authors", 7), False, (3, 3)),
        (("authors", 1, "nothing"), False, (4, 5)),
        (("é", "ключ"), False, (5, 11)),
    ],
)
def test_locates(path: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:
    assert yaml.parse(TREE).locate(path, key=key) == place
