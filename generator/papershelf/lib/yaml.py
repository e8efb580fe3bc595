"""Strict YAML: every scalar is a string; what could be misread is refused with its place and advice.

libyaml's C parser does the work. Refused, since records have no use for them and they hide text or blow up:
anchors, aliases, merge keys, tags other than ``!!str``, duplicate keys, second documents, deep nesting,
control characters, the unquoted words that YAML itself does not read as text (``null``, ``~``, ``.nan``), and what
libyaml accepts though YAML 1.2 does not (``yaml_strict``). ``No``, ``1e3`` and ``2302.06670`` stay as written.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from papershelf.lib.text import forbidden
from papershelf.lib.yaml_advice import QUOTE, explain
from papershelf.lib.yaml_parser import (
    MAX_DEPTH,
    MAX_EASY,
    MAX_VALUES,
    TOO_DEEP,
    Parser,
    YamlError,
    error_at,
    quoted,
    refuse_events,
    unquoted,
)
from papershelf.lib.yaml_strict import ANY_COMMENT, COMMENT, fault_in_flow, fault_in_scalar

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
Path: TypeAlias = Sequence[str | int]

MAX_ITEMS = 10_000  # of one list; only the list of all records in a file may be longer
_PLAIN = re.compile(r"[^\W_](?:[\w./+() '&’-]*[\w.)])?")  # harmless wherever it stands
_TEXT_TAG = "tag:yaml.org,2002:str"
NO_TEXT = frozenset(
    (
        "~",
        "null",
        "Null",
        "NULL",
        "=",
        "<<",
        ".inf",
        ".Inf",
        ".INF",
        "+.inf",
        "-.inf",
        ".nan",
        ".NaN",
        ".NAN",
        "-",
    )
)


@dataclass(frozen=True, kw_only=True)
class Document:
    """One YAML document, parsed once: its data, and where each value of them stands."""

    text: str
    """The YAML, with ``\\n`` as line end."""
    data: Data
    """Strings, lists and mappings; an empty document is an empty string."""
    root: Node | None = field(repr=False)
    """libyaml's tree, which knows the places."""

    def span(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return where the value at ``path``, or its key, begins and ends in the text (indices of characters).

        For a path that leads nowhere, return those of the last step that exists.
        """
        node = self.root
        found: Any = node
        for step in path:
            if isinstance(node, MappingNode) and (pair := self._pairs(node).get(str(step))):
                found, node = pair[0 if key else 1], pair[1]
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = node = node.value[step]
            else:
                break
        return (found.start_mark.index, found.end_mark.index) if found else (0, 0)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at ``path`` or of its key; see ``span``."""
        return self.place(self.span(path, key=key)[0])

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column of a character, from 1."""
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def comments(self) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """Return each unquoted value with a comment behind it on its line: (path, value, comment with its ``#``)."""
        # To look for a space and a # first takes a hundredth of the time, and most texts have none.
        signs = " #" in self.text or "\t#" in self.text
        some = self.root and signs and ANY_COMMENT.search(self.text)
        waiting: list[tuple[tuple[str | int, ...], Any]] = [((), self.root)] if some else []
        while waiting:
            path, node = waiting.pop()
            if isinstance(node, MappingNode):
                waiting += [((*path, key.value), value) for key, value in node.value]
            elif isinstance(node, SequenceNode):
                waiting += [((*path, index), item) for index, item in enumerate(node.value)]
            elif node.style == "" and (match := COMMENT.match(self.text, node.end_mark.index)):
                yield path, node.value, match[1]

    def _pairs(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        if (pairs := self._mappings.get(id(node))) is None:
            pairs = self._mappings[id(node)] = {key.value: (key, value) for key, value in node.value}
        return pairs

    @cached_property
    def _mappings(self) -> dict[int, dict[str, tuple[Node, Node]]]:
        return {}

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)


def scalar(text: str) -> str:
    """Return a text of one line as a scalar for any place: in quotes only where it needs them."""
    return text if _PLAIN.fullmatch(text) and text not in NO_TEXT else quoted(text)


def line_starts(text: str) -> list[int]:
    """Return the index at which each line begins; counted here, since YAML also counts U+0085 and U+2028."""
    starts = [0]
    while (index := text.find("\n", starts[-1])) >= 0:
        starts.append(index + 1)
    return starts


def parse(text: str) -> Document:
    """Parse one document, with ``\\n`` as line end; raises ``YamlError``."""
    try:
        if "&" in text or "*" in text or sum(map(text.count, "[{?-")) > MAX_EASY or len(text) > MAX_VALUES:
            refuse_events(text)
        root: Node | None = Parser(text).get_single_node()
    except yaml.YAMLError as error:
        index, message, advice = explain(text, error)
        if QUOTE in advice:
            raise unquoted(text, index, message, advice) from None
        raise error_at(text, index, message, advice) from None
    return Document(text=text, data="" if root is None else _build(root, text, 1), root=root)


def _build(node: Any, text: str, depth: int) -> Data:
    """Return the data of a composed node. The hot path: 25 microseconds for the front matter of a paper."""
    kind = type(node)
    if kind is ScalarNode:
        value: str = node.value
        if not node.style and node.tag is None and value.isprintable() and value not in NO_TEXT:
            return value
        return _scalar(node, text)
    if depth > MAX_DEPTH:
        raise _fault(text, node, TOO_DEEP)
    if node.tag is not None:
        raise _fault(text, node, _bad_tag(node.tag), "remove it, or put the value in quotes")
    if node.flow_style and (flaw := fault_in_flow(node, text)):
        raise error_at(text, *flaw)
    if kind is SequenceNode:
        if depth > 1 and len(node.value) > MAX_ITEMS:
            raise _fault(
                text, node, f"a list of {len(node.value):,} items (at most {MAX_ITEMS:,})", "shorten it"
            )
        return [_build(item, text, depth + 1) for item in node.value]
    if depth > 1 and len(node.value) > MAX_ITEMS:
        raise _fault(
            text, node, f"a mapping of {len(node.value):,} keys (at most {MAX_ITEMS:,})", "shorten it"
        )
    found: dict[str, Data] = {}
    for key, value_node in node.value:
        name = _build(key, text, depth + 1)
        if not isinstance(name, str):
            raise _fault(text, key, "a key must be a plain text")
        if name in found:
            raise _twice(node, key, text)
        found[name] = _build(value_node, text, depth + 1)
    return found


def _scalar(node: Any, text: str) -> str:
    if node.tag is not None and node.tag != _TEXT_TAG:
        raise _fault(text, node, _bad_tag(node.tag), "remove it, or put the value in quotes")
    value: str = node.value
    if node.style:
        if flaw := fault_in_scalar(node, text):
            raise error_at(text, *flaw)
    elif value in NO_TEXT:
        message = f"an unquoted {value} is not a text in YAML"
        raise _fault(text, node, message, f"write '{value}' in quotes if you mean it")
    if not value.isprintable() and (char := forbidden(value)):
        escaped = "\\" in text[node.start_mark.index : node.end_mark.index]
        advice = (
            "a backslash in double quotes begins an escape: use single quotes" if escaped else "delete it"
        )
        raise _fault(text, node, f"the text holds the control character U+{ord(char):04X}", advice)
    return value


def _twice(node: Any, key: Any, text: str) -> YamlError:
    """Return the error of a key that stands twice in a mapping, with the distance to the first.

    The distance is counted from here, since the text may begin anywhere in its file.
    """
    first = next(other for other, _ in node.value if other.value == key.value)
    above = text.count("\n", first.start_mark.index, key.start_mark.index)
    where = f"{above} line{'s' if above > 1 else ''} further up" if above else "on this very line"
    return _fault(text, key, f'the key "{key.value[:80]}" stands twice, first {where}', "keep one of them")


def _bad_tag(tag: str) -> str:
    return f"the tag {tag.replace('tag:yaml.org,2002:', '!!')[:80]} has no meaning here"


def _fault(text: str, node: Node, message: str, advice: str = "") -> YamlError:
    return error_at(text, node.start_mark.index, message, advice)
