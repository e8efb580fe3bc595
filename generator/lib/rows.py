"""Frozen dataclasses as plain tuples and back: the form in which they are stored and sent between processes.

``marshal`` reads plain tuples about ten times as fast as ``pickle`` reads objects, and a slots dataclass is
filled fastest through its slots. A row holds the values of the fields in order; a dataclass within is a row.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, get_args, get_type_hints

Row: TypeAlias = tuple[Any, ...]


@cache
def to_row(kind: type) -> Callable[[Any], Row]:
    """Give the function that turns an instance of a frozen dataclass into a row."""
    read = attrgetter(*(field.name for field in fields(kind)))
    inner = tuple((index, to_row(part), many) for index, part, many in _nested(kind))

    def write(value: Any) -> Row:
        row = list(read(value))
        for index, write_part, many in inner:
            if row[index]:
                row[index] = tuple(map(write_part, row[index])) if many else write_part(row[index])
        return tuple(row)

    return write


@cache
def from_row(kind: type) -> Callable[[Row], Any]:
    """Give the function that turns a row into an instance. The same row always gives the same instance."""
    setters = [getattr(kind, field.name).__set__ for field in fields(kind)]
    inner = tuple((index, _shared(from_row(part)), many) for index, part, many in _nested(kind))
    # One straight line of code: a loop over the setters would take twice as long for each of 100,000 records.
    names = {f"s{index}": setter for index, setter in enumerate(setters)} | {
        "new": object.__new__,
        "kind": kind,
    }
    lines = ["def fill(row):", " value = new(kind)"]
    lines += [f" s{index}(value, row[{index}])" for index in range(len(setters))] + [" return value"]
    exec("\n".join(lines), names)
    fill: Callable[[Row], Any] = names["fill"]
    if not inner:
        return fill

    def read(row: Row) -> Any:
        value = fill(row)
        for index, read_part, many in inner:
            if part := row[index]:
                setters[index](value, tuple(map(read_part, part)) if many else read_part(part))
        return value

    return read


def _shared(read: Callable[[Row], Any]) -> Callable[[Row], Any]:
    """Read equal rows once: an author of fifty papers is one object."""
    known: dict[Row, Any] = {}

    def get(row: Row) -> Any:
        value = known.get(row)
        if value is None:
            value = known[row] = read(row)
        return value

    return get


def _nested(kind: type) -> Iterator[tuple[int, type, bool]]:
    """Give (index, dataclass, whether it is a tuple of them) for each field that holds dataclasses."""
    hints = get_type_hints(kind)
    for index, field in enumerate(fields(kind)):
        for part, many in _dataclasses(hints[field.name], False):
            yield index, part, many


def _dataclasses(hint: Any, many: bool) -> Iterator[tuple[type, bool]]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint, many
    else:
        for part in get_args(hint):
            yield from _dataclasses(part, many or getattr(hint, "__origin__", None) is tuple)
