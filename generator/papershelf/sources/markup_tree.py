"""XML read safely: no entities, no network, and damage is a reason, not a traceback."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from html.entities import html5
from typing import Any, cast

from lxml import etree

from papershelf.sources.entry import Document, Found, skipped

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_OPENED = re.compile(r"(?:tag mismatch:|in tag) \S+ line (\d+)")
_XML = (b"amp", b"lt", b"gt", b"quot", b"apos")


def _numbered(match: re.Match[bytes]) -> bytes:
    """Return an entity of HTML by its number, which needs no definition."""
    text = html5.get(match[1].decode() + ";", "")
    return match[0] if match[1] in _XML or not text else "".join(f"&#{ord(char)};" for char in text).encode()


def each_root(read: Callable[[etree._Element, str], Found]) -> Callable[[Document], Found]:
    """Return the reader of a document from that of its root element, which it gets with the document's path.

    In a damaged document the entry with the damage is skipped, and the others are read.
    """

    def reader(document: Document) -> Found:
        root, faults = _parse(document)
        items = list(read(root, document.path)) if faults else read(root, document.path)
        wrong: dict[int, str] = {}
        if isinstance(items, list):
            starts = sorted({item.location.line for item in items})
            for line, reason in faults:
                wrong.setdefault(max([start for start in starts if start <= line], default=0), reason)
        for line, reason in wrong.items():
            yield skipped(document.path, line, f"is damaged: {reason}")
        yield from (item for item in items if item.location.line not in wrong)

    return reader


def _parse(document: Document) -> tuple[etree._Element, list[tuple[int, str]]]:
    """Return the root of an XML document, and what is wrong in it by line; raises ``ValueError`` where it has none."""
    # Entities of the document's own stay as they are written, so that none can grow or reach a file.
    data = _NAMED.sub(_numbered, document.data)
    try:
        return etree.fromstring(data, parser=_parser(recover=False)), []
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        reason = next(iter(str(error).splitlines()), "it is empty")
    parser, root = _parser(recover=True), None
    if not document.is_answer:
        with suppress(etree.XMLSyntaxError):
            root = etree.fromstring(data, parser=parser)
    if root is None:
        raise ValueError(f"line {line}: is no XML ({reason})")
    return root, [(_where(fault), f"line {fault.line}: {fault.message}") for fault in parser.error_log]


def _where(fault: Any) -> int:
    """Return the line of a fault, or of the element that it leaves open."""
    opened = _OPENED.search(fault.message)
    return int(opened[1]) if opened else int(fault.line)


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )


def line_of(node: etree._Element) -> int:
    """Return the line on which an element begins, 0 where nobody knows."""
    return cast(int | None, node.sourceline) or 0


def local(node: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    return etree.QName(node).localname if isinstance(cast(object, node.tag), str) else ""


def within(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return all elements of that name inside, whatever their namespace: damage may have put one into another."""
    return (inner for inner in node.iter() if local(inner) == name)


def children(node: etree._Element, name: str) -> list[etree._Element]:
    """Return the children of that name, whatever their namespace."""
    return [child for child in node if local(child) == name]


def text_of(node: etree._Element, name: str) -> str:
    """Return the text of the first child of that name, markup inside it left out; empty where there is none."""
    found = children(node, name)
    return whole_text(found[0]) if found else ""


def whole_text(node: etree._Element) -> str:
    """Return all text inside an element, entities as written."""
    parts = [node.text or ""]
    for child in node:
        parts.append(child.text or "" if child.tag is etree.Entity else whole_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()


def inner_markup(node: etree._Element) -> str:
    """Return what stands inside an element with its tags."""
    parts = [(node.text or "").replace("<", "&lt;")]
    parts += [etree.tostring(child, encoding="unicode") for child in node]
    return "".join(parts).strip()
