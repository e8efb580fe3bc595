"""What a YAML parser's complaint means to the person who wrote the file, and what to write instead."""

import re
from collections.abc import Iterator

import yaml

MAX_LINE = 500  # characters of a line that may be put in quotes
_VALUE = re.compile(r"\s*(?:(?:-\s+)?[\w-]+:|-)\s+([^\s|>].*?)\s*")
_ITEM = re.compile(r"[^\s,\]}'\"][^,\]}\n]*(?<!\s)")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)

QUOTE = "put the value in quotes"
QUOTES = "\"'"

# Part of libyaml's message -> what it means. The place is the problem's, or with "opened" the place where the
# construct began: the line that has to be changed.
_MEANINGS: tuple[tuple[str, str, str, str], ...] = (
    (
        "while scanning a quoted scalar",
        "opened",
        "the quote that opens here is never closed",
        f"close it, and double each quote inside; or {QUOTE}",
    ),
    (
        "while scanning a block scalar",
        "here",
        "a text block begins with `|` or `>` alone on its line",
        "put the text on the next line, indented",
    ),
    (
        "while parsing a flow sequence",
        "opened",
        "the bracket `[` that opens here is not closed",
        "write `]` at its end, and commas between the items",
    ),
    (
        "while parsing a flow mapping",
        "opened",
        "the brace `{` that opens here is not closed",
        "write `}` at its end; quote a text that begins with `{`",
    ),
    (
        "while scanning a directive",
        "here",
        "a line that begins with `%` is a YAML directive",
        "remove the line, or put the text in quotes",
    ),
    (
        "unknown escape character",
        "here",
        "a backslash in double quotes begins an escape",
        "use single quotes: they keep backslashes as they are",
    ),
    (
        "hexdecimal",
        "here",
        "a backslash in double quotes begins an escape",
        "use single quotes: they keep backslashes as they are",
    ),
    (
        "escape",
        "here",
        "this is not a character's escape",
        "use single quotes: they keep backslashes as they are",
    ),
    (
        "while scanning an alias",
        "opened",
        "an unquoted text that begins with `*` is an alias in YAML",
        QUOTE,
    ),
    (
        "while scanning an anchor",
        "opened",
        "an unquoted text that begins with `&` is an anchor in YAML",
        QUOTE,
    ),
    (
        "undefined alias",
        "here",
        "an unquoted text that begins with `*` is an alias in YAML",
        QUOTE,
    ),
    (
        "expected a single document",
        "here",
        "a second document begins here",
        "one file is one document: use a list, or a file for each record",
    ),
    (
        "expected <document start>",
        "here",
        "there is text after the end of the document",
        "remove it, or quote the value above",
    ),
    ("incompatible yaml document", "here", "the %YAML directive names another version", "remove the line"),
    (
        "undefined tag handle",
        "here",
        "an unquoted text that begins with `!` is a tag in YAML",
        QUOTE,
    ),
    (
        "while scanning a tag",
        "here",
        "an unquoted text that begins with `!` is a tag in YAML",
        QUOTE,
    ),
    (
        "did not find expected node content",
        "here",
        "a value is missing here",
        "close brackets and braces; begin no list with a comma",
    ),
    (
        "could not find expected ':'",
        "opened",
        "this line is neither `key: value` nor part of a text",
        "write `key: value`; indent what continues a text",
    ),
    (
        "block sequence entries are not allowed",
        "here",
        "a list item cannot begin here",
        "put each `- item` on a line of its own, below its key",
    ),
    (
        "did not find expected key",
        "here",
        "this line does not line up with those above",
        f"indent keys of one mapping alike; or {QUOTE}",
    ),
    (
        "did not find expected '-' indicator",
        "here",
        "this line does not line up with the list above",
        "indent all `- items` of a list alike",
    ),
)


def explain(text: str, error: yaml.YAMLError) -> tuple[int, str, str]:
    """Return (index of the character, message, advice) for the error that parsing ``text`` raised."""
    if isinstance(error, yaml.reader.ReaderError):
        return _explain_character(error)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, "this is not YAML", ""
    if conflict := _CONFLICT.search(text):
        return (
            conflict.start(),
            "a merge conflict was left unresolved",
            "keep one side and delete the marker lines",
        )
    index = error.problem_mark.index
    problem, context = error.problem or "", error.context or ""
    if "cannot start any token" in problem:
        return _explain_start(text, index)
    if "mapping values are not allowed" in problem:
        advice = f"{QUOTE}; or, where it is a key, indent it as the others"
        return index, "a colon and a space inside a text read as a new key", advice
    complaint = f"{context} {problem}".lower()
    for part, place, message, advice in _MEANINGS:
        if part in complaint:
            opened = place == "opened" and error.context_mark is not None
            return (error.context_mark.index if opened and error.context_mark else index), message, advice
    return index, f"this is not YAML: {problem or context}", ""


def _explain_character(error: yaml.reader.ReaderError) -> tuple[int, str, str]:
    character = error.character if isinstance(error.character, int) else ord(error.character[:1] or "?")
    return error.position, f"the text holds the control character U+{character:04X}", "delete it"


def _explain_start(text: str, index: int) -> tuple[int, str, str]:
    character = text[index : index + 1]
    if character == "\t":
        return index, "a tab cannot indent YAML", "use spaces"
    return index, f"an unquoted text cannot begin with `{character}`", QUOTE


def quotable(text: str, index: int) -> Iterator[tuple[int, int]]:
    """Return what could need quotes near a mistake, as (begin, end): an item in brackets, the value of the line."""
    start = text.rfind("\n", 0, index) + 1
    line = text[start : start + MAX_LINE].partition("\n")[0]
    if "[" in line[: index - start] and (item := _ITEM.match(text, index)):
        yield item.span()
    match = _VALUE.fullmatch(line) if len(line) < MAX_LINE else None
    if match and not (match[1][0] == '"' and "\\" in match[1]):  # what a backslash stands for there is open
        yield start + match.start(1), start + match.end(1)


def within_quotes(value: str) -> str:
    """Return what a value says that has quotes around it, one at its start only, or none.

    ``'It's here'`` has them around it: behind the second quote a word goes on. ``"A" and "B"`` has not.
    """
    if is_open(value):
        return value[1:]
    second = value.find(value[0], 1)
    is_around = value[0] in QUOTES and value[-1] == value[0] and value[second + 1 : second + 2].isalnum()
    return value[1:-1] if is_around else value


def is_open(value: str) -> bool:
    """Return whether a value begins with a quote and has no other."""
    return value[0] in QUOTES and value.count(value[0]) == 1
