"""The files of `layouts/assets/` as they are served: scripts without comment lines, the search engine in one file."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from papershelf.config import SiteConfig
from papershelf.formats import citation_tables
from papershelf.lib.digest import digest
from papershelf.lib.scripts import joined, without_comment_lines
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.site import Static

ROUTES_MODULE = routes.url("asset", "js/routes.js")
"""The module from which scripts have their addresses."""

JOINED = (routes.url("asset", "js/search/engine.js"),)
"""Modules that are served with all they import from their folder: one request where a browser would make ten, in turn.
"""


def part(layouts: tuple[Path, ...]) -> Part:
    """Return the files of every ``layouts/assets/``; an archive's own file stands before the generator's."""
    found: dict[str, Path] = {}
    for folder in layouts:
        for file in sorted((folder / "assets").rglob("*")):
            if file.is_file():
                name = file.relative_to(folder / "assets").as_posix()
                found.setdefault(routes.url("asset", name), file)
    for path in MADE:
        found.pop(path, None)
    files = tuple(
        Static(path=path, source=str(found[path]), content_digest=digest(found[path].read_bytes()))
        for path in sorted(found)
    )
    return Part(name="assets", slice=files, outputs=_outputs)


def _outputs(files: tuple[Static, ...], config: SiteConfig) -> Iterator[Output]:
    del config
    for path, make in MADE.items():
        yield Output(path=path, renderer="text", view=make())
    source = {file.path: file for file in files}
    data = {file.path: Path(file.source).read_bytes() for file in files}
    for path, content in _in_few_files(data).items():
        if path.endswith(".js") and _is_utf8(content):
            script = without_comment_lines(content).decode()
            yield Output(path=path, renderer="text", view=script, origin=source[path].source)
        else:
            yield Output(path=path, renderer="copy", view=source[path], origin=source[path].source)


def routes_module() -> str:
    """Return the script that gives the layouts' scripts their addresses, as ``routes.url`` gives them here."""
    asked = {name: routes.numbered(name) for name, route in routes.ROUTES.items() if route.scripts}
    return f"""\
const ROUTES = {json.dumps(asked)};
export const FOLDERS = {json.dumps(routes.folders())};
export const root = new URL("{routes.root(ROUTES_MODULE)}", import.meta.url);
export const url = (name, ...parts) => ROUTES[name].replace(/{{(\\d)}}/g, (_, at) => parts[at]);
export const link = (name, ...parts) => new URL(url(name, ...parts), root);
"""


MADE: dict[str, Callable[[], str]] = {
    ROUTES_MODULE: routes_module,
    routes.url("asset", "js/cite/tables.js"): citation_tables.module,
}
"""Modules of what scripts share with the generator, each with what writes it."""


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _in_few_files(data: dict[str, bytes]) -> dict[str, bytes]:
    """Return all files, with each module of JOINED and its parts as one."""
    served = dict(data)
    for path in JOINED:
        folder = PurePosixPath(path).parent
        modules = {name.name: data[str(name)] for name in map(PurePosixPath, data) if name.parent == folder}
        served[path], parts = joined(PurePosixPath(path).name, modules)
        for part in parts:
            del served[f"{folder}/{part}"]
    return served
