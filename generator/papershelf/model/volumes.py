"""Volumes and issues of venues: which papers stand in them, and what they say for all of these."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, Field

from papershelf.lib.digest import digest, fingerprint
from papershelf.lib.fields import Line, Paragraphs, Url
from papershelf.lib.text import fold, slug
from papershelf.model.fields import Date, Doi, Isbn
from papershelf.model.record import Names, Record
from papershelf.model.record_parts import STRICT, Event

KEYS = ("year", "volume", "issue")
"""Fields by which a paper is known to stand in a volume."""

SHARED = ("volume", "issue", "editors", "publisher", "place", "series", "event", "isbn")
"""Fields of a record that its volume says for it, where the record does not."""


def whole_year(value: str) -> str:
    """Check a year in four digits."""
    if not (len(value) == 4 and value.isascii() and value.isdigit()):
        raise ValueError(f"{value!r} is not a year (want YYYY)")
    return value


Year = Annotated[
    Line,
    AfterValidator(whole_year),
    Field(
        json_schema_extra={
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}$",
            "minimum": 1000,
            "maximum": 9999,
        }
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume or issue of a venue; `year`, `volume` and `issue`, as far as given, say which papers stand in it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    year: Year = ""
    """The year that papers write behind the venue's name, ``2023`` in ``NeurIPS 2023``; else that of their date."""
    volume: Line = ""
    """Its number: ``139``."""
    issue: Line = ""
    """Of the volume."""
    title: Line = ""
    """Its own title: ``Proceedings of the 38th International Conference on Machine Learning``."""
    editors: Names = ()
    """As printed, in their order."""
    date: Date = ""
    """When it was published; may be partial."""
    publisher: Line = ""
    """Who published it, where it is not the venue's publisher."""
    place: Line = ""
    """Where it was published."""
    series: Line = ""
    """Of books that it is part of."""
    event: Event | None = None
    """The conference at which its papers were given."""
    isbn: Isbn = ""
    """With 10 or 13 digits."""
    doi: Doi = ""
    """Of the volume as a whole."""
    url: Url = ""
    """Its own page."""
    front_matter: Paragraphs = ""
    """What it says before its papers: preface, committees; Markdown with ``$math$``."""

    @property
    def slug(self) -> str:
        """Last part of its address: ``2023``, ``139``, ``12-3``; empty where no key is given."""
        return "-".join([slug(text) for key in KEYS if (text := getattr(self, key))])

    @property
    def name(self) -> str:
        """Its title, else its place in the venue: ``Volume 12, issue 3``."""
        place = [f"{key} {text}" for key in KEYS[1:] if (text := getattr(self, key))]
        return self.title or ", ".join(place or [self.year]).capitalize()


def fitting(record: Record, year: str, volumes: Iterable[Volume]) -> list[Volume]:
    """Return the volumes of a record's venue in which it may stand: one where that is certain, else none or several.

    ``year`` is that of its venue text, or empty. A volume is told by its title as the venue; else each of its keys that
    the record gives must agree, and those remain with most such keys and fewest others.
    """
    given = {"year": year or record.year, "volume": record.volume, "issue": record.issue}
    best: list[Volume] = []
    highest = (1, -len(KEYS))
    for volume in volumes:
        if volume.title and fold(volume.title) == fold(record.venue):
            return [volume]
        keys = [(given[key], text) for key in KEYS if (text := getattr(volume, key))]
        if any(said and said != text for said, text in keys):
            continue
        agreeing = sum(bool(said) for said, _ in keys)
        rank = (agreeing, agreeing - len(keys))
        if rank >= highest:
            best = [*best, volume] if rank == highest else [volume]
            highest = rank
    return best


def newest_first(volumes: Iterable[Volume]) -> tuple[Volume, ...]:
    """Return volumes by year or date, then by number."""
    return tuple(sorted(volumes, key=_age, reverse=True))


def _age(volume: Volume) -> tuple[str, int, int, str]:
    return volume.year or volume.date[:4], number_in(volume.volume), number_in(volume.issue), volume.slug


def number_in(text: str) -> int:
    """Return the first number in a text, 0 where there is none: ``e17`` is 17."""
    match = re.search("[0-9]{1,9}", text)
    return int(match[0]) if match else 0


def completed(
    records: tuple[Record, ...],
    texts: Mapping[str, tuple[str, str]],
    volumes: Mapping[str, tuple[Volume, ...]],
) -> tuple[tuple[Record, ...], dict[str, Volume]]:
    """Return records with what their volumes say for them, and the volume of each that stands in one, by id.

    Takes slug and year of every venue text, and the volumes of the venues that have some.
    """
    if not volumes:
        return records, {}
    found: dict[str, Volume] = {}
    out = []
    for record in records:
        key, year = texts.get(record.venue, ("", ""))
        if key in volumes and len(fits := fitting(record, year, volumes[key])) == 1:
            record = _filled(record, fits[0])
            found[record.id] = fits[0]
        out.append(record)
    return tuple(out), found


def _filled(record: Record, volume: Volume) -> Record:
    new = {name: value for name in SHARED if (value := getattr(volume, name)) and not getattr(record, name)}
    return replace(record, digest=digest(record.digest + fingerprint(volume)), **new)
