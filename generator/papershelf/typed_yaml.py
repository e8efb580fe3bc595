"""YAML text and a type: the value, or each mistake as a problem with its line, column and advice."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import chain, islice
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from papershelf.lib import yaml
from papershelf.lib.text import printable
from papershelf.problems import Location, Problem

T = TypeVar("T")

MAX_PROBLEMS = 100  # of one record
MAX_KEYS = 1_000  # of one record
MAX_UNKNOWN = 10  # unknown keys of one record: nobody reads the hundredth
MAX_MESSAGE = 300  # characters
MAX_EXCERPT = 1_000
_NUMBER = re.compile(r"\d[\d.,:/–—-]*")
_UNKNOWN = "unexpected_keyword_argument"
_MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
_EXPECTED = {
    "string_type": "is a text, not {found}",
    "tuple_type": "is a list, not {found}",
    "list_type": "is a list, not {found}",
    "dict_type": "is a mapping (`key: value`), not {found}",
    "dataclass_type": "is a mapping (`key: value`), not {found}",
    "dataclass_exact_type": "is a mapping (`key: value`), not {found}",
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """A YAML text and where it stands."""

    path: str
    """File, as problems name it."""
    text: str
    """The YAML, with ``\\n`` as line end."""
    first_line: int = 1
    """Line of the file on which the text begins: 2 in front matter."""

    def problem(self, line: int, column: int, message: str, advice: str = "", **more: Any) -> Problem:
        """Return a problem at a line and column of the text, from 1; ``more`` are further fields of it."""
        return Problem(
            location=Location(path=self.path, line=line + self.first_line - 1, column=column),
            message=printable(message, MAX_MESSAGE),
            advice=printable(advice, MAX_MESSAGE),
            excerpt=printable(self._lines[line - 1], MAX_EXCERPT) if 0 < line <= len(self._lines) else "",
            **more,
        )

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML text as parsed, once: its data, and problems at the places of its values."""

    source: Source
    tree: yaml.Document

    @property
    def data(self) -> yaml.Data:
        """Strings, lists and mappings."""
        return self.tree.data

    @cached_property
    def comments(self) -> dict[tuple[str | int, ...], list[tuple[tuple[str | int, ...], str, str]]]:
        """Unquoted values with a comment behind them (see ``yaml.Document.comments``): all, and by first step."""
        groups: dict[tuple[str | int, ...], list[tuple[tuple[str | int, ...], str, str]]] = {}
        for each in self.tree.comments():
            groups.setdefault((), []).append(each)
            groups.setdefault(each[0][:1], []).append(each)
        return groups

    def problem(
        self, path: yaml.Path, message: str, advice: str = "", *, key: bool = False, **more: Any
    ) -> Problem:
        """Return a problem at the value that ``path`` leads to, or at its key."""
        return self.source.problem(*self.tree.locate(path, key=key), message, advice, **more)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return pydantic's reader of a dataclass, made once."""
    return TypeAdapter(kind)


def read(source: Source, kind: type[T]) -> T | list[Problem]:
    """Read the one value in a YAML text."""
    document = parse(source)
    return [document] if isinstance(document, Problem) else check(document, document.data, kind)


def parse(source: Source) -> Document | Problem:
    """Parse a YAML text; return the first problem where it is not the YAML we take or is empty."""
    try:
        tree = yaml.parse(source.text)
    except yaml.YamlError as error:
        return source.problem(error.line, error.column, error.message, error.advice)
    if tree.data == "":
        return source.problem(1, 1, "there is nothing here", "write `key: value` lines")
    return Document(source=source, tree=tree)


def check(
    document: Document,
    data: yaml.Data,
    kind: type[T],
    *,
    within: tuple[str | int, ...] = (),
    renamed: Mapping[str, str] | None = None,
) -> T | list[Problem]:
    """Return data as a value of the type, or everything that is wrong with it.

    ``within`` leads from the root of the document to the data; ``renamed`` says what people write for keys that
    have another name here.
    """
    if isinstance(data, dict) and len(data) > MAX_KEYS:
        return [document.problem(within, f"this has more than {MAX_KEYS:,} keys")]
    cut = dict(_cut_texts(document, data, kind, within)) if document.comments else {}
    try:
        value = cast(T, adapter(cast(Any, kind)).validate_python(data))
    except ValidationError as error:
        others = _problems(error, data, kind, document, within, renamed or {}, told=set(cut))
        problems = list(islice(chain(cut.values(), others), MAX_PROBLEMS))
        if len(problems) == MAX_PROBLEMS and (more := len(cut) + error.error_count() - MAX_PROBLEMS) > 0:
            problems.append(document.problem(within, f"{more:,} more problems here"))
        return problems
    return list(cut.values()) or value


def _cut_texts(
    document: Document, data: yaml.Data, kind: type, within: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Problem]]:
    """Return a problem for each value, by its path, that a comment behind it may have cut.

    A comment is harmless where its words could not belong to the value: read as one, they would be refused. It may
    also stand behind a number.
    """
    cut = [each for each in document.comments.get(within[:1], []) if each[0][: len(within)] == within]
    restored: Any = deepcopy(data) if cut else data
    for path, value, comment in cut:
        parent = restored
        for step in path[len(within) : -1]:
            parent = parent[step]
        if path[len(within) :]:
            parent[path[-1]] = f"{value} {comment}".strip()
    refused: set[tuple[str | int, ...]] = set()
    try:
        adapter(cast(Any, kind)).validate_python(restored)
    except ValidationError as error:
        refused = {_existing(restored, item["loc"]) for item in error.errors(include_url=False)}
    for path, value, comment in cut:
        here = path[len(within) :]
        if any(here[:length] in refused for length in range(1, len(here) + 1)):
            continue
        if here and not (comment.startswith("# ") and _NUMBER.fullmatch(value)):
            whole = yaml.quoted(f"{value} {comment}".strip())
            label = f"{here[-1]}: " if isinstance(here[-1], str) else "- "
            message = f"{_prefix(here)}the text is cut at {comment[:20]!r}, since a # behind a space begins a comment"
            advice = f"put the text in quotes: {label}{whole}; or the comment on a line of its own"
            yield here, document.problem(path, message, advice)


def _problems(
    error: ValidationError,
    data: yaml.Data,
    kind: type,
    document: Document,
    within: tuple[str | int, ...],
    renamed: Mapping[str, str],
    told: set[tuple[str | int, ...]],
) -> Iterator[Problem]:
    """Return the problems behind pydantic's errors; ``told`` has the paths of those that are known already."""
    items = error.errors(include_url=False)
    unknown = [item for item in items if item["type"] == _UNKNOWN]
    for item in unknown[:MAX_UNKNOWN]:
        path = _existing(data, item["loc"])
        message, advice, meant = _unknown_key(item["loc"], kind, renamed)
        told |= {path, (*path[:-1], meant)}  # a misspelt key is not a missing one too
        yield document.problem((*within, *path), message, advice, key=True)
    if (more := len(unknown) - MAX_UNKNOWN) > 0:
        yield document.problem(within, f"{more:,} more unknown keys")
    for item in items:
        path, key = _existing(data, item["loc"]), str(item["loc"][-1]) if item["loc"] else ""
        missing = item["type"] in _MISSING
        if item["type"] == _UNKNOWN or ((*path, key) if missing else path) in told:
            continue  # the other members of a union complain about the same value
        told.add((*path, key) if missing else path)
        message = f"the key `{key}` is missing" if missing else _message(item)
        advice = f"add `{key}: ...`" if missing else ""
        yield document.problem((*within, *path), _prefix(path) + message, advice)


def _message(item: Any) -> str:
    error, context = item["type"], item.get("ctx", {})
    if error == "value_error":
        return str(context["error"])
    if error == "literal_error":
        return f"{item['input']!r} is not one of {context['expected']}"
    if error in _EXPECTED:
        value = item["input"]
        found = (
            "a list"
            if isinstance(value, list)
            else "a mapping"
            if isinstance(value, dict)
            else f"the text {value!r}"
        )
        return _EXPECTED[error].format(found=found if value != "" else "an empty value")
    return str(item["msg"])


def _unknown_key(path: tuple[str | int, ...], kind: type, renamed: Mapping[str, str]) -> tuple[str, str, str]:
    """Return message, advice and, where one can be guessed, the key that was meant."""
    key = str(path[-1])
    parents = tuple(step for step in path[:-1] if isinstance(step, str))
    known = _keys(cast(Any, kind)).get(parents, ())
    close = get_close_matches(key.lower(), known, n=1)
    meant = (renamed.get(key.lower(), "") if not parents else "") or (close[0] if close else "")
    known_keys = f"known keys: {', '.join(known)}" if len(known) < 15 else ""
    advice = f"did you mean `{meant}`?" if meant else known_keys
    return f'{_prefix(parents)}unknown key "{key}"', advice, meant


@cache
def _keys(kind: Any) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a dataclass and of those nested in it, by the field names that lead to each."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for part in (kind, *get_args(kind)):
        if not is_dataclass(part):
            if part is not kind:
                found.update(_keys(cast(Any, part)))
            continue
        found[()] = tuple(
            field.name for field in fields(part) if field.name not in ("source", "digest", "slug")
        )
        for name, hint in get_type_hints(part).items():
            found.update({(name, *path): keys for path, keys in _keys(hint).items()})
    return found


def _existing(data: yaml.Data, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the part of pydantic's path that leads to something written in the file."""
    kept: list[str | int] = []
    for step in path:
        if isinstance(data, dict) and isinstance(step, int) and step < len(data):
            step = list(data)[step]  # a mapping that the type reads as a list of its items
        match data, step:
            case dict(), str() if step in data:
                data = data[step]
            case list(), int() if step < len(data):
                data = data[step]
            case _:
                break
        kept.append(step)
    return tuple(kept)


def _prefix(path: tuple[str | int, ...]) -> str:
    names = [step for step in path if isinstance(step, str)]
    return ".".join(names) + ": " if names else ""
