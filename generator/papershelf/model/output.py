"""What a build plans to write: parts of single files, and bundles of files that are made together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from papershelf.config import SiteConfig
from papershelf.lib.digest import fingerprint


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
    """Outputs that are planned together, or not at all where all that they are made from is as it was."""

    name: str
    """Its own, and the same from build to build: ``paper/x``."""
    slice: Any
    """Frozen data: the papers it shows and, of all others, just what it prints."""
    outputs: Callable[[Any, SiteConfig], Iterable[Output]]
    """A module-level function that plans the files of the slice, under the archive's settings, and reads nothing else.
    """
    of_all: bool = False
    """Whether it is made of all papers: a preview leaves it to the build after."""
    input_digest: bytes = field(init=False)
    """Fingerprint of the slice."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "input_digest", fingerprint(self.slice))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files that can only be made all together, such as the search index; which there are, making them tells."""

    name: str
    """Folder below ``output/`` and name in messages."""
    slice: Any
    """Frozen data that determines every byte, with the settings."""
    files: Callable[[Any, SiteConfig, Path], Iterator[tuple[str, bytes]]]
    """A module-level function from the slice, the settings and a folder for its work to path and bytes of each file.

    What it keeps in the folder changes the time that the next build takes, never a byte.
    """
    input_digest: bytes = field(init=False)
    """Fingerprint of the slice."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "input_digest", fingerprint(self.slice))
