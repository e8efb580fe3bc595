"""What a build plans to write: single files, and bundles of files that are made together."""

from collections.abc import Callable, Iterator
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files that can only be made all together, such as the search index; which paths they have, making them tells."""

    name: str
    """Folder below ``output/`` and name in messages."""
    view: object
    """Frozen data that determines every byte: the bundle is made again only when this changes."""
    make: Callable[[], Iterator[tuple[str, bytes]]]
    """Gives path and bytes of every file."""
