"""YAML text and a type: the value, or each mistake as a problem with its line, column and advice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from papershelf.lib import yaml
from papershelf.lib.text import printable
from papershelf.problems import Location, Problem, Severity

T = TypeVar("T")

MOST_PROBLEMS = 10  # of one kind in one file: nobody reads the hundredth unknown key
LONGEST_EXCERPT = 1_000
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A YAML text and where it stands."""

    path: str
    """File, as problems name it."""
    text: str
    """The YAML, with ``\\n`` as line end."""
    first_line: int = 1
    """Line of the file on which the text begins: 2 in front matter."""


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return pydantic's reader of a dataclass, made once."""
    return TypeAdapter(kind)


def read(source: Source, kind: type[T]) -> T | list[Problem]:
    """Read the one value in a YAML text."""
    data = load(source)
    if isinstance(data, Problem):
        return [data]
    return check(data, kind, source)


def load(source: Source) -> yaml.Data | Problem:
    """Read a YAML text as strings, lists and mappings."""
    try:
        data = yaml.load(source.text)
    except yaml.YamlFault as fault:
        return problem(source, fault.line, fault.column, fault.message, fault.advice)
    if data == "":
        return problem(source, 1, 1, "there is nothing here", "write `key: value` lines")
    return data


def check(
    data: yaml.Data,
    kind: type[T],
    source: Source,
    *,
    within: tuple[str | int, ...] = (),
    renamed: Mapping[str, str] | None = None,
) -> T | list[Problem]:
    """Return data as a value of the type, or everything that is wrong with it.

    ``within`` leads from the root of the text to the data; ``renamed`` says what people write for keys that
    have another name here.
    """
    try:
        return cast(T, adapter(cast(Any, kind)).validate_python(data))
    except ValidationError as error:
        return list(_problems(error, data, kind, source, within, renamed or {}))


def problem(
    source: Source,
    line: int,
    column: int,
    message: str,
    advice: str = "",
    severity: Severity = Severity.ERROR,
) -> Problem:
    """Return a problem at a line and column of the YAML text, from 1."""
    lines = source.text.split("\n")
    return Problem(
        location=Location(path=source.path, line=line + source.first_line - 1, column=column),
        message=printable(message, 300),
        advice=printable(advice, 300),
        excerpt=printable(lines[line - 1], LONGEST_EXCERPT) if 0 < line <= len(lines) else "",
        severity=severity,
    )


def _problems(
    error: ValidationError,
    data: yaml.Data,
    kind: type,
    source: Source,
    within: tuple[str | int, ...],
    renamed: Mapping[str, str],
) -> Iterator[Problem]:
    told: set[tuple[str | int, ...]] = set()
    items = error.errors(include_url=False)
    unknown = [item for item in items if item["type"] == _UNKNOWN]
    for item in unknown[:MOST_PROBLEMS]:
        path = _existing(data, item["loc"])
        message, advice, meant = _unknown_key(item["loc"], kind, renamed)
        told |= {path, (*path[:-1], meant)}  # a misspelt key is not a missing one too
        yield problem(source, *yaml.locate(source.text, (*within, *path), key=True), message, advice)
    if (more := len(unknown) - MOST_PROBLEMS) > 0:
        yield problem(source, 1, 1, f"{more:,} more unknown keys")
    for item in items:
        path, key = _existing(data, item["loc"]), str(item["loc"][-1])
        missing = item["type"] in _MISSING
        if item["type"] == _UNKNOWN or ((*path, key) if missing else path) in told:
            continue  # the other members of a union complain about the same value
        told.add((*path, key) if missing else path)
        message = f"the key `{key}` is missing" if missing else _message(item)
        advice = f"add `{key}: ...`" if missing else ""
        yield problem(source, *yaml.locate(source.text, (*within, *path)), _prefix(path) + message, advice)


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
