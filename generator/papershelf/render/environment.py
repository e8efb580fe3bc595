"""Jinja as the layouts need it: made for thousands of small pages, and for compiling each layout once."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from papershelf.lib.code import code_digest
from papershelf.lib.files import seal, unseal, write_atomically

BUILT_IN = "built-in:"
"""Before the name of a layout: that of the generator, whatever the archive has."""

_BREAKS = re.compile(r"({#.*?#}|{%-?\s*raw\b.*?endraw)|(?<=>)(\n\s*)(?=<|{%)", re.DOTALL)
"""Comments and raw text, which stay as they are, or a line break between tags."""


class _Joined(Extension):
    """Leaves out the line breaks between tags, which are there for readers of layouts and not of pages.

    They become Jinja comments, so that errors still name the right line. Mail keeps its short lines.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if filename and filename.endswith(".html") and not (name or "").startswith("mail/"):
            return _BREAKS.sub(lambda match: match[1] or f"{{#{match[2]}#}}", source)
        return source


class _Layout(Template):
    """A template made for thousands of small pages.

    Jinja's ``escape`` makes Markup of everything that is printed, which here is only joined; and its ``globals``, of
    which there are none, are a chain of mappings that every context copies.
    """

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = _escaped
        template.globals = {}
        return template


class _Code(CodeGenerator):
    """Yields what stands between two statements of a layout at once, since each yield passes through all it extends."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) == 1:
            super().visit_Output(node, frame)
        else:
            joined = frame.copy()
            joined.buffer = self.temporary_identifier()
            self.writeline(f"{joined.buffer} = []")
            super().visit_Output(node, joined)
            self.writeline(f"yield concat({joined.buffer})")


class _Environment(Environment):
    """Jinja's environment; it compiles what was parsed when the closure of a layout was looked for."""

    code_generator_class = _Code
    # Views have attributes only, so that Jinja need not look for items too.
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def join_path(self, template: str, parent: str) -> str:
        """Return the name of a layout that another names: its namesake is the generator's own."""
        return BUILT_IN + template if template == parent else template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _trees.pop((filename, source), None) or super()._parse(source, name, filename)


class _Loader(FileSystemLoader):
    """Finds layouts in folders; behind ``BUILT_IN`` in the last one only, which is the generator's."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template.startswith(BUILT_IN):
            built_in = FileSystemLoader(self.searchpath[-1])
            return built_in.get_source(environment, template.removeprefix(BUILT_IN))
        return super().get_source(environment, template)


class _Compiled(BytecodeCache):
    """The code of layouts, kept between builds; nothing of a layout that has changed, or by other code of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(source) + code_digest().hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            bucket.bytecode_from_string(unseal((self.folder / bucket.key).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # it is there to save time only
            write_atomically(self.folder / bucket.key, seal(bucket.bytecode_to_string()), lasting=False)


_trees: dict[tuple[str | None, str], nodes.Template] = {}
"""Layouts as parsed, by file and text; compiling takes them away, since it may change them."""


def _escaped(value: Any) -> str:
    kind = type(value)
    if kind is str:
        escaped: str = _escape_inner(value)
        return escaped
    return value if kind is Markup else escape(value)


def make_environment(folders: tuple[Path, ...], cache_dir: Path | None) -> Environment:
    """Return an environment that finds layouts in ``folders``, the first first, and has no filters but Jinja's.

    In the folder ``cache_dir``, where one is given, their code is kept for the next build.
    """
    environment = _Environment(
        loader=_Loader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(cache_dir) if cache_dir else None,
        extensions=[_Joined],
    )
    environment.template_class = _Layout
    environment.globals.clear()  # no `range`, no `dict`, ...
    environment.get_template = cache(environment.get_template)  # type: ignore[method-assign]
    return environment


def keep_tree(file: str | None, source: str, tree: nodes.Template) -> None:
    """Keep a layout as parsed, for when it is compiled."""
    _trees[file, source] = tree
