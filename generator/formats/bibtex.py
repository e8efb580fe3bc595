"""BibTeX, as BibTeX 0.99d and biblatex's data model both take it: written here, read with bibtexparser."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import Entry

from generator.formats.bibtex_fields import CONTAINERS, ENTRIES, FIELDS, KINDS, MONTHS
from generator.formats.cited import Cited, container, join_tags, kind, name_parts, split_tags
from generator.lib.tex import escape, from_tex, literal, plain, split_math, to_tex
from generator.model import identifiers
from generator.model.people import Name

_TIE = re.compile(r"(?<!\\)~")
_PART = re.compile(r"[{}]|\\[A-Za-z]+|\\.|\w+|[^\w{}\\]+", re.DOTALL)


def write(papers: Iterable[Cited], *, abstracts: bool = False) -> Iterator[str]:
    """Give papers as BibTeX entries; their keys are ``bibkey`` or the record's id, which never changes."""
    for paper in papers:
        verbatim = paper.record.bibtex
        yield (verbatim if verbatim else "".join(_entry(paper, abstracts))) + "\n"


def _entry(paper: Cited, abstracts: bool) -> Iterator[str]:
    record, work = paper.record, kind(paper)
    yield f"@{ENTRIES[work]}{{{record.bibkey or record.id},\n"
    for field, value in _values(paper, work, abstracts):
        if value:
            yield f"  {field} = {value if field == 'month' else '{' + value + '}'},\n"
    yield "}\n"


def _values(paper: Cited, work: str, abstracts: bool) -> Iterator[tuple[str, str]]:
    record = paper.record
    year, *rest = record.date.split("-")
    yield "author", " and ".join(_name(name) for name in record.authors)
    yield "editor", " and ".join(_name(name) for name in record.editors)
    yield "title", protect(to_tex(record.title))
    yield "subtitle", _escape(record.subtitle)
    yield "shorttitle", _escape(record.title_short)
    yield CONTAINERS[work], _escape(container(paper))
    yield "year", year
    yield "month", MONTHS[int(rest[0]) - 1] if rest else ""
    yield "day", str(int(rest[1])) if len(rest) > 1 else ""
    for field, name in FIELDS[work]:
        yield field, _escape(getattr(record, name))
    yield "type", work if work in ("dataset", "software") else ""
    if record.event and work == "inproceedings":
        yield "eventtitle", _escape(record.event.name)
        yield "venue", _escape(record.event.place)
        yield "eventdate", "/".join(date for date in (record.event.start, record.event.end) if date)
    yield "pages", record.pages.replace("-", "--") if ENTRIES[work] != "misc" else ""
    yield "doi", record.doi
    yield "eprint", record.arxiv
    yield "eprinttype", "arxiv" if record.arxiv else ""
    yield "url", record.url
    yield "language", record.language
    yield "pubstate", record.status
    yield "keywords", _escape(join_tags(record.tags))
    yield "note", _escape(record.note)
    yield "abstract", _escape(record.abstract) if abstracts else ""


def _escape(text: str) -> str:
    return escape(plain(text)) if text else ""


def _name(name: Name) -> str:
    """Give a name as ``von Family, Suffix, Given``, parts in braces where BibTeX would split them wrongly."""
    if name.literal:
        return "{" + _escape(name.name) + "}"
    last = _guard(name.family, any(word[0].islower() for word in name.family.split()))
    if name.particle:
        last = f"{_guard(name.particle)} {last}"
    return ", ".join(part for part in (last, _guard(name.suffix), _guard(name.given)) if part)


def _guard(part: str, lower: bool = False) -> str:
    text = _escape(part)
    return "{" + text + "}" if lower or "," in part or "and" in part.lower().split() else text


def protect(title: str) -> str:
    """Give a title in TeX, capitals that styles would lower (``BERT``, ``3D``, ``Q``) in braces."""
    if title.isupper():
        return title
    return "".join(part if is_math else _protected(part) for is_math, part in split_math(title))


def _protected(text: str) -> str:
    out, depth = [], 0
    for part in _PART.findall(text):
        depth += (part == "{") - (part == "}")
        out.append("{" + part + "}" if depth == 0 and _has_case(part) else part)
    return "".join(out)


def _has_case(word: str) -> bool:
    return word[1:] != word[1:].lower() if len(word) > 1 else word.isupper() and word != "A"


def _unprotected(title: str) -> str:
    """Give a title without the braces that ``protect`` put there, or others that it would put there again."""
    if (
        title.startswith("{")
        and title.endswith("}")
        and re.fullmatch(r"[^{}]*", title[1:-1])
        and " " in title
    ):
        title = title[1:-1]
    bare = re.sub(r"\{(\w+)\}", lambda match: match[1] if _has_case(match[1]) else match[0], title)
    return bare if protect(bare) == title else title


def read(text: str) -> list[dict[str, Any]]:
    """Give the records of a BibTeX file as mappings such as a record file holds.

    Raises ``ValueError`` with the line where an entry cannot be read.
    """
    library = parse_string(text)
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        raise ValueError(f"line {line}: no BibTeX entry can be read here ({block.error})")
    return [_record(entry) for entry in library.entries]


def _record(entry: Entry) -> dict[str, Any]:
    values = {field.key.lower(): str(field.value) for field in entry.fields}
    given_type = values.get("type", "")
    work = (
        given_type
        if given_type in ("dataset", "software")
        else KINDS.get(entry.entry_type.lower(), "article")
    )
    out: dict[str, Any] = {
        "type": work,
        "title": _unprotected(from_tex(values.get("title", ""))),
        "subtitle": _read_text(values, "subtitle"),
        "title_short": _read_text(values, "shorttitle"),
        "authors": _read_names(values.get("author", "")),
        "editors": _read_names(values.get("editor", "")),
        "date": _read_date(values),
        "venue": _read_text(values, CONTAINERS[work], "journaltitle", "booktitle", "journal"),
        "pages": re.sub(r"-{2,}|–", "-", _read_text(values, "pages")),
        "doi": values.get("doi", ""),
        "url": values.get("url", ""),
        "language": values.get("language", ""),
        "status": values.get("pubstate", ""),
        "tags": split_tags(_read_text(values, "keywords")),
        "note": _read_text(values, "note"),
        "abstract": _read_text(values, "abstract"),
    }
    out["id" if _is_id(entry.key) else "bibkey"] = entry.key
    if "arxiv" in (values.get("eprinttype", "") + values.get("archiveprefix", "")).lower():
        out["arxiv"] = values.get("eprint", "")
    for field, name in FIELDS[work]:
        out[name] = _read_text(values, field)
    if title := _read_text(values, "eventtitle"):
        start, _, end = values.get("eventdate", "").partition("/")
        event = {"name": title, "place": _read_text(values, "venue"), "start": start, "end": end}
        out["event"] = {key: value for key, value in event.items() if value}
    return {key: value for key, value in out.items() if value}


def _read_text(values: dict[str, str], *fields: str) -> str:
    """Give the first field that is there, as a text without TeX."""
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
