"""RIS, the tagged lines that reference managers exchange: written and read."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from papershelf.formats.csl_json import item, work_type
from papershelf.formats.names import arxiv_address, comma_name, read_comma_name, split_tags
from papershelf.markup import markdown
from papershelf.markup.line import literal
from papershelf.model.paper import Paper
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import BY_NAME, WORK_TYPES

_BY_TYPE = {ris: row for row in reversed(WORK_TYPES) for ris in (*row.ris_aliases, row.ris)}
_BY_GENRE = {(row.ris, row.genre): row for row in WORK_TYPES if row.genre}
_TEXTS = (
    ("VL", "volume", "volume"),
    ("IS", "issue", "issue"),
    ("T3", "series", "collection-title"),
    ("ET", "edition", "edition"),
    ("CY", "place", "publisher-place"),
    ("DO", "doi", "DOI"),
    ("LA", "language", "language"),
    ("ST", "title_short", "title-short"),
    ("OP", "title_original", "original-title"),
    ("N1", "note", "note"),
)
"""Tags that hold one text, each with the record's field and the CSL variable."""

_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_BREAK = re.compile(r"\r\n|\r|\n")
_ARXIV = "arXiv:"
_ISBN = re.compile(r"(?:[\d-]{13,17}|[\d-]{9,12}[\dX])")


def write(papers: Iterable[Paper]) -> Iterator[str]:
    """Return papers as RIS; lines end in CR and LF, as the format has it."""
    return (reference(item(paper)) for paper in papers)


def reference(item: dict[str, Any]) -> str:
    """Return a CSL item as an RIS reference."""
    lines = [f"{tag}  - {_BREAK.sub(' ', text)}\r\n" for tag, text in _lines(item) if text]
    return "".join([*lines, "ER  - \r\n"])


def _lines(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    work, custom = work_type(item), item.get("custom", {})
    year, *rest = [f"{part:02d}" for part in item["issued"]["date-parts"][0]]
    yield "TY", work.ris
    yield "M3", item.get("genre", "")
    yield "ID", item["id"]
    yield from (("AU", comma_name(name)) for name in item.get("author", ()))
    yield from (("A2", comma_name(name)) for name in item.get("editor", ()))
    yield "TI", item["title"]
    yield work.ris_container, item.get("container-title", "")
    yield "PY", year
    yield "DA", "/".join([year, *rest, "", ""][:3]) + "/" if rest else ""
    for tag, _, variable in _TEXTS:
        yield tag, item.get(variable, "")
    first, _, last = item.get("page", "").partition("-")
    yield "SP", first.strip()
    yield "EP", last.strip("- ")
    yield "C7", custom.get("article_number", "")
    yield "PB", item.get("publisher", "")
    yield work.ris_number, item.get("number", "")
    if work.ris_number != "SN" or "number" not in item:
        yield "SN", item.get("ISBN") or item.get("ISSN", "")
    yield "AN", _ARXIV + custom["arxiv"] if "arxiv" in custom else ""
    yield "UR", item.get("URL", "")
    yield "L1", custom.get("pdf", "") if "://" in custom.get("pdf", "") else ""
    yield from (("KW", tag) for tag in split_tags(item.get("keyword", "")))
    yield "AB", item.get("abstract", "")


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of an RIS file as mappings such as a record file holds.

    Raises ``ValueError`` with the line that is neither a tag nor inside a record.
    """
    out, lines = [], dict[str, list[str]]()
    last = ""
    for number, line in enumerate(_BREAK.split(text.lstrip("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if not match:
            if line.strip() and not last:
                raise ValueError(
                    f"line {number}: {line.strip()[:40]!r} is no line of RIS (want 'TY  - JOUR')"
                )
            if line.strip():
                lines[last][-1] += " " + line.strip()
        elif match[1] == "ER":
            out.append(_record(lines))
            lines, last = {}, ""
        else:
            last = match[1]
            lines.setdefault(last, []).append((match[2] or "").strip())
    if lines:
        raise ValueError("the last record has no closing line 'ER  - '")
    return out


def _record(lines: dict[str, list[str]]) -> dict[str, Any]:
    one = {tag: texts[0] for tag, texts in lines.items()}
    kind = one.get("TY", "")
    work = _BY_GENRE.get((kind, one.get("M3", ""))) or _BY_TYPE.get(kind) or BY_NAME["article"]
    serial = one.get("SN", "")
    out: dict[str, Any] = {
        "id": one.get("ID", ""),
        "type": work.name,
        "title": literal(one.get("TI") or one.get("T1", "")),
        "authors": [read_comma_name(name) for tag in ("AU", "A1") for name in lines.get(tag, ())],
        "editors": [read_comma_name(name) for tag in ("A2", "ED") for name in lines.get(tag, ())],
        "date": _date(one.get("DA", ""), one.get("PY") or one.get("Y1", "")),
        "venue": literal(next((one[tag] for tag in ("T2", "JO", "JF", "BT") if tag in one), "")),
        "pages": "-".join(one[tag] for tag in ("SP", "EP") if one.get(tag)),
        work.publisher: literal(one.get("PB", "")),
        "number": literal(one.get("M1", "")),
        _serial_field(serial, work): serial,
        "article_number": literal(one.get("C7", "")),
        "degree": literal(one.get("M3", "")) if work.name == "thesis" else "",
        "arxiv": one["AN"].removeprefix(_ARXIV) if one.get("AN", "").startswith(_ARXIV) else "",
        "url": one.get("UR", ""),
        "pdf": one.get("L1", ""),
        "tags": lines.get("KW", []),
        "abstract": markdown.literal(one.get("AB") or one.get("N2", "")),
    }
    for tag, field, _ in _TEXTS:
        out[field] = literal(one.get(tag, ""))
    if out["pages"] == out["article_number"]:
        out["pages"] = ""
    if out["url"] == arxiv_address(out["arxiv"]):
        out["url"] = ""
    return {key: value for key, value in out.items() if value}


def _serial_field(serial: str, work: WorkType) -> str:
    """Return the field of what ``SN`` holds: an ISSN, an ISBN or, in a report, its number."""
    if re.fullmatch(r"\d{4}-\d{3}[\dX]", serial):
        return "issn"
    return "number" if work.ris_number == "SN" and not _ISBN.fullmatch(serial) else "isbn"


def _date(day: str, year: str) -> str:
    """Return a partial date from ``DA`` (``2023/02/13/``), else the year that ``PY`` begins with."""
    parts = [part for part in day.split("/")[:3] if part]
    return "-".join(parts) if len(parts) > 1 else year[:4]
