"""Where in its file a field of a record, a person or a venue stands: asked only when there is a problem to report."""

from pathlib import Path, PurePosixPath

from generator.content.front_matter import decode, split
from generator.content.source import on_disk
from generator.lib import yaml
from generator.problems import Location, Problem, Severity
from generator.typed_yaml import Source, problem


def problem_at(
    root: Path,
    content: Path,
    path: str,
    field: tuple[str | int, ...],
    record_id: str = "",
    *,
    message: str,
    advice: str,
    severity: Severity,
) -> Problem:
    """Give a problem at a field of a content file; ``record_id`` tells which record of a list is meant."""
    source = _source(root, content, path)
    if source is None:
        return Problem(location=Location(path=path), message=message, advice=advice, severity=severity)
    try:
        data = yaml.load(source.text)
        if isinstance(data, list) and record_id:
            index = next(i for i, item in enumerate(data) if isinstance(item, dict) and item.get("id") == record_id)
            field = (index, *field)
        line, column = yaml.locate(source.text, field)
    except (yaml.YamlFault, StopIteration):
        line, column = 1, 1
    return problem(source, line, column, message, advice, severity)


def _source(root: Path, content: Path, path: str) -> Source | None:
    try:
        text = decode(on_disk(path, root, content).read_bytes(), path)
    except OSError:
        return None
    if isinstance(text, Problem):
        return None
    if PurePosixPath(path).suffix.lower() != ".md":
        return Source(path=path, text=text)
    parts = split(text, path)
    return None if isinstance(parts, Problem) else parts.head
