"""A page per paper, and beside it the paper as CSL-JSON, from which the page makes its citations."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.large import texts_in_pages
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.pages.catalogue import Catalogue, ListedPaper
from papershelf.views.paper import PaperView, RelatedLink


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSlice:
    """A paper, and the other papers that its page links to."""

    listed: ListedPaper
    related: tuple[RelatedLink, ...]
    references: tuple[RelatedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersSlice:
    """Some papers, and the row of ``feeds.RENDERERS`` that writes their data."""

    renderer: str
    papers: tuple[PaperSlice, ...]
    newer: RelatedLink | None
    """The paper before the first of them, newest first."""
    older: RelatedLink | None


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan every paper's page, newest first; its neighbours are those of the day, and across days at a day's ends."""
    ids = [record.id for record in catalogue.newest]
    listed = catalogue.listed(catalogue.newest)
    # Without the abstract where scripts find that on the page.
    renderer = "paper_json_brief" if texts_in_pages(len(ids)) else "paper_json"
    for run in runs(ids):
        papers = tuple(
            [
                PaperSlice(
                    listed=listed[index],
                    related=_related(record, catalogue) if record.related else (),
                    references=_references(record, catalogue) if record.references else (),
                )
                for index, record in enumerate(catalogue.newest[run], run.start)
            ]
        )
        yield Part(
            name=f"paper/{ids[run.start]}",
            slice=PapersSlice(
                renderer=renderer,
                papers=papers,
                newer=_neighbour(catalogue.newest[run.start - 1]) if run.start else None,
                older=_neighbour(catalogue.newest[run.stop]) if run.stop < len(ids) else None,
            ),
            outputs=_files,
        )


def _files(slice: PapersSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    papers = slice.papers
    around = [slice.newer, *[_neighbour(each.listed.paper.record) for each in papers], slice.older]
    for each, newer, older in zip(papers, around, around[2:], strict=False):
        record = each.listed.paper.record
        view = PaperView(
            paper=each.listed.paper,
            summary=each.listed.summary.value,
            newer=newer,
            older=older,
            related=each.related,
            references=each.references,
        )
        yield Output(
            path=routes.path(routes.url("paper", record.id)),
            renderer="html",
            layout="paper.html",
            view=view,
            origin=record.source,
        )
        yield Output(
            path=routes.url("paper_json", record.id),
            renderer=slice.renderer,
            view=each.listed.paper,
            origin=record.source,
        )


def _neighbour(record: Record) -> RelatedLink:
    return RelatedLink(rel="", id=record.id, text=record.title)


def _related(record: Record, catalogue: Catalogue) -> tuple[RelatedLink, ...]:
    return tuple(_link(item.rel, item.id or item.url, catalogue) for item in record.related)


def _references(record: Record, catalogue: Catalogue) -> tuple[RelatedLink, ...]:
    return tuple(_link("", reference, catalogue) for reference in record.references)


def _link(rel: str, text: str, catalogue: Catalogue) -> RelatedLink:
    other = catalogue.site.by_id.get(text)
    return RelatedLink(rel=rel, id=text if other else "", text=other.title if other else text)
