"""Strict YAML: every scalar is a string; what could be misread is refused with its place and advice.

libyaml's C parser does the work. Refused, since records have no use for them and they hide text or blow up:
anchors, aliases, merge keys, tags other than ``!!str``, duplicate keys, second documents, deep nesting,
control characters, the unquoted words that YAML itself does not read as text (``null``, ``~``, ``.nan``), and what
libyaml accepts though YAML 1.2 does not (``yaml_strict``). ``No``, ``1e3`` and ``2302.06670`` stay as written.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from papershelf.lib.text import forbidden
from papershelf.lib.yaml_advice import explain
from papershelf.lib.yaml_strict import ANY_COMMENT, COMMENT, fault_in_flow, fault_in_scalar

try:
    from yaml._yaml import CParser
except ImportError as error:  # PyYAML's wheels all have libyaml; a build from source may not
    raise ImportError("PyYAML was built without libyaml: install its wheel from the package index") from error

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
Path: TypeAlias = Sequence[str | int]

MAX_DEPTH = 12  # levels of nesting; a record needs four
MAX_ITEMS = 10_000  # of one list; only the list of all records in a file may be longer
MAX_VALUES = 200_000  # of one text: each takes some 800 bytes of memory
MAX_EASY = 1_000  # openings of lists and mappings; more could be so deep that libyaml exhausts the stack
_TOO_DEEP = f"lists and mappings are nested more than {MAX_DEPTH} deep"
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


class YamlError(Exception):
    """Why a text is not acceptable YAML, and where: line and column in characters, from 1."""

    def __init__(self, line: int, column: int, message: str, advice: str = "") -> None:
        super().__init__(line, column, message, advice)
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice


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
        some = self.root and ANY_COMMENT.search(self.text)
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


def quoted(text: str) -> str:
    """Return a text of one line as a scalar in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def line_starts(text: str) -> list[int]:
    """Return the index at which each line begins; counted here, since YAML also counts U+0085 and U+2028."""
    starts = [0]
    while (index := text.find("\n", starts[-1])) >= 0:
        starts.append(index + 1)
    return starts


class _Parser(CParser):
    """libyaml's parser without tag resolution: a node without an explicit tag has the tag None."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Called by the parser before each node; nothing to do."""

    def ascend_resolver(self) -> None:
        """Called by the parser after each node; nothing to do."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Return the tag of a node that has none."""


def parse(text: str) -> Document:
    """Parse one document, with ``\\n`` as line end; raises ``YamlError``."""
    try:
        if "&" in text or "*" in text or sum(map(text.count, "[{?-")) > MAX_EASY or len(text) > MAX_VALUES:
            _refuse_events(text)
        root: Node | None = _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        index, message, advice = explain(text, error)
        raise _error(text, index, message, advice) from None
    return Document(text=text, data="" if root is None else _build(root, text, 1), root=root)


def _refuse_events(text: str) -> None:
    """Refuse anchors, aliases, masses of values and deep nesting.

    Only events show the first two, and only they take no memory: this runs where the text has the signs of an anchor
    or of nesting, or is large.
    """
    parser = _Parser(text)
    values = depth = 0
    while event := parser.get_event():
        if isinstance(event, CollectionEndEvent):
            depth -= 1
        if not isinstance(event, NodeEvent):
            continue
        values += 1
        depth += isinstance(event, CollectionStartEvent)
        index = event.start_mark.index  # type: ignore[union-attr]
        if depth > MAX_DEPTH:
            raise _error(text, index, _TOO_DEEP)
        if values > MAX_VALUES:
            message = f"the file holds more than {MAX_VALUES:,} values"
            raise _error(text, index, message, "split it: records may stand in several files")
        if event.anchor is not None:
            kind = "`*` is an alias" if isinstance(event, AliasEvent) else "`&` is an anchor"
            message = f"an unquoted text that begins with {kind} in YAML"
            raise _error(text, index, message, "put the value in quotes")


def _build(node: Any, text: str, depth: int) -> Data:
    """Return the data of a composed node. The hot path: 25 microseconds for the front matter of a paper."""
    kind = type(node)
    if kind is ScalarNode:
        value: str = node.value
        if not node.style and node.tag is None and value.isprintable() and value not in NO_TEXT:
            return value
        return _scalar(node, text)
    if depth > MAX_DEPTH:
        raise _fault(text, node, _TOO_DEEP)
    if node.tag is not None:
        raise _fault(text, node, _bad_tag(node.tag), "remove it: every value is read as text")
    if node.flow_style and (flaw := fault_in_flow(node, text)):
        raise _error(text, *flaw)
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
        raise _fault(text, node, _bad_tag(node.tag), "remove it: every value is read as text")
    value: str = node.value
    if node.style:
        if flaw := fault_in_scalar(node, text):
            raise _error(text, *flaw)
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
    return _error(text, node.start_mark.index, message, advice)


def _error(text: str, index: int, message: str, advice: str = "") -> YamlError:
    before = text.count("\n", 0, index)
    return YamlError(before + 1, index - text.rfind("\n", 0, index), message, advice)
