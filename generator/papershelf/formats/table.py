"""The table of the formats that papers are exported in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from papershelf.formats import bibtex, bibtex_reader, csl_json, csv_table, jsonl, ris
from papershelf.model.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write papers and to read them again."""

    name: str
    """As the command line calls it."""
    suffix: str
    """Of its files, with the dot."""
    write: Callable[[Iterable[Paper]], Iterator[str]]
    """Returns the text in pieces, so that a whole archive need not stand in memory."""
    read: Callable[[str], list[dict[str, Any]]]
    """Returns mappings such as a record file holds, still to be checked; raises ``ValueError``."""


FORMATS: tuple[Format, ...] = (
    Format(name="bibtex", suffix=".bib", write=bibtex.write, read=bibtex_reader.read),
    Format(name="ris", suffix=".ris", write=ris.write, read=ris.read),
    Format(name="csl-json", suffix=".json", write=csl_json.write, read=csl_json.read),
    Format(name="jsonl", suffix=".jsonl", write=jsonl.write, read=jsonl.read),
    Format(name="csv", suffix=".csv", write=csv_table.write, read=csv_table.read),
)
