"""The people of an archive, each under all the names they print."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict

from papershelf.lib.fields import Line, Lines, Url, as_list
from papershelf.lib.text import slug
from papershelf.model.fields import EntryKey, Orcid, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An entry of ``people.yaml``: one human being under all the names they print."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    slug: EntryKey = ""
    """Their address below ``/authors/``: the entry's key."""
    name: Line
    """The name their page is headed with."""
    variants: Lines = ()
    """Other printed names that mean them."""
    orcid: Orcid = ""
    """Bare ORCID iD; a person with one counts as verified."""
    homepage: Url = ""
    """Their own page."""
    affiliation: Line = ""
    """Where they work."""
    same_as: Annotated[tuple[Url, ...], BeforeValidator(as_list)] = ()
    """Addresses of other profiles of the same person."""
    not_same_as: Annotated[tuple[RecordId, ...], BeforeValidator(as_list)] = ()
    """Slugs of people with similar names who are somebody else."""
    note: Line = ""
    """A remark for their page, plain text."""


def by_name(people: Iterable[Person]) -> dict[str, tuple[str, ...]]:
    """Return who may be meant by each printed name that ``people.yaml`` has: slugs, of which several share a name.

    Of several, the one whose slug is that of the name itself is meant: ``yang-liu`` by ``Yang Liu``.
    """
    found: dict[str, tuple[str, ...]] = {}
    for person in people:
        for printed in dict.fromkeys((person.name, *person.variants)):
            found[printed] = (*found.get(printed, ()), person.slug)
    return {printed: (own,) if (own := slug(printed)) in slugs else slugs for printed, slugs in found.items()}


def told_apart(person: Person) -> str:
    """Return a person's name with what tells them from others of that name."""
    return f"{person.name} ({person.affiliation or person.slug})"
