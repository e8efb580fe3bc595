"""The file beside every paper's page: the paper as CSL-JSON, from which the page makes its citations."""

from collections.abc import Iterator

from generator.formats import csl_json
from generator.formats.cited import Cited, cited
from generator.model import urls
from generator.model.large import texts_in_pages
from generator.model.output import Output
from generator.model.site import Site
from generator.model.site_view import SiteView


def plan(site: Site) -> Iterator[Output]:
    """Give the file of every paper, without its abstract where scripts find that on the page."""
    renderer = "paper_json_brief" if texts_in_pages(len(site.records)) else "paper_json"
    for paper in cited(site):
        record = paper.record
        yield Output(path=urls.paper_json(record.id), renderer=renderer, view=paper, origin=record.source)


def render(view: Cited, site: SiteView) -> bytes:
    """Give the paper as CSL-JSON."""
    del site
    return csl_json.write_one(view)


def render_brief(view: Cited, site: SiteView) -> bytes:
    """Give the paper as CSL-JSON without its abstract."""
    del site
    return csl_json.write_one(view, abstract=False)
