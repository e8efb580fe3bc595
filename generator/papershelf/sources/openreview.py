"""OpenReview: notes of both versions of its API, an answer, an array, or one a line."""

import re
from collections.abc import Iterator
from typing import Any

from papershelf.problems import Location
from papershelf.sources.dates import read_date
from papershelf.sources.entry import Entry, Found, Values, skipped
from papershelf.sources.json_text import each_value, first, mapping, mappings, text

_SITE = "https://openreview.net"
_STATE = re.compile(r"(?:submitted to|submission|under review|desk reject|reject|withdrawn)", re.IGNORECASE)
_TRACK = re.compile(
    r"\s+(?:poster|oral|spotlight|notable.*|conference|main|datasets and benchmarks.*)\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"/(20\d\d)(?:/|$)")


@each_value
def read(value: Any, location: Location) -> Found:
    """Read notes; reviews and comments, which have no title or authors of their own, are left out."""
    for note in _notes(value):
        content = {key: _value(item) for key, item in mapping(note.get("content")).items()}
        if not content.get("title") or not (content.get("authors") or content.get("abstract")):
            yield skipped(
                location.path,
                location.line,
                f"is no paper: the note {text(note.get('id'))} has no title or no authors",
            )
            continue
        yield Entry(
            location=location,
            values=_values(note, content),
            is_markdown=True,
        )


def _notes(value: Any) -> Iterator[dict[str, Any]]:
    notes = mapping(value).get("notes", value)
    yield from mappings(notes if isinstance(notes, list) else [notes])


def _value(item: Any) -> Any:
    """Return a field of a note; version 2 puts it into an object."""
    return item.get("value") if isinstance(item, dict) and "value" in item else item


def _values(note: dict[str, Any], content: dict[str, Any]) -> Values:
    key = text(note.get("forum")) or text(note.get("id"))
    venue = _TRACK.sub("", text(content.get("venue")))
    pdf = text(content.get("pdf"))
    year = _YEAR.search(text(content.get("venueid")) or text(note.get("invitation")))
    accepted = bool(venue) and not _STATE.search(venue)
    return {
        "title": text(content["title"]),
        "authors": [author for author in content.get("authors") or [] if isinstance(author, str)],
        "abstract": text(content.get("abstract")),
        "tldr": first([content.get("TLDR"), content.get("TL;DR"), content.get("one-sentence_summary")]),
        "date": read_date(note.get("pdate")) or (year[1] if year else "") or read_date(note.get("cdate")),
        "venue": venue if accepted else "",
        "type": "" if accepted else "preprint",
        "tags": content.get("keywords") or [],
        "ids": {"openreview": key},
        "url": f"{_SITE}/forum?id={key}" if key else "",
        "pdf": _SITE + pdf if pdf.startswith("/") else pdf,
        "links": {
            "code": text(content.get("code")),
            "supplement": _attachment(content.get("supplementary_material")),
        },
    }


def _attachment(value: Any) -> str:
    path = text(value)
    return _SITE + path if path.startswith("/") else path
