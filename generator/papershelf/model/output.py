"""What a build plans to write: parts of single files, and bundles of files that are made together."""

from collections.abc import Callable, Iterable, Iterator
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
class Part:
    """A part of the plan: outputs that are planned together, or not at all where all they come from is as it was."""

    name: str
    """Its own, and the same from build to build: ``paper/x``."""
    mark: bytes
    """Digest of all that planning it reads, besides the settings; empty where it is to be planned in every build."""
    plan: Callable[[], Iterable[Output]]
    """Returns the outputs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files that can only be made all together, such as the search index; which paths they have, making them tells."""

    name: str
    """Folder below ``output/`` and name in messages."""
    mark: bytes
    """Digest of all that determines any byte: the bundle is made again only when this changes."""
    make: Callable[[], Iterator[tuple[str, bytes]]]
    """Returns path and bytes of every file."""
