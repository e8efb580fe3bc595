"""References to a record or a person that does not exist."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content


def check(content: Content) -> Iterator[Finding]:
    """Follow every reference from a record into the archive."""
    ids = {record.id for record in content.records}
    people = {person.slug for person in content.people}
    for record in content.records:
        for index, link in enumerate(record.related):
            if link.id and link.id not in ids:
                message = f"related: there is no record {link.id!r}"
                yield error(record, ("related", index, "id"), message, _meant(link.id, ids))
            elif link.id == record.id:
                yield error(
                    record, ("related", index, "id"), "related: a record is related to itself", "remove it"
                )
            elif not link.id and not link.url:
                yield error(
                    record,
                    ("related", index),
                    "related: says to what neither by `id` nor by `url`",
                    "add one",
                )
        for key, names in (("authors", record.authors), ("editors", record.editors)):
            for index, name in enumerate(names):
                if name.person and name.person not in people:
                    message = f"{key}: there is no person {name.person!r} in people.yaml"
                    yield error(record, (key, index, "id"), message, _meant(name.person, people))


def _meant(text: str, known: Iterable[str]) -> str:
    close = get_close_matches(text, known, n=1)
    return f"did you mean `{close[0]}`?" if close else ""
