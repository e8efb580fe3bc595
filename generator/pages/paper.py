"""A page per paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.formats.cited import Cited, cited
from generator.model import urls
from generator.model.output import Output
from generator.model.record import Record
from generator.pages.catalogue import Catalogue
from generator.pages.summary import RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    """Another paper, or a page elsewhere, that this paper names."""

    rel: str
    """``version-of``, ``extends``, ...; empty for an entry of the references."""
    id: str
    """Paper of this archive, or empty."""
    text: str
    """Title of that paper, else what the record says: an address, a DOI, a reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """``page`` of ``paper.html``."""

    paper: Cited
    """The record, and its venue's."""
    summary: RecordSummary
    newer: str
    """Id of the next paper: of its day, then of the day after; empty on the newest."""
    older: str
    related: tuple[RelatedLink, ...]
    references: tuple[RelatedLink, ...]


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give every paper's page; its neighbours are those of the day, and across days at a day's ends."""
    newest = catalogue.newest
    ids = ["", *(record.id for record in newest), ""]
    papers = {paper.record.id: paper for paper in cited(catalogue.site)}
    for index, record in enumerate(newest, 1):
        view = PaperView(
            paper=papers[record.id],
            summary=catalogue.summaries[record.id],
            newer=ids[index - 1],
            older=ids[index + 1],
            related=_related(record, catalogue) if record.related else (),
            references=_references(record, catalogue) if record.references else (),
        )
        yield Output(
            path=urls.path(urls.paper(record.id)),
            renderer="html",
            layout="paper.html",
            view=view,
            origin=record.source,
        )


def _related(record: Record, catalogue: Catalogue) -> tuple[RelatedLink, ...]:
    return tuple(_link(item.rel, item.id or item.url, catalogue) for item in record.related)


def _references(record: Record, catalogue: Catalogue) -> tuple[RelatedLink, ...]:
    return tuple(_link("", reference, catalogue) for reference in record.references)


def _link(rel: str, text: str, catalogue: Catalogue) -> RelatedLink:
    other = catalogue.site.by_id.get(text)
    return RelatedLink(rel=rel, id=text if other else "", text=other.title if other else text)
