"""What all new papers of a volume say alike, once with the volume in ``venues.yaml`` instead of on every record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from papershelf.model.record import Record
from papershelf.model.venues import Venue, venue_texts
from papershelf.model.volumes import Volume, fitting

_EMPTY: dict[str, Any] = {
    "editors": (), "publisher": "", "place": "", "series": "", "event": None, "isbn": "",
}  # fmt: skip
"""Fields of a record that its volume may have instead. Volume and issue stay: they tell which one it is."""
FEWEST = 2
"""Papers of a volume that must say a thing alike, so that it is the volume's and not a paper's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """New records and what ``venues.yaml`` is to say for them."""

    records: tuple[Record, ...]
    """Without what their volumes say."""
    venues: tuple[Venue, ...]
    """New ones, with their volumes."""
    volumes: Mapping[Venue, tuple[Volume, ...]]
    """Venue that is there -> new volumes of it."""


def shelve(records: tuple[Record, ...], there: Sequence[Venue], new: Sequence[Venue]) -> Shelved:
    """Return new records, and their volumes, where these say something for all of them.

    ``there`` are the venues of the archive, ``new`` those that join with the records.
    """
    texts, known = venue_texts(records, (*there, *new))
    volumes = _volumes(records, texts, known)
    slugs = {venue.slug for venue in there}
    titled = [known[slug] for slug in volumes if slug not in slugs | {venue.slug for venue in new}]
    joining = tuple(_with(venue, volumes) for venue in sorted([*new, *titled], key=lambda venue: venue.slug))
    everything = {venue.slug: venue for venue in (*(_with(venue, volumes) for venue in there), *joining)}
    return Shelved(
        records=tuple(_lighter(records, texts, everything)),
        venues=joining,
        volumes={known[slug]: some for slug, some in volumes.items() if slug in slugs},
    )


def _volumes(
    records: Iterable[Record], texts: Mapping[str, tuple[str, str]], known: Mapping[str, Venue]
) -> dict[str, tuple[Volume, ...]]:
    """Return new volumes by the slug of their venue."""
    groups: dict[tuple[str, str, str, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.venue:
            slug, year = texts[record.venue]
            groups[slug, year or record.year, record.volume, record.issue].append(record)
    out: dict[str, tuple[Volume, ...]] = {}
    for (slug, year, volume, issue), members in sorted(groups.items(), key=lambda group: group[0]):
        alike = _alike(members) if len(members) >= FEWEST else {}
        if alike and not fitting(members[0], year, known[slug].volumes):
            out[slug] = (*out.get(slug, ()), Volume(year=year, volume=volume, issue=issue, **alike))
    return out


def _alike(records: Sequence[Record]) -> dict[str, Any]:
    """Return the fields that all records give, and give alike."""
    values = {name: {getattr(record, name) for record in records} for name in _EMPTY}
    return {name: found.pop() for name, found in values.items() if len(found) == 1 and all(found)}


def _with(venue: Venue, volumes: Mapping[str, tuple[Volume, ...]]) -> Venue:
    return replace(venue, volumes=(*venue.volumes, *volumes.get(venue.slug, ())))


def _lighter(
    records: Iterable[Record], texts: Mapping[str, tuple[str, str]], venues: Mapping[str, Venue]
) -> Iterator[Record]:
    """Return records without what their volumes say for them."""
    for record in records:
        slug, year = texts.get(record.venue, ("", ""))
        fits = fitting(record, year, venues[slug].volumes) if slug in venues else []
        if len(fits) == 1:
            said = {name: getattr(fits[0], name) for name in _EMPTY}
            record = replace(
                record,
                **{name: _EMPTY[name] for name, value in said.items() if value == getattr(record, name)},
            )
        yield record
