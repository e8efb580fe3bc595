"""The bytes of a content file as text, and a Markdown file as front matter and body."""

import re
from dataclasses import dataclass

from papershelf.lib.text import forbidden
from papershelf.problems import Problem
from papershelf.yaml_document import Source

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# The control characters of ASCII: a file without these and without other letters needs no closer look.
_CONTROL = bytes([*range(9), 11, 12, *range(14, 32), 127])
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A Markdown file taken apart."""

    head: Source
    """The YAML between the fences."""
    body: str
    """What follows the second fence, without the white space around it."""
    body_line: int
    """Line of the file on which the body begins."""


def decode(data: bytes, path: str) -> str | Problem:
    """Return the bytes of a file as text: UTF-8, a byte order mark dropped, line ends as ``\\n``.

    Gives a problem at the first byte or character that does not belong.
    """
    if data.startswith(_UTF16):
        return _at(data, 0, path, "the file is UTF-16 or UTF-32, not UTF-8", "save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8 (Latin-1 or Windows-1252, perhaps)"
        return _at(data, error.start, path, message, "save the file as UTF-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (not text.isascii() or len(data.translate(None, _CONTROL)) != len(data)) and (char := forbidden(text)):
        before = text[: text.index(char)]
        source = Source(path=path, text=text)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return source.problem(
            line, column, f"the text holds the control character U+{ord(char):04X}", "delete it"
        )
    return text


def split(text: str, path: str) -> FrontMatter | Problem:
    """Take a Markdown file apart at its fences, lines of ``---`` (the second may be YAML's ``...``)."""
    opening = _FENCE.match(text)
    if not opening:
        return Source(path=path, text=text).problem(1, 1, *_no_fence(text), code="front-matter")
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        message = "the front matter that begins on line 1 is never closed"
        return Source(path=path, text=text).problem(
            1, 1, message, "write a line of --- after the last key", code="front-matter"
        )
    body = text[closing.end() :]
    return FrontMatter(
        head=Source(
            path=path, text=text[opening.end() : closing.start()], first_line=2, offset=opening.end()
        ),
        body=body.strip(),
        body_line=text.count("\n", 0, closing.end()) + 1 + _blank_lines(body),
    )


def _blank_lines(body: str) -> int:
    return body.count("\n", 0, len(body) - len(body.lstrip()))


def _no_fence(text: str) -> tuple[str, str]:
    if text.startswith("+++"):
        return "the front matter is TOML", "write YAML between two lines of ---"
    if text.lstrip().startswith("---\n"):
        return "the front matter does not begin on the first line", "delete what stands above ---"
    return "there is no front matter", "begin with a line of ---, then `title: ...`, then another line of ---"


def _at(data: bytes, start: int, path: str, message: str, advice: str) -> Problem:
    """Return a problem at a byte of a file that is not text."""
    before = data[:start].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Source(path=path, text=data.decode("utf-8", "replace")).problem(
        line, column, message, advice, code="encoding"
    )
