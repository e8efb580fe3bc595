"""Where in its file a field of a record, person or venue stands: asked only when there is a problem."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from papershelf.content.front_matter import FrontMatter, decode, split
from papershelf.content.source import Found, on_disk
from papershelf.problems import Location, Problem
from papershelf.yaml_document import Document, Source, parse


@dataclass(frozen=True, kw_only=True)
class Places:
    """A content file, read and parsed once for all that is to be told about it."""

    source: Source
    """The file; empty where it is not text, or has gone."""
    parts: FrontMatter | None
    """Its parts, where it is Markdown."""
    document: Document | None
    """Its YAML, where it has any."""

    def problem(
        self, field: tuple[str | int, ...], record_id: str, message: str, advice: str, **more: Any
    ) -> Problem:
        """Return a problem at a field; ``record_id`` tells which record of a list is meant."""
        if self.document is None:
            more.pop("new", None)
            return Problem(location=Location(path=self.source.path), message=message, advice=advice, **more)
        data = self.document.data
        if self.parts and field[:1] in (("abstract",), ("notes",)) and field[0] not in data:
            more.pop("new", None)
            return self.source.problem(self.parts.body_line, 1, message, advice, **more)
        if record_id in self._index:
            field = (self._index[record_id], *field)
        return self.document.problem(field, message, advice, **more)

    @cached_property
    def _index(self) -> dict[str, int]:
        """Position of each record in a file that is a list of them."""
        data = self.document.data if self.document else ""
        items = list(enumerate(data)) if isinstance(data, list) else []
        return {str(item.get("id")): index for index, item in reversed(items) if isinstance(item, dict)}


def open_places(found: Found, path: str) -> Places:
    """Read a content file; one that is no text, or has gone since it was found, has no places but itself."""
    nowhere = Places(source=Source(path=path, text=""), parts=None, document=None)
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in (".md", ".yaml", ".yml"):
        return nowhere
    try:
        text = decode(Path(on_disk(path, found.root, found.content)).read_bytes(), path)
    except OSError:
        return nowhere
    if isinstance(text, Problem):
        return nowhere
    source = Source(path=path, text=text)
    parts = split(text, path) if suffix == ".md" else None
    if isinstance(parts, Problem):
        return nowhere
    document = parse(parts.head if parts else source)
    return Places(source=source, parts=parts, document=None if isinstance(document, Problem) else document)
