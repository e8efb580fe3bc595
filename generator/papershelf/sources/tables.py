"""CSV tables: those of Papershelf, those of Mini-Conf, and any other with a word on what its columns mean."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields

from papershelf.model.record import Record
from papershelf.problems import Location
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, Values

csv.field_size_limit(10_000_000)

_OURS = {field.name for field in fields(Record)} - {"source", "digest"}
# Headings in lower case without spaces and the like -> key of a record.
_USUAL = {
    "author": "authors", "year": "date", "publicationyear": "date", "publicationdate": "date", "published": "date",
    "journal": "venue", "booktitle": "venue", "conference": "venue", "publicationtitle": "venue",
    "sourcetitle": "venue", "keywords": "tags", "authorkeywords": "tags", "manualtags": "tags", "key": "bibkey",
    "abstractnote": "abstract", "summary": "abstract", "link": "url", "documenttitle": "title", "papertitle": "title",
    "name": "title", "arxivid": "arxiv", "pdfurl": "pdf", "number": "issue", "itemtype": "type",
}  # fmt: skip


def read(document: Document) -> Found:
    """Read a table: columns by ``document.columns``, by the key of a record, or by the usual names for one."""
    for line, row in _rows(document):
        values: Values = {}
        for column, text in row.items():
            key = document.columns.get(column) or _key(column)
            if key and text and key not in values:
                values[key] = text.removeprefix("'") if text[1:2] in tuple("=+-@") else text
        if values.get("type") not in (None, "") and " " in str(values["type"]):
            del values["type"]
        yield Entry(location=Location(path=document.path, line=line), values=values, is_markdown=True)


def read_mini_conf(document: Document) -> Found:
    """Read the papers of a Mini-Conf; the table has no year, which `--year` tells."""
    for line, row in _rows(document):
        keywords = row.get("keywords", "")
        values: Values = {
            "title": row.get("title", ""),
            "authors": row.get("authors", "").split("|"),
            "abstract": row.get("abstract", ""),
            "tags": [tag.strip() for tag in keywords.split("|")],
            "date": row.get("year") or row.get("date") or "",
            "ids": {"openreview": row["UID"]} if len(row.get("UID", "")) >= 9 else {},
            "pdf": row.get("pdf_url") or row.get("pdf") or "",
        }
        yield Entry(location=Location(path=document.path, line=line), values=values, is_markdown=True)


def _rows(document: Document) -> Iterator[tuple[int, dict[str, str]]]:
    text = decode(document.data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 2
    try:
        for row in rows:
            yield start, {str(key): str(value or "").strip() for key, value in row.items() if key is not None}
            start = rows.line_num + 1
    except csv.Error as error:
        raise ValueError(f"line {start}: {error}") from None


def _key(column: str) -> str:
    bare = column.strip().lower()
    key = _USUAL.get("".join(char for char in bare if char.isalnum()), bare.replace(" ", "_"))
    return key if key in _OURS else ""
