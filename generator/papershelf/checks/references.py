"""References to a record or a person that does not exist."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content

MAX_GUESSES = 20  # of what was meant: to compare with 100,000 ids takes a tenth of a second


def check(content: Content) -> Iterator[Finding]:
    """Follow every reference from a record into the archive."""
    ids = {record.id for record in content.records}
    people = {person.slug for person in content.people}
    meant = _guesser()
    for record in content.records:
        for index, link in enumerate(record.related):
            if link.id and link.id not in ids:
                message = f"related: there is no record {link.id!r}"
                yield error(record, ("related", index, "id"), message, meant(link.id, ids))
            elif link.id == record.id:
                message = "related: a record is related to itself"
                yield error(record, ("related", index, "id"), message, "remove it")
            elif not link.id and not link.url:
                message = "related: says to what neither by `id` nor by `url`"
                yield error(record, ("related", index), message, "add one")
        for key, names in (("authors", record.authors), ("editors", record.editors)):
            for index, name in enumerate(names):
                if name.person and name.person not in people:
                    message = f"{key}: there is no person {name.person!r} in people.yaml"
                    yield error(record, (key, index, "id"), message, meant(name.person, people))


def _guesser() -> Callable[[str, Iterable[str]], str]:
    """Return what guesses which of the possible texts was meant, the first ``MAX_GUESSES`` times."""
    left = iter(range(MAX_GUESSES))

    def meant(text: str, possible: Iterable[str]) -> str:
        if next(left, None) is None:
            return ""
        alike = [each for each in possible if each[:2] == text[:2] or each[-4:] == text[-4:]]
        close = get_close_matches(text, sorted(alike), n=1)
        return f"did you mean `{close[0]}`?" if close else ""

    return meant
