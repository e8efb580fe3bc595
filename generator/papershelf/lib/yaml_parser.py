"""libyaml's parser as it is used here, the errors of what is refused before data are made, and what mends them."""

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

from papershelf.lib.yaml_advice import QUOTE, explain, is_open, quotable, within_quotes

try:
    from yaml._yaml import CParser
except ImportError as error:  # PyYAML's wheels all have libyaml; a build from source may not
    raise ImportError("PyYAML was built without libyaml: install its wheel from the package index") from error

MAX_DEPTH = 12  # levels of nesting; a record needs four
MAX_VALUES = 200_000  # of one text: each takes some 800 bytes of memory
MAX_EASY = 1_000  # openings of lists and mappings; more could be so deep that libyaml exhausts the stack
TOO_DEEP = f"lists and mappings are nested more than {MAX_DEPTH} deep"


class YamlError(Exception):
    """Why a text is not acceptable YAML, and where: line and column in characters, from 1."""

    def __init__(
        self,
        line: int,
        column: int,
        message: str,
        advice: str = "",
        repair: tuple[int, int, str] | None = None,
    ) -> None:
        super().__init__(line, column, message, advice, repair)
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
        self.repair = repair
        """What mends it, where that is certain: begin and end of what goes, and the text to put there."""


class Parser(CParser):
    """libyaml's parser without tag resolution: a node without an explicit tag has the tag None."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Called by the parser before each node; nothing to do."""

    def ascend_resolver(self) -> None:
        """Called by the parser after each node; nothing to do."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """Return the tag of a node that has none."""


def refuse_events(text: str) -> None:
    """Refuse anchors, aliases, masses of values and deep nesting.

    Only events show the first two, and only they take no memory: this runs where the text has the signs of an anchor
    or of nesting, or is large.
    """
    parser = Parser(text)
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
            raise error_at(text, index, TOO_DEEP)
        if values > MAX_VALUES:
            message = f"the file holds more than {MAX_VALUES:,} values"
            raise error_at(text, index, message, "split it: records may stand in several files")
        if event.anchor is not None:
            kind = "`*` is an alias" if isinstance(event, AliasEvent) else "`&` is an anchor"
            raise unquoted(text, index, f"an unquoted text that begins with {kind} in YAML")


def unquoted(text: str, index: int, message: str, advice: str = QUOTE) -> YamlError:
    """Return the error of a value that needs quotes, with the very line to write where that mends it."""
    edit = repair(text, index)
    if edit:
        begin, end, new = edit
        line = text[text.rfind("\n", 0, begin) + 1 : begin].lstrip()
        advice = f"{QUOTE}: {line}{new}{text[end:].partition(chr(10))[0].rstrip()}"
    return error_at(text, index, message, advice, edit)


def repair(text: str, index: int) -> tuple[int, int, str] | None:
    """Return what to put in quotes so that a text has no mistake up to the end of its line any more: an edit."""
    if len(text) > MAX_VALUES:
        return None
    for begin, end in quotable(text, index):
        new = quoted(within_quotes(text[begin:end]))
        mended = text[:begin] + new + text[end:]
        # A quote that is not closed may be meant to close on a later line.
        enough = len(mended) if is_open(text[begin:end]) else begin + len(new) + 1
        if _first_mistake(mended) > enough:
            return begin, end, new
    return None


def _first_mistake(text: str) -> int:
    """Return the index of the first mistake of syntax in a text; its length and more where it has none."""
    parser = Parser(text)
    try:
        while parser.get_event():
            pass
    except yaml.YAMLError as error:
        return explain(text, error)[0]
    return len(text) + 2


def error_at(
    text: str, index: int, message: str, advice: str = "", repair: tuple[int, int, str] | None = None
) -> YamlError:
    before = text.count("\n", 0, index)
    return YamlError(before + 1, index - text.rfind("\n", 0, index), message, advice, repair)


def quoted(text: str) -> str:
    """Return a text of one line as a scalar in single quotes."""
    return "'" + text.replace("'", "''") + "'"
