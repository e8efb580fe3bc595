"""The file beside every paper's page: the paper as CSL-JSON, from which the page makes its citations."""

from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.config import SiteConfig
from papershelf.formats import csl_json
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.large import texts_in_pages
from papershelf.model.output import Output, Part
from papershelf.model.paper import Paper
from papershelf.views.site_view import SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersSlice:
    """Some papers, and the row of ``RENDERERS`` by which they are written."""

    renderer: str
    papers: tuple[Paper, ...]


def parts(papers: tuple[Paper, ...]) -> Iterator[Part]:
    """Plan the file of every paper, without its abstract where scripts find that on the page."""
    renderer = "paper_json_brief" if texts_in_pages(len(papers)) else "paper_json"
    for run in runs([paper.record.id for paper in papers]):
        slice = PapersSlice(renderer=renderer, papers=papers[run])
        yield Part(name=f"paper_json/{papers[run.start].record.id}", slice=slice, outputs=_files)


def _files(slice: PapersSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    for paper in slice.papers:
        record = paper.record
        path = routes.url("paper_json", record.id)
        yield Output(path=path, renderer=slice.renderer, view=paper, origin=record.source)


def render(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON."""
    del site
    return csl_json.write_one(view)


def render_brief(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON without its abstract."""
    del site
    return csl_json.write_one(view, abstract=False)
