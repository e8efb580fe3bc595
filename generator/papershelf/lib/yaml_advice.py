"""What a YAML parser's complaint means to the person who wrote the file, and what to write instead."""

import re

import yaml

_KEY_AND_TEXT = re.compile(r"\s*(?:-\s+)?([\w-]+):\s+(.*\S)\s*")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)

# Part of libyaml's message -> what it means. The place is the problem's, or with "opened" the place where the
# construct began: the line that has to be changed.
_MEANINGS: tuple[tuple[str, str, str, str], ...] = (
    (
        "while scanning a quoted scalar",
        "opened",
        "the quote that opens here is never closed",
        "close it, or double a quote inside",
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
        "put the value in quotes",
    ),
    (
        "while scanning an anchor",
        "opened",
        "an unquoted text that begins with `&` is an anchor in YAML",
        "put the value in quotes",
    ),
    (
        "undefined alias",
        "here",
        "an unquoted text that begins with `*` is an alias in YAML",
        "put the value in quotes",
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
        "put the value in quotes",
    ),
    (
        "while scanning a tag",
        "here",
        "an unquoted text that begins with `!` is a tag in YAML",
        "put the value in quotes",
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
        "indent keys of one mapping alike; quote a text that begins with a quote",
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
        return index, "a colon and a space inside a text read as a new key", _quote_line(text, index)
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
    return index, f"an unquoted text cannot begin with `{character}`", _quote_line(text, index)


def _quote_line(text: str, index: int) -> str:
    start = text.rfind("\n", 0, index) + 1
    line = text[start:].split("\n", 1)[0]
    match = _KEY_AND_TEXT.fullmatch(line)
    if not match or len(line) > 200:
        return "put the value in quotes"
    quoted = match[2].strip("\"'").replace("'", "''")
    return f"put the value in quotes: {match[1]}: '{quoted}'"
