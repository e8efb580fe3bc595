"""One content file as records, or as the problems that keep it from being any."""

from collections.abc import Iterable
from os.path import splitext

from papershelf.content.front_matter import decode, split
from papershelf.lib import yaml
from papershelf.lib.digest import digest
from papershelf.model.record import Record
from papershelf.problems import Problem
from papershelf.typed_yaml import Source, check, load, problem

# What people write, coming from other formats, for a key that has another name here.
RENAMED = {
    "booktitle": "venue",
    "journal": "venue",
    "conference": "venue",
    "year": "date",
    "published": "date",
    "keywords": "tags",
    "topics": "tags",
    "summary": "abstract",
    "description": "abstract",
    "eprint": "arxiv",
    "slug": "id",
    "file": "pdf",
    "version": "versions",
    **{
        kind: f"links: {{{kind}: ...}}"
        for kind in ("code", "data", "demo", "project", "video", "slides", "poster")
    },
}
_OURS = ("source", "digest")  # fields that no file may set


def parse(path: str, data: bytes) -> tuple[Record, ...] | list[Problem]:
    """Read a record file: Markdown with front matter, or YAML with one record or a list of them.

    Takes the file's name in the archive and its bytes.
    """
    text = decode(data, path)
    if isinstance(text, Problem):
        return [text]
    stamp = digest(path.encode() + b"\0" + data)
    if path.lower().endswith(".md"):
        return _markdown(text, path, stamp)
    source = Source(path=path, text=text)
    found = load(source)
    if isinstance(found, Problem):
        return [found]
    if isinstance(found, list):
        return _several(found, source, stamp)
    return _joined([_record(found, source, _default_id(path), stamp)])


def _markdown(text: str, path: str, stamp: bytes) -> tuple[Record, ...] | list[Problem]:
    parts = split(text, path)
    if isinstance(parts, Problem):
        return [parts]
    found = load(parts.head)
    if isinstance(found, Problem):
        return [found]
    if parts.body and isinstance(found, dict):
        place = "notes" if "abstract" in found else "abstract"
        if place in found:
            line, column = yaml.locate(parts.head.text, [place], key=True)
            message = "there are notes in the front matter and below it"
            return [problem(parts.head, line, column, message, "keep them in one place")]
        found[place] = parts.body
    return _joined([_record(found, parts.head, _default_id(path), stamp)])


def _several(items: list[yaml.Data], source: Source, stamp: bytes) -> tuple[Record, ...] | list[Problem]:
    return _joined(
        _record(item, source, "", digest(stamp + index.to_bytes(4, "big")), (index,))
        for index, item in enumerate(items)
    )


def _record(
    found: yaml.Data, source: Source, default_id: str, stamp: bytes, within: tuple[int, ...] = ()
) -> Record | list[Problem]:
    if not isinstance(found, dict):
        line, column = yaml.locate(source.text, within)
        return [
            problem(
                source,
                line,
                column,
                "a record is a mapping",
                "write `key: value` lines, with a title and a date",
            )
        ]
    if ours := [key for key in _OURS if key in found]:
        line, column = yaml.locate(source.text, (*within, ours[0]), key=True)
        return [problem(source, line, column, f'unknown key "{ours[0]}"', "remove it")]
    found["source"] = source.path
    found["digest"] = stamp  # type: ignore[assignment]  # the one value that is not from the file
    if default_id and "id" not in found:
        found["id"] = default_id
    return check(found, Record, source, within=within, renamed=RENAMED)


def _joined(results: Iterable[Record | list[Problem]]) -> tuple[Record, ...] | list[Problem]:
    """Return all records of a file, or all its problems: a file is taken whole or not at all."""
    records: list[Record] = []
    problems: list[Problem] = []
    for result in results:
        if isinstance(result, list):
            problems += result
        else:
            records.append(result)
    return problems or tuple(records)


def _default_id(path: str) -> str:
    name, _ = splitext(path.rpartition("/")[2])
    return name.lower()
