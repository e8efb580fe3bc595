"""YAML text and a type: the value, or each mistake as a problem with its line, column and advice."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain, islice
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from papershelf.lib import yaml
from papershelf.lib.advice import OPEN, Advice, filled_in, meant_key, meant_value, near_value, written
from papershelf.lib.yaml_parser import quoted
from papershelf.problems import Problem
from papershelf.yaml_document import Document, Source, parse

T = TypeVar("T")

MAX_PROBLEMS = 100  # of one record
MAX_KEYS = 1_000  # of one record
MAX_UNKNOWN = 10  # unknown keys of one record: nobody reads the hundredth
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


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return pydantic's reader of a dataclass, made once."""
    return TypeAdapter(kind)


def read(source: Source, kind: type[T]) -> T | list[Problem]:
    """Read the one value in a YAML text."""
    document = parse(source)
    return [document] if isinstance(document, Problem) else check(document, document.data, kind)


def check(
    document: Document,
    data: yaml.Data,
    kind: type[T],
    *,
    within: tuple[str | int, ...] = (),
    advice: Advice | None = None,
) -> T | list[Problem]:
    """Return data as a value of the type, or everything that is wrong with it.

    ``within`` leads from the root of the document to the data.
    """
    if isinstance(data, dict) and len(data) > MAX_KEYS:
        return [document.problem(within, f"this has more than {MAX_KEYS:,} keys")]
    cut = dict(_cut_texts(document, data, kind, within)) if document.comments else {}
    try:
        value = cast(T, adapter(cast(Any, kind)).validate_python(data))
    except ValidationError as error:
        others = _problems(error, data, kind, document, within, advice or Advice(), told=set(cut))
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
            whole = quoted(f"{value} {comment}".strip())
            label = f"{here[-1]}: " if isinstance(here[-1], str) else "- "
            message = f"{_prefix(here)}the text is cut at {comment[:20]!r}, since a # behind a space begins a comment"
            advice = f"put the text in quotes: {label}{whole}; or the comment on a line of its own"
            yield here, document.problem(path, message, advice, code="cut-text")


def _problems(
    error: ValidationError,
    data: yaml.Data,
    kind: type,
    document: Document,
    within: tuple[str | int, ...],
    advice: Advice,
    told: set[tuple[str | int, ...]],
) -> Iterator[Problem]:
    """Return the problems behind pydantic's errors; ``told`` has the paths of those that are known already."""
    items = error.errors(include_url=False)
    unknown = [item for item in items if item["type"] == _UNKNOWN]
    for item in unknown[:MAX_UNKNOWN]:
        yield _unknown_key(item["loc"], data, kind, document, within, advice, told)
    if (more := len(unknown) - MAX_UNKNOWN) > 0:
        yield document.problem(within, f"{more:,} more unknown keys", code="unknown-key")
    for item in items:
        path, key = _existing(data, item["loc"]), str(item["loc"][-1]) if item["loc"] else ""
        missing = item["type"] in _MISSING
        if item["type"] == _UNKNOWN or ((*path, key) if missing else path) in told:
            continue  # the other members of a union complain about the same value
        told.add((*path, key) if missing else path)
        place = (*within, *path)
        if missing:
            message = f"{_prefix(path)}the key `{key}` is missing"
            yield document.problem(place, message, f"add `{key}: ...`", code="missing-key")
            continue
        found, wrong = _found(data, path), item["input"]
        if wrong == "" == found and item["type"] in ("value_error", "literal_error"):
            edit = document.without(place) if len(path) == 1 else None
            message = f"{_prefix(path)}is empty: write something, or leave the key out"
            yield document.problem(place, message, code="value", edit=edit)
            continue
        right = written(meant_value(item, advice))
        is_key = bool(path) and path[-1] == wrong != found
        shown = right or ((near := near_value(item)) and written(near))
        if shown and is_key:
            shown = f"{shown}: {written(found) or OPEN}"
        elif shown and path and isinstance(path[-1], str):
            shown = f"{path[-1]}: {shown}"
        new = right or None if is_key or wrong == found else None
        hint = f"write {shown}" if shown else ""
        message = _prefix(path) + _message(item)
        yield document.problem(place, message, hint, key=is_key, code="value", new=new)


def _message(item: Any) -> str:
    error, context = item["type"], item.get("ctx", {})
    if error == "value_error":
        return str(context["error"])
    if error == "literal_error":
        return f"{item['input']!r} is not one of {context['expected']}"
    if error in _EXPECTED:
        value = item["input"]
        text = f"the text {value!r}" if value != "" else "an empty value"
        found = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else text
        return _EXPECTED[error].format(found=found)
    return str(item["msg"])


def _found(data: Any, path: tuple[str | int, ...]) -> Any:
    """Return what the file has at a path that leads somewhere."""
    for step in path:
        data = data[step]
    return data


def _unknown_key(
    loc: tuple[str | int, ...],
    data: Any,
    kind: type,
    document: Document,
    within: tuple[str | int, ...],
    advice: Advice,
    told: set[tuple[str | int, ...]],
) -> Problem:
    """Return the problem of a key that a type does not have; what is known of it then is added to ``told``."""
    path = _existing(data, loc)
    *steps, key = path
    holder, parents = _found(data, tuple(steps)), tuple(step for step in steps if isinstance(step, str))
    possible = _keys(cast(Any, kind)).get(parents, ())
    meant = meant_key(str(key), possible, Advice() if steps else advice)
    outer, _, inner = meant.name.partition(".")
    is_free = outer not in holder and (*steps, outer) not in told
    told |= {path, (*steps, outer)}  # a misspelt key is not a missing one too
    message, place = f'{_prefix(path[:-1])}unknown key "{key}"', (*within, *path)
    if not meant.is_certain:
        return document.problem(
            place, message, filled_in(meant.sentence, holder), key=True, code="unknown-key"
        )
    if inner:
        value = written(holder[key]) or OPEN
        hint = f"{outer}: {{{inner}: {value}}}" if is_free else f"{inner}: {value} in `{outer}`"
        edit = document.instead(place, hint) if is_free and value != OPEN else None
        return document.problem(place, message, f"write {hint}", key=True, code="unknown-key", edit=edit)
    value = written(holder[key] if steps else _value_under(outer, str(key), holder, kind, advice)) or OPEN
    hint = f"write {outer}: {value}" if is_free else f"did you mean `{outer}`?"
    new = outer if is_free else None
    return document.problem(place, message, hint, key=True, code="unknown-key", new=new)


def _value_under(name: str, key: str, holder: Any, kind: type, advice: Advice) -> Any:
    """Return the value of a key as the type takes it under another name; empty where that is open."""
    trial = {each: value for each, value in holder.items() if each != key} | {name: holder[key]}
    try:
        adapter(cast(Any, kind)).validate_python(trial)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            if item["loc"][:1] == (name,):
                return meant_value(item, advice) if _existing(trial, item["loc"]) == (name,) else ""
    return holder[key]


@cache
def _keys(kind: Any) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a dataclass and of those nested in it, by the field names that lead to each."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for part in (kind, *get_args(kind)):
        if not is_dataclass(part):
            if part is not kind:
                found.update(_keys(cast(Any, part)))
            continue
        found[()] = tuple(each.name for each in fields(part) if each.name not in ("source", "digest", "slug"))
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
