"""Volumes of ``venues.yaml`` that no paper can name, and those that no paper can tell apart."""

from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.checks.people import VENUES
from papershelf.content.load import Content
from papershelf.model.venues import Venue, venue_texts
from papershelf.model.volumes import KEYS, fitting

_KEYS = "`year`, `volume` or `issue`"


def check(content: Content) -> Iterator[Finding]:
    """Look at all volumes, and for the volume of each paper whose venue has some."""
    volumes = {venue.slug: venue.volumes for venue in content.venues if venue.volumes}
    for venue in content.venues:
        yield from _volumes(venue)
    texts, _ = venue_texts(content.records if volumes else (), content.venues)
    for record in content.records if volumes else ():
        slug, year = texts.get(record.venue, ("", ""))
        fits = fitting(record, year, volumes.get(slug, ()))
        if len(fits) > 1:
            names = " and ".join([repr(volume.name) for volume in fits[:2]])
            keys = [key for key in KEYS if len({getattr(volume, key) for volume in fits}) > 1]
            advice = f"write `{keys[0]}:` in the record" if keys and keys[0] != "year" else ""
            yield warning(
                record, ("venue",), f"venue: it fits {names} of {slug} alike, so in neither", advice
            )


def _volumes(venue: Venue) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for index, volume in enumerate(venue.volumes):
        place = (venue.slug, "volumes", index)
        if not volume.slug:
            message = f"a volume needs {_KEYS}, by which its papers are known"
            yield Finding(path=VENUES, field=place, message=message, advice="write what its papers say")
        elif volume.slug in taken:
            message = f"{volume.name!r} has the same {_KEYS} as {taken[volume.slug]!r}"
            yield Finding(path=VENUES, field=place, message=message, advice="tell them apart by these keys")
        else:
            taken[volume.slug] = volume.name
