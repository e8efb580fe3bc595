"""BibTeX entries that records bring: one whole entry each, under a key that no other record has."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content

_ENTRY = re.compile(r"@\s*(\w+)\s*\{\s*([^\s,{}\"#%'()=]+)\s*,")
_NO_ENTRY = ("comment", "preamble", "string")


def check(content: Content) -> Iterator[Finding]:
    """Check each record's ``bibtex`` and ``bibkey``: they stand in the download of all entries as they are."""
    keys: dict[str, str] = {}
    for record in content.records:
        if record.bibtex and (wrong := _wrong(record.bibtex)):
            advice = "give one entry, @article{key, title = {...}}, or leave bibtex out: it is made from the record"
            yield error(record, ("bibtex",), f"bibtex: {wrong}", advice)
        if record.bibkey:
            first = keys.setdefault(record.bibkey, record.source)
            if first != record.source:
                message = f"bibkey: {record.bibkey!r} is also the key of {first}"
                yield error(record, ("bibkey",), message, "keys are unique: change one")


def _wrong(text: str) -> str:
    """Return what keeps a text from being one BibTeX entry; an empty text where nothing does."""
    start = _ENTRY.match(text.strip())
    if start is None or start[1].lower() in _NO_ENTRY:
        return "is not an entry with a key"
    depth = 0
    body = text.strip()
    for index, char in enumerate(body):
        if char in "{}" and not body.endswith("\\", 0, index):
            depth += 1 if char == "{" else -1
            if depth == 0:
                return "" if index == len(body) - 1 else "holds more than one entry"
    return "has braces that are not closed"
