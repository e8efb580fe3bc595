"""Strict YAML: every scalar is a string; what could be misread is refused with its place and advice.

libyaml's C parser does the work. Refused, since records have no use for them and they hide text or blow up:
anchors, aliases, merge keys, tags other than ``!!str``, duplicate keys, second documents, deep nesting,
control characters, and the unquoted words that YAML itself does not read as text (``null``, ``~``, ``.nan``).
Nothing is guessed at: ``No``, ``1e3`` and ``2302.06670`` stay as written.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from yaml.events import AliasEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from papershelf.lib.text import forbidden
from papershelf.lib.yaml_advice import explain

try:
    from yaml._yaml import CParser
except ImportError as error:  # PyYAML's wheels all have libyaml; a build from source may not
    raise ImportError("PyYAML was built without libyaml: install its wheel from the package index") from error

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
Path: TypeAlias = Sequence[str | int]

DEEPEST = 12  # levels of nesting; a record needs four
_TEXT_TAG = "tag:yaml.org,2002:str"
NO_TEXT = frozenset(
    ("~", "null", "Null", "NULL", "=", "<<", ".inf", ".Inf", ".INF", "+.inf", "-.inf", ".nan", ".NaN", ".NAN")
)


class YamlFault(Exception):
    """Why a text is not acceptable YAML, and where: line and column in characters, from 1."""

    def __init__(self, line: int, column: int, message: str, advice: str = "") -> None:
        super().__init__(line, column, message, advice)
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice


class _Parser(CParser):
    """libyaml's parser without tag resolution: a node without an explicit tag has the tag None."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Called by the parser before each node; nothing to do."""

    def ascend_resolver(self) -> None:
        """Called by the parser after each node; nothing to do."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Return the tag of a node that has none."""


def load(text: str) -> Data:
    """Read one document: strings, lists of data and mappings of strings to data.

    Takes the text with ``\\n`` as line end. An empty document gives an empty string. Raises ``YamlFault``.
    """
    root = _compose(text)
    return "" if root is None else _build(root, text, 1)


def locate(text: str, path: Path, *, key: bool = False) -> tuple[int, int]:
    """Return line and column of the value at ``path``, or of its key, in a text that ``load`` accepts.

    A path that leads nowhere gives the place of the last step that exists.
    """
    node = _composed(text)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for step in path:
        if isinstance(node, MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            if pair is None:
                break
            mark, node = pair[0 if key else 1].start_mark, pair[1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return _place(text, mark.index)


def _compose(text: str) -> Node | None:
    try:
        if "&" in text or "*" in text:
            _refuse_anchors(text)
        root: Node | None = _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        index, message, advice = explain(text, error)
        raise YamlFault(*_place(text, index), message, advice) from None
    return root


_composed = lru_cache(maxsize=1)(_compose)  # a file with one mistake often has more


def _refuse_anchors(text: str) -> None:
    """Refuse anchors and aliases. Only events show them, so this runs only where the text has their signs."""
    parser = _Parser(text)
    while event := parser.get_event():
        if isinstance(event, NodeEvent) and event.anchor is not None:
            kind = "`*` is an alias" if isinstance(event, AliasEvent) else "`&` is an anchor"
            raise YamlFault(
                *_place(text, event.start_mark.index),  # type: ignore[union-attr]
                f"an unquoted text that begins with {kind} in YAML",
                "put the value in quotes",
            )


def _build(node: Any, text: str, depth: int) -> Data:
    """Return the data of a composed node. The hot path: 25 microseconds for the front matter of a paper."""
    kind = type(node)
    if kind is ScalarNode:
        if node.tag is not None and node.tag != _TEXT_TAG:
            raise _fault(text, node, _bad_tag(node.tag), "remove it: every value is read as text")
        value: str = node.value
        if value in NO_TEXT and node.style == "":
            raise _fault(
                text,
                node,
                f"an unquoted {value} is not a text in YAML",
                f"write '{value}' in quotes if you mean it",
            )
        if not value.isprintable() and (char := forbidden(value)):
            escaped = "\\" in text[node.start_mark.index : node.end_mark.index]
            raise _fault(
                text,
                node,
                f"the text holds the control character U+{ord(char):04X}",
                "a backslash in double quotes begins an escape: use single quotes"
                if escaped
                else "delete it",
            )
        return value
    if depth > DEEPEST:
        raise _fault(text, node, f"lists and mappings are nested more than {DEEPEST} deep")
    if node.tag is not None:
        raise _fault(text, node, _bad_tag(node.tag), "remove it: every value is read as text")
    if kind is SequenceNode:
        return [_build(item, text, depth + 1) for item in node.value]
    found: dict[str, Data] = {}
    for key, value_node in node.value:
        name = _build(key, text, depth + 1)
        if not isinstance(name, str):
            raise _fault(text, key, "a key must be a plain text")
        if name in found:
            first = next(other for other, _ in node.value if other.value == name)
            # Counted from here, since the text may begin anywhere in its file.
            above = _place(text, key.start_mark.index)[0] - _place(text, first.start_mark.index)[0]
            where = f"{above} line{'s' if above > 1 else ''} further up" if above else "on this very line"
            message = f'the key "{name[:80]}" stands twice, first {where}'
            raise _fault(text, key, message, "keep one of them")
        found[name] = _build(value_node, text, depth + 1)
    return found


def _bad_tag(tag: str) -> str:
    return f"the tag {tag.replace('tag:yaml.org,2002:', '!!')[:80]} has no meaning here"


def _fault(text: str, node: Node, message: str, advice: str = "") -> YamlFault:
    return YamlFault(*_place(text, node.start_mark.index), message, advice)


def _place(text: str, index: int) -> tuple[int, int]:
    """Return line and column of a character; counted here, since YAML also counts U+0085 and U+2028."""
    before = text[:index]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
