"""CSV (RFC 4180), one row a paper without its abstract, for spreadsheets: written and read."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from papershelf.formats.names import comma_name, csl_name, join_tags, read_comma_name, split_tags
from papershelf.markup.line import literal, plain
from papershelf.model.paper import Paper

_TEXTS = (
    "venue",
    "volume",
    "issue",
    "number",
    "pages",
    "doi",
    "arxiv",
    "url",
    "pdf",
    "license",
    "language",
    "status",
)
_texts = attrgetter(*_TEXTS)
COLUMNS = ("id", "type", "title", "authors", "date", "added", *_TEXTS, "tags")

_FORMULA = frozenset("=+-@\t'")  # what a spreadsheet would run, and the mark against it


def write(papers: Iterable[Paper]) -> Iterator[str]:
    """Return papers as rows below a row of column names; authors are ``Family, Given; Family, Given``.

    A byte order mark comes first, by which spreadsheets know UTF-8.
    """
    yield "\ufeff" + _line(COLUMNS)
    yield from rows(papers)


def rows(papers: Iterable[Paper]) -> Iterator[str]:
    """Return papers as rows alone."""
    for paper in papers:
        record = paper.record
        yield _line(
            [
                _safe(record.id),
                paper.type.name,
                _safe(plain(record.title)),
                _safe("; ".join([comma_name(csl_name(name)).replace(";", "") for name in record.authors])),
                record.date,
                record.added,
                *[_safe(text) for text in _texts(record)],
                _safe(join_tags(record.tags)),
            ]
        )


class _Given:
    """A file that gives back what is written to it, as ``writerow`` then does."""

    def write(self, line: str) -> str:
        return line


_line: Callable[[Iterable[str]], str] = csv.writer(_Given()).writerow


def _safe(text: str) -> str:
    return "'" + text if text[:1] in _FORMULA else text


def read(text: str) -> list[dict[str, Any]]:
    """Return the records of a CSV table as mappings such as a record file holds; columns may be missing.

    Raises ``ValueError`` where a column is unknown.
    """
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    if unknown := sorted(set(rows.fieldnames or ()) - set(COLUMNS)):
        raise ValueError(f"unknown column {unknown[0]!r} (known: {', '.join(COLUMNS)})")
    return [_record(row) for row in rows]


def _record(row: dict[str, str | None]) -> dict[str, Any]:
    out: dict[str, Any] = {key: (text or "").removeprefix("'") for key, text in row.items()}
    out["authors"] = [read_comma_name(name) for name in out.get("authors", "").split(";") if name.strip()]
    out["tags"] = split_tags(out.get("tags", ""))
    out["title"] = literal(out.get("title", ""))
    return {key: value for key, value in out.items() if value}
