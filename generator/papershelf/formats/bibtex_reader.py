"""BibTeX read with bibtexparser, in a file of its own: builds write BibTeX only, and start sooner without it."""

import re
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import Entry

from papershelf.formats.bibtex import MONTHS, has_case, protect
from papershelf.formats.names import arxiv_address, name_parts, split_tags
from papershelf.markup import markdown
from papershelf.markup.line import from_tex, literal, plain
from papershelf.model import identifiers
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import BY_NAME, WORK_TYPES

_TIE = re.compile(r"(?<!\\)~")
_BY_ENTRY = {entry: row for row in reversed(WORK_TYPES) for entry in (*row.bibtex_aliases, row.bibtex)}
_BY_TYPE = {row.bibtex_type: row for row in WORK_TYPES if row.bibtex_type}


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of a BibTeX file as mappings such as a record file holds.

    Raises ``ValueError`` with the line where an entry cannot be read.
    """
    library = parse_string(text)
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        raise ValueError(f"line {line}: no BibTeX entry can be read here ({block.error})")
    return [record(entry) for entry in library.entries]


def _unprotected(title: str) -> str:
    """Return a title without the braces that ``protect`` put there, or others that it would put there again."""
    if (
        title.startswith("{")
        and title.endswith("}")
        and re.fullmatch(r"[^{}]*", title[1:-1])
        and " " in title
    ):
        title = title[1:-1]
    bare = re.sub(r"\{(\w+)\}", lambda match: match[1] if has_case(match[1]) else match[0], title)
    return bare if protect(bare) == title and plain(bare) == plain(title) else title


def record(entry: Entry) -> dict[str, Any]:
    """Return an entry as a mapping such as a record file holds."""
    values = {field.key.lower(): str(field.value) for field in entry.fields}
    work = _work_type(entry.entry_type.lower(), values.get("type", ""))
    out: dict[str, Any] = {
        "type": work.name,
        "title": _unprotected(from_tex(values.get("title", ""))),
        "subtitle": _read_text(values, "subtitle"),
        "title_original": _read_text(values, "origtitle"),
        "article_number": _read_text(values, "eid"),
        "degree": _read_text(values, "type") if work.name == "thesis" else "",
        "title_short": _read_text(values, "shorttitle"),
        "authors": _read_names(values.get("author", "")),
        "editors": _read_names(values.get("editor", "")),
        "date": _read_date(values),
        "venue": _read_text(values, work.bibtex_container, "journaltitle", "booktitle", "journal"),
        "pages": re.sub(r"-{2,}|–", "-", _read_text(values, "pages")),
        "doi": values.get("doi", ""),
        "url": values.get("url", ""),
        "language": values.get("language", ""),
        "status": values.get("pubstate", ""),
        "tags": split_tags(_read_text(values, "keywords")),
        "note": _read_text(values, "note"),
        "abstract": markdown.literal(_plain(values.get("abstract", ""))),
    }
    out["id" if _is_id(entry.key) else "bibkey"] = entry.key
    if "arxiv" in (values.get("eprinttype", "") + values.get("archiveprefix", "")).lower():
        out["arxiv"] = values.get("eprint", "")
    for field, name, _ in work.bibtex_fields:
        out[name] = _read_text(values, field)
    if title := _read_text(values, "eventtitle"):
        start, _, end = values.get("eventdate", "").partition("/")
        event = {"name": title, "place": _read_text(values, "venue"), "start": start, "end": end}
        out["event"] = {key: value for key, value in event.items() if value}
    if out["url"] == arxiv_address(out.get("arxiv", "")):
        out["url"] = ""
    return {key: value for key, value in out.items() if value}


def _work_type(entry: str, told: str) -> WorkType:
    """Return the type of work of an entry type and what its field ``type`` told."""
    return _BY_TYPE.get(told.lower()) or _BY_ENTRY.get(entry) or BY_NAME["article"]


def _read_text(values: dict[str, str], *fields: str) -> str:
    """Return the first field that is there, as a text without TeX."""
    return next((literal(_plain(values[field])) for field in fields if values.get(field)), "")


def _plain(value: str) -> str:
    return plain(_TIE.sub(" ", value))


def _is_id(key: str) -> bool:
    try:
        return bool(identifiers.record_id(key))
    except ValueError:
        return False


def _read_date(values: dict[str, str]) -> str:
    if date := values.get("date", ""):
        return date.partition("/")[0]
    year, month, day = (values.get(part, "").strip("{}") for part in ("year", "month", "day"))
    number = (
        MONTHS.index(month[:3].lower()) + 1
        if month[:3].lower() in MONTHS
        else int(month)
        if month.isdigit()
        else 0
    )
    if not number:
        return year
    return f"{year}-{number:02d}-{int(day):02d}" if day.isdigit() else f"{year}-{number:02d}"


def _read_names(text: str) -> list[dict[str, str]]:
    return [_read_name(name) for name in split_multiple_persons_names(text)] if text else []


def _read_name(text: str) -> dict[str, str]:
    if text.startswith("{") and text.endswith("}"):
        return {"literal": _plain(text[1:-1])}
    parts = parse_single_name_into_parts(text, strict=False)
    given, particle, family, suffix = (
        _plain(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    return name_parts(given, particle, family, suffix)
