"""A YAML text in its file, parsed once: its data, and problems at the places of its values."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from papershelf.lib import yaml
from papershelf.lib.text import printable
from papershelf.lib.yaml_parser import YamlError
from papershelf.problems import Edit, Location, Problem

MAX_MESSAGE = 500  # characters
MAX_EXCERPT = 1_000


@dataclass(frozen=True, kw_only=True)
class Source:
    """A YAML text and where it stands."""

    path: str
    """File, as problems name it."""
    text: str
    """The YAML, with ``\\n`` as line end."""
    first_line: int = 1
    """Line of the file on which the text begins: 2 in front matter."""
    offset: int = 0
    """Index of the text's first character in the file."""

    def problem(self, line: int, column: int, message: str, advice: str = "", **more: Any) -> Problem:
        """Return a problem at a line and column of the text, from 1; ``more`` are further fields of it."""
        return Problem(
            location=Location(path=self.path, line=line + self.first_line - 1, column=column),
            message=printable(message, MAX_MESSAGE),
            advice=printable(advice, MAX_MESSAGE),
            excerpt=printable(self._lines[line - 1], MAX_EXCERPT) if 0 < line <= len(self._lines) else "",
            **more,
        )

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML text as parsed, once: its data, and problems at the places of its values."""

    source: Source
    tree: yaml.Document

    @property
    def data(self) -> yaml.Data:
        """Strings, lists and mappings."""
        return self.tree.data

    @cached_property
    def comments(self) -> dict[tuple[str | int, ...], list[tuple[tuple[str | int, ...], str, str]]]:
        """Unquoted values with a comment behind them (see ``yaml.Document.comments``): all, and by first step."""
        groups: dict[tuple[str | int, ...], list[tuple[tuple[str | int, ...], str, str]]] = {}
        for each in self.tree.comments():
            groups.setdefault((), []).append(each)
            groups.setdefault(each[0][:1], []).append(each)
        return groups

    def problem(
        self,
        path: yaml.Path,
        message: str,
        advice: str = "",
        *,
        key: bool = False,
        new: str | None = None,
        **more: Any,
    ) -> Problem:
        """Return a problem at the value that ``path`` leads to, or at its key.

        ``new`` is YAML that, put in its place, mends the problem.
        """
        begin, end = self.tree.span(path, key=key)
        if new is not None and end > begin and (key or self._is_text(path)):
            more["edit"] = Edit(begin=begin + self.source.offset, end=end + self.source.offset, text=new)
        return self.source.problem(*self.tree.place(begin), message, advice, **more)

    def _is_text(self, path: yaml.Path) -> bool:
        """Return whether there is a text at the path, and not a list or mapping."""
        data: Any = self.tree.data
        for step in path:
            data = data[step] if isinstance(data, list) and isinstance(step, int) else data.get(step)
        return isinstance(data, str)

    def instead(self, path: yaml.Path, text: str) -> Edit | None:
        """Return the edit that puts a text in place of a key and its value; None where that is no text."""
        begin, end = self.tree.span(path, key=True)[0], self.tree.span(path)[1]
        offset = self.source.offset
        return Edit(begin=begin + offset, end=end + offset, text=text) if self._is_text(path) else None

    def without(self, path: yaml.Path) -> Edit | None:
        """Return the edit that takes out a key and its value; None where they do not have their line for themselves."""
        text = self.source.text
        begin, end = self.tree.span(path, key=True)[0], self.tree.span(path)[1]
        start, stop = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
        if stop < 0 or text[start:begin].strip() or text[end:stop].strip() or "\n" in text[begin:end]:
            return None
        return Edit(begin=start + self.source.offset, end=stop + 1 + self.source.offset, text="")


def parse(source: Source) -> Document | Problem:
    """Parse a YAML text; return the first problem where it is not the YAML we take or is empty."""
    try:
        tree = yaml.parse(source.text)
    except YamlError as error:
        edit = None
        if error.repair:
            begin, end, new = error.repair
            edit = Edit(begin=begin + source.offset, end=end + source.offset, text=new)
        return source.problem(error.line, error.column, error.message, error.advice, code="yaml", edit=edit)
    if tree.data == "":
        return source.problem(1, 1, "there is nothing here", "write `key: value` lines", code="yaml")
    return Document(source=source, tree=tree)
