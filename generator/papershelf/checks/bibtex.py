"""BibTeX entries that records bring: one whole entry each, under a key that no other record has."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content
from papershelf.model.identifiers import CITATION_KEY
from papershelf.model.record import Record

_ENTRY = re.compile(rf"@\s*(\w+)\s*\{{\s*({CITATION_KEY})\s*,\s*")
_NO_ENTRY = ("comment", "preamble", "string")
_FIELD = re.compile(r"([^\s\"#%'(),={}]+)\s*=\s*")
_BRACE = re.compile(r"[{}]")
_QUOTE = re.compile(r"[{}\"]")
_PLAIN = re.compile(r"\d+|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_OPEN = "has braces or quotes that are not closed"


def check(content: Content) -> Iterator[Finding]:
    """Check each record's ``bibtex`` and its key: they stand in the download of all entries as they are."""
    keys: dict[str, Record] = {}
    for record in content.records:
        entry = _ENTRY.match(record.bibtex.strip()) if record.bibtex else None
        if record.bibtex and (wrong := _wrong(record.bibtex.strip(), entry)):
            advice = "give one entry, @article{key, title = {...}}, or leave bibtex out: it is made from the record"
            yield error(record, ("bibtex",), f"bibtex: {wrong}", advice)
        key = entry[2] if entry else record.bibkey or record.id
        first = keys.setdefault(key.lower(), record)
        if first is not record and (entry or record.bibkey or first.bibkey or first.bibtex):
            field = "bibtex" if entry else "bibkey"
            message = f"{field}: {key!r} is also the key of {first.source}"
            yield error(record, (field,), message, "keys are unique, whatever their case: change one")


def _wrong(text: str, entry: re.Match[str] | None) -> str:
    """Return what keeps a text from being one BibTeX entry; an empty text where nothing does.

    BibTeX counts braces even behind backslashes.
    """
    if entry is None or entry[1].lower() in _NO_ENTRY:
        return "is not an entry with a key"
    index, fields = entry.end(), set[str]()
    while not text.startswith("}", index):
        field = _FIELD.match(text, index)
        if field is None:
            return f"has no field at {text[index : index + 20]!r}" if index < len(text) else _OPEN
        if field[1].lower() in fields:
            return f"has the field {field[1]!r} twice"
        fields.add(field[1].lower())
        end = _value_end(text, field.end())
        if end is None:
            return _OPEN if text[field.end() : field.end() + 1] in '{"' else f"has no value for {field[1]!r}"
        if not text.startswith((",", "}"), end):
            return f"lacks a comma behind {field[1]!r}" if end < len(text) else _OPEN
        index = _skip(text, end + 1) if text[end] == "," else end
    return "" if index == len(text) - 1 else "holds more than one entry"


def _value_end(text: str, index: int) -> int | None:
    """Return the index behind a value and the white space after it: parts joined by ``#``; None where it is none."""
    while True:
        if text.startswith("{", index):
            end = _closing(text, index, _BRACE)
        elif text.startswith('"', index):
            end = _closing(text, index, _QUOTE)
        else:
            plain = _PLAIN.match(text, index)
            end = plain.end() if plain else None
        if end is None:
            return None
        index = _skip(text, end)
        if not text.startswith("#", index):
            return index
        index = _skip(text, index + 1)


def _closing(text: str, index: int, signs: re.Pattern[str]) -> int | None:
    """Return the index behind the brace or quote that ends what begins at ``index``."""
    closing = "}" if text[index] == "{" else '"'
    depth = 0
    for found in signs.finditer(text, index + 1):
        if depth == 0 and found[0] == closing:
            return found.end()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0:
            return None
    return None


def _skip(text: str, index: int) -> int:
    match = _SPACE.match(text, index)
    return match.end() if match else index
