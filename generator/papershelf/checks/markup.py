"""TeX, HTML and signs in texts that nobody knows: they are shown as they stand, or are lost."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content
from papershelf.markup import math, read
from papershelf.markup.read import Read
from papershelf.model.record import Record

_LINES = ("title", "subtitle", "title_short", "venue", "tldr")
_ODD = "\\<&"
_IMAGE = re.compile(r"!\[[^\]\n]*\][(\[]")
_ADVICE = "write the text it stands for; macros of a paper are not known here"
_HIDDEN = re.compile("[\xad\u2028\u2029]")


def check(content: Content) -> Iterator[Finding]:
    """Look at every text with commands or tags in it."""
    for record in content.records:
        for field in _LINES:
            text = getattr(record, field)
            if not read.is_bare(text):
                yield from _told(record, field, read.line(text))
                yield from _hidden(record, field, text)
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if any(sign in text for sign in _ODD):
                yield from _told(record, field, read.markdown(text))
            if text:
                yield from _lost(record, field, text)
                yield from _hidden(record, field, text)


def _told(record: Record, field: str, done: Read) -> Iterator[Finding]:
    for name in dict.fromkeys(done.unknown):
        advice = (
            "write the text it stands for; \\< and \\& are the signs themselves"
            if name[0] in "<&"
            else _ADVICE
        )
        yield warning(
            record, (field,), f"{field}: {name[:60]} is not known and is shown as it stands", advice
        )
    for name in dict.fromkeys(done.lost):
        advice = "write out what it refers to, or delete it"
        yield warning(record, (field,), f"{field}: {name} refers to what is not here and is left out", advice)
    for formula in dict.fromkeys(done.formulas):
        if not math.is_known(formula.tex):
            message = f"{field}: the formula {formula.tex[:60]!r} cannot be set and is shown as its source"
            yield warning(record, (field,), message, "write it with TeX's own commands, without macros")


def _lost(record: Record, field: str, text: str) -> Iterator[Finding]:
    if "![" in text and _IMAGE.search(text):
        advice = "link to it, or give it as `image` of the record"
        yield warning(record, (field,), f"{field}: images are not shown in texts", advice)


def _hidden(record: Record, field: str, text: str) -> Iterator[Finding]:
    if not text.isascii() and (match := _HIDDEN.search(text)):
        message = f"{field}: holds U+{ord(match[0]):04X}, which cannot be seen and is left out"
        yield warning(record, (field,), message, "delete it")
