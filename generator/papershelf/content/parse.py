"""One content file as records, or as the problems that keep it from being any."""

import re
from collections.abc import Iterable, Iterator
from os.path import splitext

from papershelf.content.advice import RECORD_ADVICE
from papershelf.content.front_matter import decode, split
from papershelf.lib import yaml
from papershelf.lib.digest import digest
from papershelf.lib.text import slug
from papershelf.markup.line import from_tex, plain
from papershelf.model import identifiers
from papershelf.model.record import Record
from papershelf.problems import Location, Problem
from papershelf.typed_yaml import check
from papershelf.yaml_document import Document, Source
from papershelf.yaml_document import parse as parse_yaml

_NAME_KEYS = frozenset(("name", "given", "particle", "family", "suffix", "literal"))
_REFERENCE = re.compile(r"&#?\w+;")
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
    document = parse_yaml(Source(path=path, text=text))
    if isinstance(document, Problem):
        return [document]
    if isinstance(document.data, list):
        return _several(document.data, document, stamp)
    return _joined([_record(document.data, document, _default_id(path), stamp)])


def _markdown(text: str, path: str, stamp: bytes) -> tuple[Record, ...] | list[Problem]:
    parts = split(text, path)
    if isinstance(parts, Problem):
        return [parts]
    document = parse_yaml(parts.head)
    if isinstance(document, Problem):
        return [document]
    found = document.data
    if parts.body and isinstance(found, dict):
        place = "notes" if "abstract" in found else "abstract"
        if place in found:
            message = "there are notes in the front matter and below it"
            return [
                document.problem([place], message, "keep them in one place", key=True, code="front-matter")
            ]
        found[place] = parts.body
    return _joined([_record(found, document, _default_id(path), stamp)])


def _several(items: list[yaml.Data], document: Document, stamp: bytes) -> tuple[Record, ...] | list[Problem]:
    return _joined(
        _record(item, document, "", digest(stamp + index.to_bytes(4, "big")), (index,))
        for index, item in enumerate(items)
    )


def _record(
    found: yaml.Data, document: Document, default_id: str, stamp: bytes, within: tuple[int, ...] = ()
) -> Record | list[Problem]:
    if not isinstance(found, dict):
        advice = "write `key: value` lines, with a title and a date"
        return [document.problem(within, "a record is a mapping", advice, code="yaml")]
    if ours := [key for key in _OURS if key in found]:
        return [
            document.problem(
                (*within, ours[0]), f'unknown key "{ours[0]}"', "remove it", key=True, code="unknown-key"
            )
        ]
    if "\\" in document.source.text or "&" in document.source.text:
        for key in ("authors", "editors"):
            if isinstance(names := found.get(key), list):
                found[key] = [_as_letters(name) for name in names]
    found["source"] = document.source.path
    found["digest"] = stamp  # type: ignore[assignment]  # the one value that is not from the file
    misnamed: list[Problem] = []
    if default_id and "id" not in found:
        misnamed = list(_misnamed(document, default_id))
        found["id"] = "x" if misnamed else default_id
    record = check(document, found, Record, within=within, advice=RECORD_ADVICE)
    return [*misnamed, *(record if isinstance(record, list) else ())] if misnamed else record


def _misnamed(document: Document, name: str) -> Iterator[Problem]:
    """Return the problem of a file whose name cannot be an id."""
    try:
        identifiers.record_id(name)
    except ValueError as error:
        ending = splitext(document.source.path)[1]
        advice = f"rename the file to {slug(name)}{ending}, or write id: {slug(name)} in it"
        yield Problem(
            location=Location(path=document.source.path),
            message=f"the file's name is no id: {error}",
            advice=advice,
            code="value",
        )


def _as_letters(name: yaml.Data) -> yaml.Data:
    """Return a printed name with TeX's accents and HTML's names of characters as letters.

    One with a command that is not known stays as it is: read again, it would become another.
    """
    if isinstance(name, dict):
        return name | {key: _as_letters(name[key]) for key in _NAME_KEYS & name.keys()}
    if not isinstance(name, str):
        return name
    letters = plain(from_tex(name)) if "\\" in name else name
    letters = plain(letters) if _REFERENCE.search(letters) else letters
    return name if "\\" in letters else letters


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
    return name
