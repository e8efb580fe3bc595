"""A page per paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.summary import RecordSummary


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

    paper: Paper
    """The record, and its venue's."""
    summary: RecordSummary
    newer: str
    """Id of the next paper: of its day, then of the day after; empty on the newest."""
    older: str
    related: tuple[RelatedLink, ...]
    references: tuple[RelatedLink, ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Return every paper's page, newest first; its neighbours are those of the day, and across days at a day's ends."""
    ids = [record.id for record in catalogue.newest]
    directory = catalogue.site.directory.digest
    for run in runs(ids):
        records = catalogue.newest[run]
        newer = ids[run.start - 1] if run.start else ""
        older = ids[run.stop] if run.stop < len(ids) else ""
        marks = [catalogue.papers[record.id].digest for record in records]
        # The page of a paper shows the titles of those it names.
        named = [
            [link.text for link in _related(record, catalogue) + _references(record, catalogue)]
            for record in records
            if record.related or record.references
        ]
        yield Part(
            name=f"paper/{records[0].id}",
            mark=plain_fingerprint([directory, newer, older, marks, named]),
            plan=partial(_pages, catalogue, records, newer, older),
        )


def _pages(catalogue: Catalogue, records: tuple[Record, ...], newer: str, older: str) -> Iterator[Output]:
    ids = [newer, *(record.id for record in records), older]
    for index, record in enumerate(records, 1):
        view = PaperView(
            paper=catalogue.papers[record.id],
            summary=catalogue.summaries[record.id],
            newer=ids[index - 1],
            older=ids[index + 1],
            related=_related(record, catalogue) if record.related else (),
            references=_references(record, catalogue) if record.references else (),
        )
        yield Output(
            path=routes.path(routes.url("paper", record.id)),
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
