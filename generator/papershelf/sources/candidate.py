"""An entry as a checked record: whatever the definition of a record refuses is left out with a word."""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from papershelf.model.record import Record
from papershelf.problems import Problem
from papershelf.sources.clean import clean
from papershelf.sources.entry import Entry, Values, remark, skipped
from papershelf.typed_yaml import adapter

NO_ID = "unnamed"
"""Id of a record whose source names none that can be one."""
_REQUIRED = ("title", "date")


def candidate(
    entry: Entry, people: Iterable[str] = (), year: str = ""
) -> tuple[Record | None, list[Problem]]:
    """Return the record of an entry, and what was left out; None where it can be none.

    ``people`` are the slugs of ``people.yaml``: an author's ``id`` that is not among them is left out. ``year``
    stands in for a date that is missing.
    """
    values, said = clean(entry)
    if year and not values.get("date"):
        values["date"] = year
    for key in _REQUIRED:
        if not values.get(key):
            place = entry.location
            return None, [*said, skipped(place.path, place.line, _missing(key, values, entry))]
    values.setdefault("id", NO_ID)
    values = _known_people(values, frozenset(people))
    while True:
        try:
            return adapter(Record).validate_python(values), said
        except ValidationError as error:
            refused = {str(item["loc"][0]): _reason(item) for item in error.errors(include_url=False)}
        for key, reason in refused.items():
            if key in _REQUIRED:
                return None, [*said, skipped(entry.location.path, entry.location.line, f"{key}: {reason}")]
            said.append(remark(entry.location, f"{key}: is left out: {reason}"))
            values = {name: value for name, value in values.items() if name != key}
        values.setdefault("id", NO_ID)


def _missing(key: str, values: Values, entry: Entry) -> str:
    given = entry.values.get(key)
    what = f"{given!r} is none" if given not in (None, "", [], {}) else "the source gives none"
    title = f" ({values['title']})" if key != "title" and "title" in values else ""
    advice = (
        "; write it there, or give a year to all such papers: import --year YYYY" if key == "date" else ""
    )
    return f"has no {key}: {what}{title}{advice}"


def _reason(item: Any) -> str:
    return str(item.get("ctx", {}).get("error") or item["msg"])


def _known_people(values: Values, people: frozenset[str]) -> Values:
    for key in ("authors", "editors"):
        if any(isinstance(name, dict) and name.get("id") not in people for name in values.get(key, ())):
            values = {**values, key: [_without_id(name, people) for name in values[key]]}
    return values


def _without_id(name: Any, people: frozenset[str]) -> Any:
    if isinstance(name, dict) and "id" in name and name["id"] not in people:
        return {key: value for key, value in name.items() if key != "id"}
    return name
