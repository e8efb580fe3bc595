"""Merge conflicts that were committed with a text."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content

_MARKER = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
_ADVICE = "keep one side and delete the marker lines"


def check(content: Content) -> Iterator[Finding]:
    """Look for the lines by which Git marks a conflict."""
    for record in content.records:
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if _conflict(text):
                yield error(record, (field,), f"{field}: a merge conflict was left unresolved", _ADVICE)
    for page in content.pages:
        if _conflict(page.body):
            message = "a merge conflict was left unresolved"
            yield Finding(path=page.source, field=(), message=message, advice=_ADVICE)


def _conflict(text: str) -> bool:
    # A row of seven equals signs alone may underline a heading.
    return ("<<<<<<< " in text or ">>>>>>> " in text or "||||||| " in text) and _MARKER.search(
        text
    ) is not None
