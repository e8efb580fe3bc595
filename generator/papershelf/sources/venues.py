"""What sources say of a venue, once in ``venues.yaml`` instead of on every record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from papershelf.content.load import Content
from papershelf.lib.text import fold, slug
from papershelf.model.record import Record
from papershelf.model.venues import Venue, split_venue
from papershelf.sources.codes import find_issn, read_url
from papershelf.sources.entry import Entry
from papershelf.sources.texts import is_placeholder, line
from papershelf.typed_yaml import adapter

_TEXTS = ("title", "short", "kind", "publisher")
_SHARED = ("publisher", "issn")
"""Fields of a record that its venue may have instead."""


def new_venues(records: Sequence[tuple[Record, Entry]], content: Content) -> tuple[Venue, ...]:
    """Return the venues of new records that ``venues.yaml`` does not have, where more than a name is known of them."""
    spelled = _spelled(content.venues)
    groups: dict[str, list[tuple[Record, Entry]]] = defaultdict(list)
    for record, entry in records:
        if record.venue and not entry.is_record and _slug(record.venue, spelled) is None:
            groups[slug(split_venue(record.venue)[0])].append((record, entry))
    taken = set(spelled)
    out: list[Venue] = []
    for key, members in sorted(groups.items()):
        if venue := _venue(key, members, taken):
            taken |= {fold(text) for text in _names(venue)}
            out.append(venue)
    return tuple(out)


def hoisted(
    records: Sequence[tuple[Record, Entry]], content: Content, venues: Iterable[Venue]
) -> Iterator[Record]:
    """Return the records without what their venue says as well."""
    everything = {venue.slug: venue for venue in (*content.venues, *venues)}
    spelled = _spelled(everything.values())
    for record, _ in records:
        key = _slug(record.venue, spelled) if record.venue else None
        if key is None:
            yield record
            continue
        venue = everything[key]
        publisher = "" if record.publisher == venue.publisher else record.publisher
        issn = "" if record.issn == venue.issn else record.issn
        yield (
            record
            if (publisher, issn) == (record.publisher, record.issn)
            else replace(record, publisher=publisher, issn=issn)
        )


def _venue(key: str, members: Sequence[tuple[Record, Entry]], taken: set[str]) -> Venue | None:
    name = split_venue(members[0][0].venue)[0]
    values: dict[str, Any] = {"title": name}
    for text in _TEXTS:
        values[text] = _one(
            [line(str(entry.venue.get(text) or "")) for _, entry in members], ""
        ) or values.get(text, "")
    values["issn"] = _one([find_issn(str(entry.venue.get("issn") or "")) for _, entry in members], "")
    values["url"] = _one([read_url(str(entry.venue.get("url") or "")) for _, entry in members], "")
    for shared in _SHARED:
        values[shared] = values[shared] or _one([getattr(record, shared) for record, _ in members], None)
    values["aliases"] = [name] if fold(name) not in {fold(values["title"]), fold(values["short"])} else []
    values = {part: value for part, value in values.items() if value and not is_placeholder(str(value))}
    try:
        venue = adapter(Venue).validate_python(values)
    except ValidationError:
        return None
    venue = replace(venue, slug=key)
    return venue if values.keys() - {"title"} and not {fold(text) for text in _names(venue)} & taken else None


def _one(texts: Iterable[str], missing: str | None) -> str:
    """Return the one text that is said; empty where several are, or where it is ``missing`` anywhere."""
    found = {text for text in texts if text != missing}
    return found.pop() if len(found) == 1 else ""


def _slug(text: str, spelled: Mapping[str, str]) -> str | None:
    return spelled.get(fold(text)) or spelled.get(fold(split_venue(text)[0]))


def _spelled(venues: Iterable[Venue]) -> dict[str, str]:
    return {fold(text): venue.slug for venue in venues for text in _names(venue)}


def _names(venue: Venue) -> Iterator[str]:
    yield from filter(None, (venue.slug, venue.title, venue.short, *venue.aliases))
