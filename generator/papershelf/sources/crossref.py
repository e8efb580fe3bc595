"""Crossref: works as its API gives them, one, a page of them, or a dump."""

from collections.abc import Iterator
from typing import Any

from papershelf.problems import Location
from papershelf.sources.codes import find_issn, read_license
from papershelf.sources.dates import read_date
from papershelf.sources.entry import Entry, Found, Values, skipped
from papershelf.sources.json_text import each_value, first, mapping, mappings, text
from papershelf.sources.names import lowered

_TYPES = {
    "journal-article": "article", "proceedings-article": "inproceedings", "posted-content": "preprint",
    "dissertation": "thesis", "report": "report", "book": "book", "monograph": "book", "edited-book": "book",
    "reference-book": "book", "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "dataset": "dataset", "proceedings": "book", "report-series": "report", "peer-review": "review",
    "standard": "standard", "report-component": "report",
}  # fmt: skip
_KINDS = {"article": "journal", "inproceedings": "conference", "chapter": "book-series"}
_DATES = ("published-print", "published-online", "issued", "published", "posted", "created")
_NOTICES = {"retraction": "retraction", "correction": "correction", "erratum": "erratum"}


@each_value
def read(value: Any, location: Location) -> Found:
    """Read works: an answer with ``message``, a page with ``items``, an array, or one work a line."""
    for work in _works(value):
        if not isinstance(work.get("DOI"), str) and not work.get("title"):
            yield skipped(
                location.path, location.line, "is no work of Crossref: it has neither DOI nor title"
            )
            continue
        yield _entry(work, location)


def _works(value: Any) -> Iterator[dict[str, Any]]:
    message = mapping(value).get("message", value)
    items = message.get("items") if isinstance(message, dict) else message
    yield from mappings(items if isinstance(items, list) else [message])


def _entry(work: dict[str, Any], location: Location) -> Entry:
    kind = _TYPES.get(text(work.get("type")), "")
    container = first(work.get("container-title"))
    venue = {
        "title": container,
        "short": first(work.get("short-container-title")),
        "kind": _KINDS.get(kind, ""),
        "publisher": text(work.get("publisher")),
        "issn": find_issn(" ".join(map(str, work.get("ISSN") or []))),
    }
    if venue["short"] == venue["title"]:
        del venue["short"]
    event = mapping(work.get("event"))
    institution = first([text(place.get("name")) for place in mappings(work.get("institution"))])
    values: Values = {
        "type": kind,
        "title": first(work.get("title")) or first(work.get("original-title")),
        "title_original": first(work.get("original-title")) if first(work.get("title")) else "",
        "subtitle": first(work.get("subtitle")),
        "authors": [_name(name) for name in mappings(work.get("author"))],
        "editors": [_name(name) for name in mappings(work.get("editor"))] if kind in ("book", "") else [],
        "abstract": text(work.get("abstract")),
        "date": _date(work),
        "venue": container,
        "volume": text(work.get("volume")),
        "issue": text(work.get("issue")),
        "pages": text(work.get("page")),
        "article_number": text(work.get("article-number")),
        "degree": first(work.get("degree")) if kind == "thesis" else "",
        "publisher": "" if container else text(work.get("publisher")),
        "institution": (institution or text(work.get("publisher"))) if kind in ("thesis", "report") else "",
        "place": text(work.get("publisher-location")) if kind in ("book", "thesis", "report") else "",
        "doi": text(work.get("DOI")),
        "isbn": " ".join(map(str, work.get("ISBN") or [])) if kind in ("book", "chapter") else "",
        "event": {
            "name": text(event.get("name")),
            "place": text(event.get("location")),
            "start": event.get("start"),
            "end": event.get("end"),
        }
        if event.get("name") and not container
        else None,
        "tags": work.get("subject") or [],
        "language": text(work.get("language")),
        "license": _license(work),
        "note": _note(work),
        "funding": [
            {
                "funder": text(funder.get("name")),
                **({"award": award} if (award := first(funder.get("award"))) else {}),
            }
            for funder in mappings(work.get("funder"))
            if text(funder.get("name"))
        ],
    }
    if kind in ("thesis", "report"):
        values["publisher"] = ""
    return Entry(location=location, values=values, venue=venue if container else {})


def _name(name: dict[str, Any]) -> Values:
    if text(name.get("name")) and not name.get("family"):
        return {"literal": text(name["name"]), "affiliation": name.get("affiliation")}
    given, family = lowered(text(name.get("given")), text(name.get("family")))
    return {
        "given": given,
        "family": family,
        "suffix": text(name.get("suffix")),
        "orcid": text(name.get("ORCID")),
        "affiliation": name.get("affiliation"),
    }


def _date(work: dict[str, Any]) -> str:
    """Return the date of print as cited, more exact where that of another kind begins with it."""
    dates = [date for key in _DATES if (date := read_date(work.get(key)))]
    if len(dates) > 1 and dates[-1] == read_date(work.get("created")):
        dates.pop()  # the day Crossref heard of it says nothing where there is another
    return max((date for date in dates if date.startswith(dates[0])), key=len, default="")


def _license(work: dict[str, Any]) -> str:
    """Return the licence readers have: of the version of record before others, never that for text mining."""
    terms = [
        (text(term.get("content-version")), text(term.get("URL"))) for term in mappings(work.get("license"))
    ]
    kept = [
        (version != "vor", url)
        for version, url in terms
        if version not in ("tdm", "stm-asf") and "/tdm" not in url
    ]
    return read_license(min(kept)[1]) if kept else ""


def _note(work: dict[str, Any]) -> str:
    """Return what the work says of another: a correction of it, a retraction."""
    updates = [
        (text(update.get("type")).lower(), text(update.get("DOI")))
        for update in mappings(work.get("update-to"))
    ]
    found = [
        f"{_NOTICES[kind].capitalize()} of doi:{doi}" for kind, doi in updates if kind in _NOTICES and doi
    ]
    return "; ".join(found)
