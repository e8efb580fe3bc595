"""What papers appear in: journals, conference series and other containers."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from papershelf.lib.fields import Line, Lines, Url
from papershelf.model.fields import EntryKey, Issn

VenueKind = Literal["conference", "journal", "workshop", "preprint-server", "book-series", "university"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """An entry of ``venues.yaml``: a journal, conference series or other container."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    slug: EntryKey = ""
    """Its address below ``/venues/``: the entry's key."""
    title: Line
    """Full name."""
    short: Line = ""
    """The usual abbreviation."""
    kind: VenueKind | Literal[""] = ""
    """What it is; decides the type of its papers."""
    publisher: Line = ""
    """Who publishes it."""
    issn: Issn = ""
    """Its ISSN."""
    url: Url = ""
    """Its own page."""
    aliases: Lines = ()
    """Other spellings under which records name it."""
