"""People and venues that claim the same name, or point at nobody."""

from collections.abc import Iterator

from papershelf.checks.finding import Finding
from papershelf.content.load import Content
from papershelf.lib.text import fold
from papershelf.model.people import Person
from papershelf.model.venues import Venue

PEOPLE = "content/people.yaml"
VENUES = "content/venues.yaml"


def check(content: Content) -> Iterator[Finding]:
    """Check that each printed name means one person, and each venue text one venue."""
    yield from _people(content.people)
    yield from _venues(content.venues)


def _people(people: tuple[Person, ...]) -> Iterator[Finding]:
    slugs = {person.slug: person for person in people}
    owners: dict[str, str] = {}
    for person in people:
        variants = [(("variants", index), name) for index, name in enumerate(person.variants)]
        for field, name in [(("name",), person.name), *variants]:
            owner = owners.setdefault(name, person.slug)
            if owner != person.slug and not _told_apart(person, slugs[owner]):
                message = f"the printed name {name!r} already means {owner}"
                advice = (
                    f"a name means one person; where two share it, write `not_same_as: [{owner}]` here, "
                    "and `id:` with the author in records"
                )
                yield Finding(path=PEOPLE, field=(person.slug, *field), message=message, advice=advice)
        for index, other in enumerate(person.not_same_as):
            if other not in slugs:
                message = f"not_same_as: there is no person {other!r} here"
                yield Finding(path=PEOPLE, field=(person.slug, "not_same_as", index), message=message)


def _told_apart(person: Person, other: Person) -> bool:
    return other.slug in person.not_same_as or person.slug in other.not_same_as


def _venues(venues: tuple[Venue, ...]) -> Iterator[Finding]:
    spelled: dict[str, str] = {}
    for venue in venues:
        aliases = [(("aliases", index), name) for index, name in enumerate(venue.aliases)]
        for field, name in [(("title",), venue.title), (("short",), venue.short), *aliases]:
            owner = spelled.setdefault(fold(name), venue.slug) if name else venue.slug
            if owner != venue.slug:
                message = f"the name {name!r} already means {owner}"
                yield Finding(path=VENUES, field=(venue.slug, *field), message=message, advice="rename one")
