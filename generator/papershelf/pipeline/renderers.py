"""The renderers: which function turns which planned output into bytes."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from papershelf.feeds import RENDERERS as FEED_RENDERERS
from papershelf.model.output import Output
from papershelf.model.site import Static
from papershelf.render import html
from papershelf.views.site_view import SiteView

Render = Callable[[Output], bytes]


@lru_cache(maxsize=1)
def renderers(
    folders: tuple[Path, ...], site: SiteView, layouts: tuple[bytes, ...], cache_dir: Path
) -> Mapping[str, Render]:
    """Return every renderer by its name in outputs; ``layouts``, their digests, tells compiled from stale."""
    table: dict[str, Render] = {
        "html": html.renderer(_layouts(folders, layouts, cache_dir), site),
        "copy": _copy,
        "text": _text,
    }
    for name, render in FEED_RENDERERS.items():
        table[name] = _with_site(render, site)
    return table


def compile_layouts(folders: tuple[Path, ...], layouts: tuple[bytes, ...], cache_dir: Path) -> None:
    """Compile what the renderers will use."""
    html.compile_layouts(_layouts(folders, layouts, cache_dir))


@lru_cache(maxsize=1)
def _layouts(folders: tuple[Path, ...], layouts: tuple[bytes, ...], cache_dir: Path) -> html.Layouts:
    del layouts
    return html.load_layouts(folders, cache_dir)


def _with_site(render: Callable[[object, SiteView], bytes], site: SiteView) -> Render:
    return lambda output: render(output.view, site)


def _copy(output: Output) -> bytes:
    assert isinstance(output.view, Static)
    return Path(output.view.source).read_bytes()


def _text(output: Output) -> bytes:
    assert isinstance(output.view, str)
    return output.view.encode()
