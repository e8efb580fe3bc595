"""BibTeX, as BibTeX 0.99d and biblatex's data model both take it: written here, read with bibtexparser."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import Entry

from generator.formats.bibtex_fields import CONTAINERS, ENTRIES, FIELDS, KINDS, MONTHS
from generator.formats.cited import Cited, arxiv_address, name_parts, split_particle, split_tags
from generator.formats.csl_json import WORKS, item
from generator.lib.tex import escape, from_tex, literal, plain, split_math, to_tex
from generator.model import identifiers

NO_DATE: dict[str, list[list[int]]] = {"date-parts": []}

_TIE = re.compile(r"(?<!\\)~")
_PART = re.compile(r"[{}]|\\[A-Za-z]+|\\.|\w+|[^\w{}\\]+", re.DOTALL)
_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000  # words of titles, and parts of names: most come again


def write(papers: Iterable[Cited]) -> Iterator[str]:
    """Give papers as BibTeX entries; their keys are ``bibkey`` or the record's id, which never changes."""
    return (entry(item(paper, abstract=False)) + "\n" for paper in papers)


def entry(item: dict[str, Any]) -> str:
    """Give a CSL item as a BibTeX entry without its abstract: its verbatim one where the record has one."""
    custom = item.get("custom", {})
    if verbatim := custom.get("bibtex"):
        return f"{verbatim}\n"
    work = WORKS[item["type"]]
    lines = [f"@{ENTRIES[work]}{{{item.get('citation-key') or item['id']},\n"]
    for field, value in _values(item, custom, work):
        if value:
            lines.append(f"  {field} = {value if field == 'month' else '{' + value + '}'},\n")
    return "".join([*lines, "}\n"])


def _values(item: dict[str, Any], custom: dict[str, str], work: str) -> Iterator[tuple[str, str]]:
    year, month, day = (*map(str, item["issued"]["date-parts"][0]), "", "")[:3]
    yield "author", " and ".join([_name(name) for name in item.get("author", ())])
    yield "editor", " and ".join([_name(name) for name in item.get("editor", ())])
    yield "title", protect(to_tex(custom.get("title", item["title"])))
    yield "subtitle", escape(custom.get("subtitle", ""))
    yield "shorttitle", escape(item.get("title-short", ""))
    yield CONTAINERS[work], escape(item.get("container-title", ""))
    yield "year", year
    yield "month", MONTHS[int(month) - 1] if month else ""
    yield "day", day
    for field, _, variable in FIELDS[work]:
        if variable in item:
            yield field, escape(item[variable])
    yield "type", work if work in ("dataset", "software") else ""
    if work == "inproceedings" and "event-title" in item:
        yield "eventtitle", escape(item["event-title"])
        yield "venue", escape(item.get("event-place", ""))
        yield "eventdate", "/".join(_iso(date) for date in item.get("event-date", NO_DATE)["date-parts"])
    yield "pages", item.get("page", "").replace("-", "--") if ENTRIES[work] != "misc" else ""
    yield "doi", item.get("DOI", "")
    yield "eprint", custom.get("arxiv", "")
    yield "eprinttype", "arxiv" if "arxiv" in custom else ""
    yield "url", item.get("URL", "")
    yield "language", item.get("language", "")
    yield "pubstate", item.get("status", "")
    yield "keywords", escape(item.get("keyword", ""))
    yield "note", escape(item.get("note", ""))


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02d}" for part in parts)


def _name(name: dict[str, str]) -> str:
    """Give a name as ``von Family, Suffix, Given``, parts in braces where BibTeX would split them wrongly."""
    if "literal" in name:
        return "{" + escape(name["literal"]) + "}"
    parts = (_family(name["family"]), _guard(name.get("suffix", "")), _guard(name["given"]))
    return ", ".join([part for part in parts if part])


@lru_cache(_REMEMBERED)
def _family(whole: str) -> str:
    particle, family = split_particle(whole)
    last = _guard(family, any(word[0] != word[0].upper() for word in family.split()))
    return f"{_guard(particle)} {last}" if particle else last


@lru_cache(_REMEMBERED)
def _guard(part: str, lower: bool = False) -> str:
    text = escape(part)
    return "{" + text + "}" if lower or "," in part or "and" in part.lower().split() else text


def protect(title: str) -> str:
    """Give a title in TeX, capitals that styles would lower (``BERT``, ``3D``, ``Q``) in braces."""
    if title == title.upper() != title.lower():
        return title
    return "".join(part if is_math else _protected(part) for is_math, part in split_math(title))


def _protected(text: str) -> str:
    if "{" not in text and "}" not in text and "\\" not in text:
        return " ".join([_word(word) for word in text.split(" ")])
    out, depth = [], 0
    for part in _PART.findall(text):
        depth += (part == "{") - (part == "}")
        out.append("{" + part + "}" if depth == 0 and _has_case(part) else part)
    return "".join(out)


@lru_cache(_REMEMBERED)
def _word(text: str) -> str:
    return _WORD.sub(lambda match: "{" + match[0] + "}" if _has_case(match[0]) else match[0], text)


def _has_case(word: str) -> bool:
    return word[1:] != word[1:].lower() if len(word) > 1 else word != word.lower() and word != "A"


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
    return bare if protect(bare) == title and plain(bare) == plain(title) else title


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
    for field, name, _ in FIELDS[work]:
        out[name] = _read_text(values, field)
    if title := _read_text(values, "eventtitle"):
        start, _, end = values.get("eventdate", "").partition("/")
        event = {"name": title, "place": _read_text(values, "venue"), "start": start, "end": end}
        out["event"] = {key: value for key, value in event.items() if value}
    if out["url"] == arxiv_address(out.get("arxiv", "")):
        out["url"] = ""
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
