"""BibTeX as people have it: without keys or commas, strings joined, cross-references, fields of other programs."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Any

from papershelf.markup.line import from_tex, plain
from papershelf.problems import Location, Problem
from papershelf.sources.bibtex_mend import has_swallowed, mended, with_keys
from papershelf.sources.codes import find_arxiv, find_doi
from papershelf.sources.dates import read_date
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, Values, remark, skipped
from papershelf.sources.names import is_vancouver, split_names
from papershelf.sources.texts import mend_encoding

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # problems say what it would tell the terminal
_PIECE = r"(?:\"[^\"]*\"|\{[^{}]*\}|[A-Za-z0-9][\w:.-]*)"
_JOINED = re.compile(rf"{_PIECE}(?:\s*#\s*{_PIECE})+")
_PIECES = re.compile(_PIECE)
_SHOWN = re.compile(r"\\\$((?:(?!\\\$).)*\\textbackslash\{\}(?:(?!\\\$).)*)\\\$", re.DOTALL)
_INHERITED = (
    "editor publisher year month address series volume number isbn issn organization journal url".split()
)
# Fields of BibTeX as al-folio, Zotero, JabRef, DBLP and others add them -> key of the record, or of its links.
_MORE = {
    "articleno": "pages",
    "eid": "pages",
    "license": "license",
    "tldr": "tldr",
    "copyright": "license",
    "isbn": "isbn",
}
_LINKS = {
    "code": "code", "video": "video", "slides": "slides", "poster": "poster", "website": "project", "demo": "demo",
    "data": "data", "supp": "supplement", "project": "project", "dataset": "data",
}  # fmt: skip
_FILES = ("pdf", "slides", "poster", "supp", "preview")
"""Fields in which al-folio has a file of its site, or an address."""
_IDS = {"pmid": "pmid", "openreview": "openreview"}


def read(document: Document) -> Found:
    """Read every entry that can be read, mended where a comma, a brace or a key is missing."""
    # Imported here, since it takes longer than to start.
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import ImplicitComment, ParsingFailedBlock

    text = with_keys(decode(document.data))
    library = parse_string(text)
    strings = {string.key.lower(): str(string.value) for string in library.strings}
    found: list[tuple[int, Block]] = []
    sources = _sources(
        text, (each.start_line or 0 for each in library.blocks if not isinstance(each, ImplicitComment))
    )
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, ParsingFailedBlock):
            inner = block.ignore_error_block
            # The parser may give up in the middle of an entry, and take the rest of it for a comment.
            whole = mended(sources.get(line - 1) or block.raw or "")
            again = [inner] if isinstance(inner, Block) else parse_string(whole).entries
            if not again:
                yield skipped(
                    document.path, line, "no BibTeX entry can be read here", (block.raw or "").split("\n")[0]
                )
            found += [(line, entry) for entry in again]
        elif isinstance(block, Block):
            is_damaged = any(has_swallowed(str(field.value)) for field in block.fields)
            again = parse_string(mended(block.raw or "")).entries if is_damaged else []
            found.append((line, again[0] if again else block))
    for _, entry in found:
        for field in entry.fields:
            field.value = mend_encoding(_joined(str(field.value), strings))
    yield from _entries(document.path, found)


def _sources(text: str, starts: Iterable[int]) -> dict[int, str]:
    """Return the text up to the next start, by the line of each that has it for itself."""
    lines, counts = text.split("\n"), Counter(starts)
    return {
        start: "\n".join(lines[start:end])
        for start, end in pairwise([*sorted(counts), len(lines)])
        if counts[start] == 1
    }


def _entries(path: str, found: list[tuple[int, Any]]) -> Iterator[Entry | Problem]:
    from papershelf.formats.bibtex_reader import record

    by_key = {entry.key.lower(): entry for _, entry in found if entry.key}
    parents = {parent for _, entry in found if (parent := _text(entry, "crossref").lower()) in by_key}
    for line, entry in found:
        location = Location(path=path, line=line)
        if entry.key.lower() in parents:
            yield remark(
                location, f"crossref: {entry.key} is the volume of other entries, to which its fields go"
            )
            continue
        if (volume := by_key.get(_text(entry, "crossref").lower())) is not None:
            _inherit(entry, volume)
        try:
            values = record(entry)
        except (ValueError, IndexError, KeyError, RecursionError) as error:
            yield skipped(path, line, f"the entry {entry.key!r} cannot be read: {error}")
            continue
        venue = {"short": _text(entry, "abbr")} if values.get("venue") else {}
        yield Entry(location=location, values=_more(values, entry), venue=venue)
        for field in _FILES:
            if (name := _text(entry, field)) and not name.startswith("http"):
                yield remark(
                    location, f"{field}: {name!r} is left out: a file of the site that it comes from"
                )


def _inherit(entry: Any, volume: Any) -> None:
    """Fill in what an entry leaves to the volume it refers to (BibTeX's ``crossref``)."""
    from bibtexparser.model import Field

    there = {field.key.lower() for field in entry.fields}
    given = {field.key.lower(): str(field.value) for field in volume.fields}
    inherited = {key: given[key] for key in _INHERITED if key in given}
    if title := given.get("booktitle") or given.get("title"):
        inherited["booktitle"] = title
    for key, value in inherited.items():
        if key not in there:
            entry.set_field(Field(key=key, value=value))


def _text(entry: Any, key: str) -> str:
    return next((str(field.value) for field in entry.fields if field.key.lower() == key), "")


def _more(values: Values, entry: Any) -> Values:
    """Return the values with what other programs write into fields of their own."""
    given = {field.key.lower(): str(field.value).strip("{} ") for field in reversed(entry.fields)}
    values["date"] = _date(values.get("date", ""), given)
    if "abstract" in given:
        values["abstract"] = _text_of(given["abstract"])
    if is_vancouver(given.get("author", "")):
        values["authors"] = split_names(given["author"])
    for field, key in _MORE.items():
        if given.get(field):
            values.setdefault(key, given[field])
    links = {kind: given[field] for field, kind in _LINKS.items() if given.get(field, "").startswith("http")}
    if links:
        values.setdefault("links", links)
    ids = {scheme: given[field] for field, scheme in _IDS.items() if given.get(field)}
    if ids:
        values.setdefault("ids", ids)
    if given.get("pdf", "").startswith("http"):
        values.setdefault("pdf", given["pdf"])
    if given.get("award"):
        values.setdefault("awards", [given["award"]])
    if given.get("selected", "").lower() == "true":
        values["featured"] = "true"
    if "arxiv" not in values:
        places = (
            given.get(field, "") for field in ("arxiv", "eprint", "url", "howpublished", "journal", "note")
        )
        values["arxiv"] = next(filter(None, map(_arxiv, places)), "")
    if not values.get("doi"):
        places = (given.get(field, "") for field in ("doi", "url", "ee", "howpublished", "note", "html"))
        values["doi"] = next(filter(None, map(find_doi, places)), "")
    if not values.get("url") and given.get("html", "").startswith("http"):
        values["url"] = given["html"]
    if values.get("venue") and find_arxiv(values["venue"]):
        del values["venue"]  # "arXiv preprint arXiv:2302.06675"
    if str(values.get("venue", "")).startswith(("http", "\\url")):
        values.setdefault("url", values.pop("venue"))
    return values


def _text_of(abstract: str) -> str:
    """Return an abstract with its formulas, those too that an exporter wrote as plain text for want of a command."""
    shown = _SHOWN.sub(lambda match: f"${plain(match[1])}$", abstract)
    return from_tex(shown).replace("{-}-", "--")


def _date(told: str, given: Mapping[str, str]) -> str:
    """Return the date of an entry: EndNote writes the month alone as ``date``, biblatex that of an event."""
    year = given.get("year", "")
    texts = (
        told,
        f"{given.get('date', '')} {year}",
        year,
        given.get("eventdate", ""),
        given.get("issued", ""),
    )
    return next(filter(None, map(read_date, texts)), told)


def _arxiv(text: str) -> str:
    return (
        find_arxiv(text)
        if "arxiv" in text.lower() or re.fullmatch(r"[\w.-]+(?:/\d{7})?(?:v\d+)?", text)
        else ""
    )


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """Return the text of a value that is several joined by ``#``; a string that nobody defined says nothing."""
    for text in (value, f"{{{value}}}"):
        if "#" in text and _JOINED.fullmatch(text):
            pieces = _PIECES.findall(text)
            if any(piece[0] in '"{' or piece.lower() in strings for piece in pieces):
                return "".join(chain.from_iterable(_piece(piece, strings) for piece in pieces))
    return value


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if piece[0] in '"{':
        return piece[1:-1]
    return piece if piece.isdecimal() else strings.get(piece.lower(), "")
