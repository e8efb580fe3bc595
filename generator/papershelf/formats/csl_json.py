"""CSL-JSON, the data of citation processors (citationstyles.org, csl-data.json 1.0.2): written and read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from papershelf.formats.names import arxiv_address, container, csl_name, join_tags, name_parts, split_tags
from papershelf.formats.standing import note
from papershelf.markup import markdown
from papershelf.markup.line import literal, plain, to_tex
from papershelf.model.id_schemes import SCHEMES
from papershelf.model.paper import Paper
from papershelf.model.venues import split_venue
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import BY_NAME, WORK_TYPES

_WORKS = {
    csl: row for row in reversed(WORK_TYPES) for csl in (*row.csl_aliases, *([] if row.genre else [row.csl]))
}
_BY_GENRE = {(row.csl, row.genre): row for row in WORK_TYPES}
_TEXTS = (
    ("title_short", "title-short"),
    ("title_original", "original-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("number", "number"),
    ("pages", "page"),
    ("place", "publisher-place"),
    ("series", "collection-title"),
    ("edition", "edition"),
)
"""Texts, which travel without their TeX."""

_CODES = (("isbn", "ISBN"), ("doi", "DOI"), ("language", "language"), ("status", "status"))
"""Fields that travel as they are."""

_CUSTOM = ("title_translated", "article_number", "arxiv", "added", "updated", "pdf", "license", "bibtex")
"""Fields for which CSL has no variable."""


def write(papers: Iterable[Paper]) -> Iterator[str]:
    """Return papers as a CSL-JSON array, one a line."""
    before = "["
    for paper in papers:
        yield before + orjson.dumps(item(paper)).decode()
        before = ",\n"
    yield "]\n" if before != "[" else "[]\n"


def write_one(paper: Paper, *, abstract: bool = True) -> bytes:
    """Return a paper as a CSL-JSON array of one: the file beside its page."""
    return orjson.dumps([item(paper, abstract=abstract)])


def item(paper: Paper, *, abstract: bool = True) -> dict[str, Any]:
    """Return a paper as a CSL item; its texts are plain, and a title with TeX or braces stays in ``custom``, with what
    it is in BibTeX: the scripts of a page, which write citations of an item, read no TeX.
    """
    record, work = paper.record, paper.type
    title = whole = plain(record.title)
    if record.subtitle:
        whole = f"{title}: {plain(record.subtitle)}"
    out: dict[str, Any] = {"id": record.id, "type": work.csl, "title": whole}
    if genre := work.genre or plain(record.degree):
        out["genre"] = genre
    if record.authors:
        out["author"] = [csl_name(name) for name in record.authors]
    if record.editors:
        out["editor"] = [csl_name(name) for name in record.editors]
    out["issued"] = _date(record.date)
    for ours, csl in _TEXTS:
        if text := getattr(record, ours):
            out[csl] = plain(text)
    if record.article_number:
        out.setdefault("page", record.article_number)
    if abstract and record.abstract:
        out["abstract"] = markdown.to_lines(record.abstract)
    if record.venue:
        out["container-title"] = place = plain(container(paper))
        written = split_venue(record.venue)[0] if work.citation == "journal" else record.venue
        if place != (short := plain(written)):
            out["container-title-short"] = short
    for ours, csl in _CODES:
        if text := getattr(record, ours):
            out[csl] = text
    if publisher := paper.publisher:
        out["publisher"] = plain(publisher)
    if issn := paper.issn:
        out["ISSN"] = issn
    if record.event:
        out["event-title"] = plain(record.event.name)
        if record.event.place:
            out["event-place"] = plain(record.event.place)
        if record.event.start:
            out["event-date"] = _date(record.event.start, record.event.end)
    if url := record.url or (arxiv_address(record.arxiv) if record.arxiv else ""):
        out["URL"] = url
    if record.tags:
        out["keyword"] = join_tags(record.tags)
    if said := note(record):
        out["note"] = said
    if record.versions:
        out["version"] = plain(record.versions[0].id)
    if record.bibkey:
        out["citation-key"] = record.bibkey
    custom: dict[str, Any] = {key: text for key in _CUSTOM if (text := getattr(record, key))}
    if whole != record.title:
        custom["title"] = record.title
        custom["tex"] = to_tex(record.title)
    if record.subtitle:
        custom["subtitle"] = plain(record.subtitle)
    if said and said != plain(record.note):
        custom["note"] = record.note
    for scheme, text in record.ids:
        if scheme == "pmid":
            out["PMID"] = text
        else:
            custom[scheme] = text
    if custom:
        out["custom"] = custom
    return out


def _date(*dates: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in date.split("-")] for date in dates if date]}


def work_type(item: Mapping[str, Any]) -> WorkType:
    """Return the type of work of a CSL item; an article where the item's type is none of the table's."""
    kind, genre = str(item.get("type")), str(item.get("genre", ""))
    return _BY_GENRE.get((kind, genre)) or _WORKS.get(kind) or BY_NAME["article"]


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of a CSL-JSON array (or of one item) as mappings such as a record file holds.

    Raises ``ValueError`` where the text is no JSON or no array of objects.
    """
    items = json.loads(text)
    items = items if isinstance(items, list) else [items]
    if not all(isinstance(entry, dict) for entry in items):
        raise ValueError("CSL-JSON is an array of objects")
    return [_record(entry) for entry in items]


def _record(entry: dict[str, Any]) -> dict[str, Any]:
    custom = entry.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    work = work_type(entry)
    out: dict[str, Any] = {
        "id": str(entry.get("id", "")),
        "type": work.name,
        "title": custom.get("title") or literal(str(entry.get("title", ""))),
        "authors": [_read_name(name) for name in entry.get("author", ())],
        "editors": [_read_name(name) for name in entry.get("editor", ())],
        "date": _read_dates(entry.get("issued"))[0],
        "subtitle": literal(str(custom.get("subtitle", ""))),
        "venue": literal(str(entry.get("container-title", ""))),
        work.publisher: literal(str(entry.get("publisher", ""))),
        "issn": entry.get("ISSN", ""),
        "url": entry.get("URL", ""),
        "abstract": markdown.literal(str(entry.get("abstract", ""))),
        "tags": split_tags(entry.get("keyword", "")),
        "note": custom["note"] if "note" in custom else literal(str(entry.get("note", ""))),
        "bibkey": entry.get("citation-key", ""),
        "ids": {key: text for key, text in custom.items() if key in SCHEMES},
    }
    for ours, csl in _TEXTS:
        out[ours] = literal(str(entry.get(csl, "")))
    for ours, csl in _CODES:
        out[ours] = str(entry.get(csl, ""))
    for key in _CUSTOM:
        out[key] = str(custom.get(key, ""))
    if not work.genre:
        out["degree"] = literal(str(entry.get("genre", "")))
    if out["pages"] == out["article_number"]:
        out["pages"] = ""
    if pmid := entry.get("PMID"):
        out["ids"]["pmid"] = str(pmid)
    if name := entry.get("event-title") or entry.get("event"):
        start, end = _read_dates(entry.get("event-date"))
        event = {"name": name, "place": entry.get("event-place", ""), "start": start, "end": end}
        out["event"] = {key: text for key, text in event.items() if text}
    if out["url"] == arxiv_address(out["arxiv"]):
        out["url"] = ""
    return {key: value for key, value in out.items() if value}


def _read_name(name: Any) -> dict[str, str]:
    if not isinstance(name, dict):
        raise ValueError("a CSL name is an object")
    text = {key: str(value) for key, value in name.items()}
    if "literal" in text:
        return {"literal": text["literal"]}
    particle = " ".join(text[key] for key in ("dropping-particle", "non-dropping-particle") if text.get(key))
    return name_parts(text.get("given", ""), particle, text.get("family", ""), text.get("suffix", ""))


def _read_dates(value: Any) -> tuple[str, str]:
    """Return the start and end of a CSL date, each partial or empty."""
    if isinstance(value, dict) and value.get("date-parts"):
        dates = [
            "-".join(f"{int(part):0{4 if i == 0 else 2}d}" for i, part in enumerate(parts))
            for parts in value["date-parts"]
        ]
        return dates[0], dates[1] if len(dates) > 1 else ""
    text = value if isinstance(value, str) else (value or {}).get("raw", "")
    start, _, end = text.partition("/")
    return start, end
