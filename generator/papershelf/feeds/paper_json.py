"""The file beside every paper's page: the paper as CSL-JSON; ``pages/paper.py`` plans it."""

from papershelf.formats import csl_json
from papershelf.model.paper import Paper
from papershelf.views.site_view import SiteView


def render(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON."""
    del site
    return csl_json.write_one(view)


def render_brief(view: Paper, site: SiteView) -> bytes:
    """Return the paper as CSL-JSON without its abstract."""
    del site
    return csl_json.write_one(view, abstract=False)
