"""The one cleaning of all sources: values in any form, as the mapping that a record file holds."""

import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from papershelf.formats.names import split_tags
from papershelf.lib.fields import file_or_address
from papershelf.model import identifiers
from papershelf.model.record import Record
from papershelf.problems import Problem
from papershelf.sources import codes, texts
from papershelf.sources.dates import read_date
from papershelf.sources.entry import Entry, Values, remark
from papershelf.sources.json_text import as_texts
from papershelf.sources.names import read_names

_KEYS = [field.name for field in fields(Record) if field.name not in ("source", "digest")]
_DASHES = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_PDF = re.compile(r"https?://\S+", re.IGNORECASE)
_LINE_KEYS = frozenset(
    "title subtitle title_short title_original title_translated venue volume issue number article_number publisher "
    "place series edition degree institution tldr note submitter organization image_alt".split()
)


def clean(entry: Entry) -> tuple[Values, list[Problem]]:
    """Return an entry's values as a record file holds them, and a word about each that could not be kept.

    Every kind of source is cleaned here and nowhere else: markup and formulas, entities, identifiers in any address,
    dates in any form, names, placeholders, white space. Title case stays as it is. A value that is null or empty is
    no value, and needs no word.
    """
    if entry.is_record:
        return dict(entry.values), []
    said: list[str] = []
    out: Values = {}
    for key in _KEYS:
        value = entry.values.get(key)
        if not _says_something(value):
            continue
        cleaned = _clean(key, value, entry)
        if cleaned in (None, "", [], {}):
            said.append(f"{key}: {_shown(value)} is left out: it says nothing that can be kept")
        else:
            out[key] = cleaned
    _complete(out, entry.values)
    return out, [remark(entry.location, text) for text in said]


def _says_something(value: Any) -> bool:
    """Return whether there is a text or number anywhere in a value."""
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_says_something, value))
    return value is not None and str(value).strip() != ""


def _clean(key: str, value: Any, entry: Entry) -> Any:
    if key in _CLEANERS:
        return _CLEANERS[key](value)
    if key in _LINE_KEYS:
        return _line(value)
    if key == "abstract":
        text = texts.markdown(str(value), is_markdown=entry.is_markdown)
        return "" if texts.is_placeholder(text) else text
    return as_texts(value)


def _line(value: Any) -> str:
    if isinstance(value, list | tuple):
        return next(filter(None, map(_line, value)), "")
    text = texts.line(str(value)) if isinstance(value, str | int | float) else ""
    return "" if texts.is_placeholder(text) else text


def _pages(value: Any) -> str:
    return _DASHES.sub("-", _line(value)).strip("-.,; ").removeprefix("pp. ").removeprefix("p. ")


def _doi(value: Any) -> str:
    return codes.find_doi(str(value))


def _tags(value: Any) -> list[str]:
    items = split_tags(str(value)) if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        return []
    tags = (
        texts.line(str(item.get("name", item.get("subject", ""))) if isinstance(item, dict) else str(item))
        for item in items
        if item
    )
    return list(dict.fromkeys(tag for tag in tags if tag and not texts.is_placeholder(tag)))


def _lines(value: Any) -> list[str]:
    items = value if isinstance(value, list | tuple) else [value]
    return [text for item in items if (text := _line(item))]


def _event(value: Any) -> Values:
    if not isinstance(value, dict):
        value = {"name": value}
    event = {key: _line(value[key]) for key in ("name", "place") if value.get(key)}
    event |= {key: read_date(value[key]) for key in ("start", "end") if value.get(key)}
    event = {key: text for key, text in event.items() if text}
    if event.get("end", "9") < event.get("start", ""):
        del event["end"]
    return event if "name" in event else {}


def _ids(value: Any) -> Values:
    pairs = value.items() if isinstance(value, dict) else ()
    return {scheme: text for scheme, text in ((key, _line(item)) for key, item in pairs if item) if text}


def _links(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    out: Values = {}
    for kind, items in value.items():
        urls = [codes.read_url(str(item)) for item in (items if isinstance(items, list | tuple) else [items])]
        if kept := [url for url in urls if url]:
            out[kind] = kept[0] if len(kept) == 1 else kept
    return out


def _pdf(value: Any) -> str:
    text = str(value).strip()
    match = _PDF.search(text)
    return codes.read_url(match[0]) if match else codes.valid(file_or_address, text)


_CLEANERS: dict[str, Callable[[Any], Any]] = {
    "bibkey": lambda value: codes.valid(identifiers.citation_key, _line(value)),
    "id": lambda value: codes.valid(identifiers.record_id, str(value)),
    "authors": read_names,
    "editors": read_names,
    "date": read_date,
    "added": read_date,
    "updated": read_date,
    "pages": _pages,
    "isbn": lambda value: codes.find_isbn(" ".join(_lines(value))),
    "issn": lambda value: codes.find_issn(" ".join(_lines(value))),
    "doi": _doi,
    "arxiv": lambda value: codes.find_arxiv(str(value)),
    "url": lambda value: codes.read_url(str(value)),
    "discussion": lambda value: codes.read_url(str(value)),
    "pdf": _pdf,
    "tags": _tags,
    "awards": _lines,
    "language": lambda value: codes.read_language(str(value)),
    "license": lambda value: codes.read_license(str(value)),
    "event": _event,
    "ids": _ids,
    "links": _links,
}
"""Key of a record -> how its values are cleaned."""


def _complete(out: Values, given: Values) -> None:
    """Fill in what other values tell: DOI and arXiv id in addresses, a date in an arXiv id."""
    for key in ("url", "pdf", "note", "doi", "venue"):
        text = str(given.get(key) or "")
        if "arxiv" in text.lower() and "arxiv" not in out and (arxiv := codes.find_arxiv(text)):
            out["arxiv"] = arxiv
        if "doi" in text.lower() and "doi" not in out and (doi := codes.find_doi(text)):
            out["doi"] = doi
    if "doi" in out and (arxiv := codes.arxiv_of_doi(out["doi"])):
        out.setdefault("arxiv", arxiv)
        del out["doi"]
    if "doi" in out and codes.find_doi(out.get("url", "")).lower() == out["doi"].lower():
        del out["url"]  # the DOI leads there
    if "arxiv" in out and codes.find_arxiv(out.get("url", "")) == out["arxiv"]:
        del out["url"]
    if "date" not in out and (match := re.match(r"(\d\d)(\d\d)\.", out.get("arxiv", ""))):
        out["date"] = f"20{match[1]}-{match[2]}"
    if (
        out.get("type") == "preprint"
        and re.match(r"arxiv\b|corr$", out.get("venue", ""), re.IGNORECASE)
        and "arxiv" in out
    ):
        del out["venue"]


def _shown(value: Any) -> str:
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")
