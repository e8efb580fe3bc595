"""TeX, HTML and signs in texts that nobody knows: they are shown as they stand, or are lost."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from papershelf.checks.finding import Finding, warning, warning_at
from papershelf.content.load import Content
from papershelf.markup import math, read
from papershelf.markup.read import Read

_LINES = ("title", "subtitle", "title_short", "title_original", "title_translated", "venue", "tldr")
_LISTS = ("tags", "awards")
_ODD = "\\<&"
_IMAGE = re.compile(r"!\[[^\]\n]*\][(\[]")
_ADVICE = "write the text it stands for; macros of a paper are not known here"
_HIDDEN = re.compile("[\xad\u2028\u2029]")

Told = Callable[[str, str], Finding]
"""What makes a finding about a text of a message and advice."""


def check(content: Content) -> Iterator[Finding]:
    """Look at every text with commands or tags in it."""
    for record in content.records:
        for field in _LINES:
            if (text := getattr(record, field)) and not read.is_bare(text):
                yield from _line(partial(warning, record, (field,)), f"{field}: ", text)
        for field in _LISTS:
            for index, text in enumerate(getattr(record, field)):
                if text and not read.is_bare(text):
                    yield from _line(partial(warning, record, (field, index)), f"{field}: ", text)
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if text:
                yield from _markdown(partial(warning, record, (field,)), f"{field}: ", text)
    for page in content.pages:
        yield from _markdown(partial(warning_at, page.source, ()), "", page.body)


def _line(told: Told, where: str, text: str) -> Iterator[Finding]:
    yield from _read(told, where, read.line(text))
    yield from _hidden(told, where, text)


def _markdown(told: Told, where: str, text: str) -> Iterator[Finding]:
    if any(sign in text for sign in _ODD):
        yield from _read(told, where, read.markdown(text))
    if "![" in text and _IMAGE.search(text):
        advice = "link to it; a paper may have one as `image`"
        yield told(f"{where}images are not shown in texts", advice)
    yield from _hidden(told, where, text)


def _read(told: Told, where: str, done: Read) -> Iterator[Finding]:
    for name in dict.fromkeys(done.unknown):
        advice = (
            "write the text it stands for; \\< and \\& are the signs themselves"
            if name[0] in "<&"
            else _ADVICE
        )
        yield told(f"{where}{name[:60]} is not known and is shown as it stands", advice)
    for name in dict.fromkeys(done.lost):
        advice = "write out what it refers to, or delete it"
        yield told(f"{where}{name} refers to what is not here and is left out", advice)
    for formula in dict.fromkeys(done.formulas):
        if not math.is_known(formula.tex):
            message = f"{where}the formula {formula.tex[:60]!r} cannot be set and is shown as its source"
            yield told(message, "write it with TeX's own commands, without macros")


def _hidden(told: Told, where: str, text: str) -> Iterator[Finding]:
    if not text.isascii() and (match := _HIDDEN.search(text)):
        yield told(f"{where}holds U+{ord(match[0]):04X}, which cannot be seen and is left out", "delete it")
