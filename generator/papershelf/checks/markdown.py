"""Markdown that no person wrote: nested or marked so much that it would take minutes to read."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content

MOST_MARKS = 2_000  # signs of emphasis, code and links in a row of lines without a blank one
DEEPEST = 20  # levels of quotes or lists
_MARKS = str.maketrans("", "", "*_`[]<>!")
_DEEP = re.compile(rf"^(?:[ \t]*>){{{DEEPEST}}}|^[ \t]{{{4 * DEEPEST},}}(?:[-*+>]|\d+[.)]) ", re.MULTILINE)


def check(content: Content) -> Iterator[Finding]:
    """Look at every text that is read as Markdown."""
    for record in content.records:
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if len(text) > MOST_MARKS and _most_marks(text) > MOST_MARKS:
                message = f"{field}: holds a passage with more than {MOST_MARKS:,} Markdown signs"
                yield error(
                    record, (field,), message, "put a backslash before signs that are meant as themselves"
                )
            elif (">" in text or "\n    " in text) and _DEEP.search(text):
                yield error(record, (field,), f"{field}: quotes or lists are nested more than {DEEPEST} deep")
    for page in content.pages:
        if _most_marks(page.body) > MOST_MARKS or _DEEP.search(page.body):
            yield Finding(path=page.source, field=(), message="the text is too tangled to read as Markdown")


def _most_marks(text: str) -> int:
    return max(len(part) - len(part.translate(_MARKS)) for part in text.split("\n\n"))
