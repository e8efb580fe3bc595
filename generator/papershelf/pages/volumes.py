"""A page per volume or issue of the venues there are: what it says, and its papers in the order of its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume, newest_first, number_in
from papershelf.pages.catalogue import Catalogue, Summary, values
from papershelf.views.pager import page_output_path, paginate
from papershelf.views.terms import VolumeView


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumesSlice:
    """A venue's volumes, newest first, each with its papers in order."""

    venue: Venue
    """Without the volumes."""
    volumes: tuple[tuple[Volume, tuple[Summary, ...]], ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the pages of the volumes, venue by venue."""
    directory = catalogue.site.directory
    papers: dict[tuple[str, str], list[Record]] = {}
    for record in catalogue.site.records if directory.volumes else ():
        if volume := directory.volumes.get(record.id):
            papers.setdefault((directory.venues[record.venue][0], volume.slug), []).append(record)
    for term in catalogue.site.taxonomy("venues").terms:
        venue = term.venue
        if venue and venue.volumes:
            volumes = [
                (volume, catalogue.summarised(sorted(papers.get((venue.slug, volume.slug), ()), key=_place)))
                for volume in newest_first(venue.volumes)
            ]
            slice = VolumesSlice(venue=replace(venue, volumes=()), volumes=tuple(volumes))
            yield Part(name=f"volumes/{venue.slug}", slice=slice, outputs=_pages)


def _place(record: Record) -> tuple[bool, int, str]:
    """Return what a paper is ordered by: its first page, else its number, else last by id."""
    number = number_in(record.pages or record.article_number or record.number)
    return not number, number, record.id


def _pages(slice: VolumesSlice, config: SiteConfig) -> Iterator[Output]:
    named = [(volume.slug, volume.name) for volume, _ in slice.volumes]
    around = [None, *named, None]
    for index, (volume, papers) in enumerate(slice.volumes):
        address = routes.url("volume", slice.venue.slug, volume.slug)
        for pager, window in paginate(address, papers, config.per_page):
            view = VolumeView(
                venue=slice.venue,
                volume=volume,
                newer=around[index],
                older=around[index + 2],
                count=len(papers),
                pager=pager,
                items=values(window),
            )
            yield Output(path=page_output_path(pager), renderer="html", layout="volume.html", view=view)
