"""Where in its file a field of a record, person or venue stands: asked only when there is a problem."""

from pathlib import Path, PurePosixPath

from papershelf.content.front_matter import decode, split
from papershelf.content.source import Found, on_disk
from papershelf.lib import yaml
from papershelf.problems import Location, Problem, Severity
from papershelf.typed_yaml import Source, problem


def problem_at(
    found: Found,
    path: str,
    field: tuple[str | int, ...],
    record_id: str = "",
    *,
    message: str,
    advice: str,
    severity: Severity,
) -> Problem:
    """Return a problem at a field of a content file; ``record_id`` tells which record of a list is meant."""
    text = _text(found, path)
    markdown = PurePosixPath(path).suffix.lower() == ".md"
    parts = split(text, path) if markdown and text else None
    if text is None or isinstance(parts, Problem):
        return Problem(location=Location(path=path), message=message, advice=advice, severity=severity)
    source = parts.head if parts else Source(path=path, text=text)
    data = yaml.load(source.text)
    if parts and field[:1] in (("abstract",), ("notes",)) and field[0] not in data:
        return problem(Source(path=path, text=text), parts.body_line, 1, message, advice, severity)
    if isinstance(data, list):
        ids = [item.get("id") if isinstance(item, dict) else None for item in data]
        field = (ids.index(record_id), *field) if record_id in ids else field
    return problem(source, *yaml.locate(source.text, field), message, advice, severity)


def _text(found: Found, path: str) -> str | None:
    """Return the text of a content file, None where it is not one (or has gone since it was found)."""
    file = Path(on_disk(path, found.root, found.content))
    if PurePosixPath(path).suffix.lower() not in (".md", ".yaml", ".yml"):
        return None
    try:
        text = decode(file.read_bytes(), path)
    except OSError:
        return None
    return None if isinstance(text, Problem) else text
