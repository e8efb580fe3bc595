"""The file beside every paper's page: the paper as CSL-JSON, from which the page makes its citations."""

from collections.abc import Iterator
from functools import partial

from papershelf.formats import csl_json
from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.large import texts_in_pages
from papershelf.model.output import Output, Part
from papershelf.model.paper import Paper
from papershelf.model.site_view import SiteView


def parts(papers: tuple[Paper, ...]) -> Iterator[Part]:
    """Return the file of every paper, without its abstract where scripts find that on the page."""
    renderer = "paper_json_brief" if texts_in_pages(len(papers)) else "paper_json"
    for run in runs([paper.record.id for paper in papers]):
        some = papers[run]
        yield Part(
            name=f"paper_json/{some[0].record.id}",
            mark=plain_fingerprint((renderer, *[paper.digest for paper in some])),
            plan=partial(_files, some, renderer),
        )


def _files(papers: tuple[Paper, ...], renderer: str) -> Iterator[Output]:
    for paper in papers:
        record = paper.record
        yield Output(
            path=routes.url("paper_json", record.id), renderer=renderer, view=paper, origin=record.source
        )


def render(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON."""
    del site
    return csl_json.write_one(view)


def render_brief(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON without its abstract."""
    del site
    return csl_json.write_one(view, abstract=False)
