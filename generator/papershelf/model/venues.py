"""What papers appear in: journals, conference series and other containers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict

from papershelf.lib.fields import Line, Lines, Url, as_list
from papershelf.lib.text import fold, term_slug
from papershelf.model.dates import MONTHS
from papershelf.model.fields import EntryKey, Issn
from papershelf.model.record import Record
from papershelf.model.volumes import Volume

_MONTH_AT_END = re.compile(rf"[\s,]\s?(?:{'|'.join(MONTHS)})[\s,]+\Z")
_YEAR_AFTER = re.compile(r"(?<=[\s,'])((?:19|20)\d\d)\Z")

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
    volumes: Annotated[tuple[Volume, ...], BeforeValidator(as_list)] = ()
    """Its volumes and issues of which there is more to say than their papers do; each has a page."""


def split_venue(text: str) -> tuple[str, str]:
    """Return a venue text's name and year: ``NeurIPS 2023`` is ``("NeurIPS", "2023")``; no year gives an empty one.

    A month before the year goes: ``Science, March 1989`` is ``("Science", "1989")``.
    """
    match = _YEAR_AFTER.search(text, max(0, len(text) - 4))
    name = _MONTH_AT_END.sub("", text[:-4]).rstrip(" \t\n,'") if match else ""
    return (name, match[1]) if match and name else (text, "")


def venue_texts(
    records: Iterable[Record], venues: tuple[Venue, ...]
) -> tuple[dict[str, tuple[str, str]], dict[str, Venue]]:
    """Return slug and year of every venue text, be it a volume's title, and the venue of every slug."""
    known = {venue.slug: venue for venue in venues}
    titles = {
        fold(volume.title): (venue.slug, volume.year)
        for venue in venues
        for volume in venue.volumes
        if volume.title
    }
    spelled = {
        fold(text): venue.slug
        for venue in venues
        for text in (venue.slug, venue.title, venue.short, *venue.aliases)
        if text
    }
    texts: dict[str, tuple[str, str]] = {}
    for record in records:
        if record.venue and record.venue not in texts:
            if titles and (named := titles.get(fold(record.venue))):
                texts[record.venue] = named
                continue
            name_text, year = split_venue(record.venue)
            key = spelled.get(fold(record.venue)) or spelled.get(fold(name_text)) or term_slug(name_text)
            texts[record.venue] = (key, year)
            if key not in known:
                known[key] = Venue(slug=key, title=name_text)
    return texts, known
