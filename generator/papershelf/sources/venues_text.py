"""``venues.yaml`` with more venues and volumes: what stands in it stays, with its comments and order."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from textwrap import indent
from typing import Any

from yaml.nodes import MappingNode, SequenceNode

from papershelf.content.write import venue_text
from papershelf.lib import yaml
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume


def extended(text: str, new: Iterable[Venue], more: Mapping[Venue, tuple[Volume, ...]]) -> str:
    """Return the text of ``venues.yaml`` with new venues at its end, and more volumes in venues that it has."""
    if more:
        root: Any = yaml.parse(text).root
        entries = {key.value: (key, value) for key, value in root.value}
        edits = [_addition(text, *entries[venue.slug], venue, volumes) for venue, volumes in more.items()]
        for begin, end, added in sorted(edits, reverse=True):
            text = text[:begin] + added + text[end:]
    if text and not text.endswith("\n"):
        text += "\n"
    return text + "".join([f"{venue.slug}:\n{_lines(venue, 2)}\n" for venue in new])


def _addition(
    text: str, key: Any, node: Any, venue: Venue, volumes: tuple[Volume, ...]
) -> tuple[int, int, str]:
    """Return the edit that gives a venue more volumes: begin and end of what goes, and the text to put there.

    An entry in braces, or with its volumes in brackets, is written anew.
    """
    there: Any = next((value for name, value in node.value if name.value == "volumes"), None)
    if node.flow_style or (there and (there.flow_style or not isinstance(there, SequenceNode))):
        whole = replace(venue, volumes=(*venue.volumes, *volumes))
        return key.end_mark.index, _end(node), f":\n{_lines(whole, key.start_mark.column + 2)}"
    only = Venue(title="-", volumes=volumes)
    column = there.start_mark.column if there else node.start_mark.column
    added = _lines(only, column).split("\n")[2 if there else 1 :]
    # A text block ends where the next token begins, behind empty lines.
    end = text.find("\n", len(text[: _end(there or node)].rstrip()))
    end = len(text) if end < 0 else end
    return end, end, "\n" + "\n".join(added)


def _lines(venue: Venue, column: int) -> str:
    return indent(venue_text(venue), " " * column).rstrip("\n")


def _end(node: Any) -> int:
    """Return where the last value of a node ends; what stands behind it belongs to the next one."""
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
    index: int = node.end_mark.index
    return index
