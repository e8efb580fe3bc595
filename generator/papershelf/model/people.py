"""The people of an archive, each under all the names they print."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict

from papershelf.lib.fields import Line, Lines, Url, as_list
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
