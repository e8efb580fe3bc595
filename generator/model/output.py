"""One file of the built site, as planned: everything its renderer may read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A planned file. Its key is the fingerprint of all of this, the layout's closure, the site view and the code."""

    path: str
    """File below ``output/``, with forward slashes: ``papers/x/index.html``."""
    renderer: str
    """Row of ``RENDERERS``: which function turns the view into bytes."""
    view: object
    """Frozen data; the only thing besides ``SiteView`` that the renderer may read."""
    layout: str = ""
    """Template below ``layouts/``, for renderers that use one."""
    origin: str = ""
    """Content file the page comes from, for messages; empty for pages made from many."""
