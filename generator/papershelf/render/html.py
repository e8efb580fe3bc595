"""Layouts: found, checked for what they depend on, and turned with a view into a page."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import (
    Environment,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.meta import find_referenced_templates
from jinja2.runtime import Context
from markupsafe import Markup

from papershelf.lib.digest import digest
from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.problems import Location, Problem, Severity
from papershelf.render.environment import BUILT_IN, keep_tree, make_environment
from papershelf.render.filters import FILTERS
from papershelf.views.site_view import SiteView

CIRCLE = 100  # steps of a traceback in which layouts that go round in a circle have all come by
PARTIALS_KEPT = 100_000  # rendered partials that a process keeps: some 40 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Layouts:
    """The layouts of one build."""

    environment: Environment
    closures: dict[str, bytes]
    """Digests of closures worked out so far."""
    read: dict[str, tuple[str, tuple[str, ...]]]
    """Text of the layouts read so far, and the others that each names."""


def load_layouts(folders: tuple[Path, ...], cache_dir: Path | None = None) -> Layouts:
    """Find layouts in ``folders``; one in an earlier folder stands before its namesake in a later.

    In the folder ``cache_dir`` their code is kept for the next build.
    Nothing is read or compiled yet. A layout may name ``page``, ``site`` and ``root`` (in a partial ``item``,
    ``site`` and ``root``) and has Jinja's filters, those of ``render/filters.py``, and ``partial``; any other
    name is an error.
    """
    environment = make_environment(folders, cache_dir)
    environment.filters.update(FILTERS, partial=_partial(environment))
    return Layouts(environment=environment, closures={}, read={})


def source_digest(folders: tuple[Path, ...]) -> bytes:
    """Return the digest of every file in ``folders``: a layout may be made of any."""
    parts = []
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                parts += [str(file).encode(), digest(file.read_bytes())]
    return digest(b"\0".join(parts))


def closure_digest(layouts: Layouts, name: str) -> bytes:
    """Return the digest of a layout and of all that it extends, includes, imports or calls as a partial."""
    if name not in layouts.closures:
        sources: dict[str, str] = {}
        _collect(layouts, name, sources)
        parts = (f"{each}\0{sources[each]}\0" for each in sorted(sources))
        layouts.closures[name] = digest("".join(parts).encode())
    return layouts.closures[name]


def closure_digests(folders: tuple[Path, ...]) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the digest of the closure of every layout in ``folders``, by name; and what is wrong with layouts."""
    layouts, digests, problems = load_layouts(folders), {}, []
    files = {
        file.relative_to(folder).as_posix()
        for folder in folders
        for pattern in ("*.[hc][ts]*", "mail/*.[ht][tx]*")
        for file in folder.glob(pattern)
    }
    for name in sorted(files):
        try:
            digests[name] = closure_digest(layouts, name)
        except TemplateError as error:
            file = getattr(error, "name", None) or name
            where = Location(path=f"layouts/{file}", line=getattr(error, "lineno", 0))
            problems.append(Problem(location=where, message=error.message or "cannot be read", code="layout"))
        except (UnicodeDecodeError, OSError, RecursionError) as error:
            reason = {UnicodeDecodeError: "is not UTF-8", RecursionError: "extends itself"}
            message = reason.get(type(error), "cannot be read")
            problems.append(
                Problem(location=Location(path=f"layouts/{name}"), message=message, code="layout")
            )
    return digests, list(dict.fromkeys(problems))  # several layouts may need the one that is wrong


def unused_layouts(folders: tuple[Path, ...]) -> Iterator[Problem]:
    """Return a warning for each layout of the archive's own that no page and no other layout asks for.

    ``folders`` are those of ``load_layouts``.
    """
    *own, built_in = folders
    pages = {file.name for file in built_in.glob("*.html")}
    for name in sorted({file.name for folder in own for file in folder.glob("*.html")} - pages):
        texts = [file.read_text("utf-8", "replace") for folder in own for file in folder.rglob("*.html")]
        if not any(f'"{name}"' in text or f"'{name}'" in text for text in texts):
            close = get_close_matches(name, sorted(pages), n=1)
            yield Problem(
                location=Location(path=f"layouts/{name}"),
                message="no page has a layout of this name, and no layout names it",
                advice=f"did you mean {close[0]}?" if close else f"pages have {', '.join(sorted(pages))}",
                severity=Severity.WARNING,
                code="layout",
            )


def compile_layouts(layouts: Layouts) -> None:
    """Compile all layouts, before processes are forked that would each have to.

    One that is wrong is told of when a page needs it.
    """
    for name in layouts.environment.list_templates(["html", "css"]):
        if not name.startswith(("assets/", "mail/")):
            with suppress(TemplateError):
                layouts.environment.get_template(name)


def _collect(layouts: Layouts, name: str, sources: dict[str, str]) -> None:
    if name in sources:
        return
    if name not in layouts.read:
        layouts.read[name] = _read(layouts.environment, name)
    sources[name], others = layouts.read[name]
    for other in others:
        _collect(layouts, other, sources)


def _read(environment: Environment, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a layout, and the names of the others in it."""
    assert environment.loader is not None
    source, file, _ = environment.loader.get_source(environment, name)
    tree = environment.parse(source, name, file)
    keep_tree(file, source, tree)
    others = []
    for named in (*find_referenced_templates(tree), *_partials(tree)):
        other = environment.join_path(named, name) if named else None
        if other is None:
            raise TemplateNotFound(
                name, f"layouts/{name} names another layout by an expression; write its name out"
            )
        try:
            environment.loader.get_source(environment, other)
        except TemplateNotFound:
            raise _missing(environment, tree, name, other) from None
        others.append(other)
    return source, tuple(others)


def _missing(environment: Environment, tree: nodes.Template, name: str, other: str) -> TemplateSyntaxError:
    """Return the error of a layout that names one which is not there, at the line where it does."""
    if other.startswith(BUILT_IN):
        other = other.removeprefix(BUILT_IN)
        text = f"names itself, which means the generator's own {other!r}, and there is none"
        return TemplateSyntaxError(text, 0, name)
    named = (other, other.removeprefix("partials/"))
    lines = [each.lineno for each in tree.find_all(nodes.Const) if each.value in named]
    close = get_close_matches(other, environment.list_templates(["html", "css"]), n=1)
    advice = f"; did you mean {close[0]!r}?" if close else ""
    return TemplateSyntaxError(f"there is no layout {other!r}{advice}", min(lines, default=0), name)


def _partials(tree: nodes.Template) -> list[str | None]:
    used = [each.node for each in tree.find_all(nodes.Filter) if each.name == "partial"]
    return [f"partials/{name.value}" if isinstance(name, nodes.Const) else None for name in used]


def renderer(layouts: Layouts, site: SiteView) -> Callable[[Output], bytes]:
    """Return what renders the pages of one site; it may be made before the workers are, and used in each."""
    environment = layouts.environment
    environment.filters["partial"] = _partial(environment)  # what it has kept is of one site
    templates: dict[str, Template] = {}
    not_found = routes.url("not_found")

    def render(output: Output) -> bytes:
        if (template := templates.get(output.layout)) is None:
            template = templates[output.layout] = environment.get_template(output.layout)
        root = site.prefix if output.path == not_found else routes.root(output.path)
        return template.render(page=output.view, site=site, root=root).encode("utf-8", "replace")

    return render


def error_place(error: Exception, layout: str) -> tuple[str, int]:
    """Return the layout in which an error arose, be it one that ``layout`` includes, and its line or 0.

    Of layouts that go round in a circle it is always the same one, however deep the circle went.
    """
    if isinstance(error, TemplateSyntaxError):
        return error.name or layout, error.lineno
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    places = [
        (file.rpartition("/layouts/")[2], line) for file, line in frames if file.endswith((".html", ".css"))
    ]
    if isinstance(error, RecursionError) and places:
        return min(places[-CIRCLE:])
    return places[-1] if places else (layout, 0)


def _partial(environment: Environment) -> Callable[..., Markup]:
    """Return the filter ``"name.html"|partial(item)``, whose partial sees only ``item``, ``site`` and ``root``.

    It is rendered once per item and depth and kept: the header is the same on every page, the row of a paper
    on every list. ``item.digest`` must stand for all of the item.
    """
    kept: dict[tuple[str, str, bytes], Markup] = {}

    @pass_context
    def partial(context: Context, name: str, item: Any = None) -> Markup:
        root = context.parent["root"]
        key = (name, root, item.digest if item is not None else b"")
        if (markup := kept.get(key)) is None:
            if len(kept) >= PARTIALS_KEPT:
                kept.clear()
            template = environment.get_template(f"partials/{name}")
            markup = kept[key] = Markup(template.render(item=item, site=context.parent["site"], root=root))
        return markup

    return partial
