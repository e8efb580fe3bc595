"""XML read safely: no entities, no network, and damage is a reason, not a traceback."""

import re
from html.entities import html5
from typing import cast

from lxml import etree

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_XML = (b"amp", b"lt", b"gt", b"quot", b"apos")


def _numbered(match: re.Match[bytes]) -> bytes:
    """Return an entity of HTML by its number, which needs no definition."""
    text = html5.get(match[1].decode() + ";", "")
    return match[0] if match[1] in _XML or not text else "".join(f"&#{ord(char)};" for char in text).encode()


def read_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document; raises ``ValueError`` with the place where it is none."""
    # Entities of the document's own stay as they are written, so that none can grow or reach a file.
    data = _NAMED.sub(_numbered, data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        reason = next(iter(str(error).splitlines()), "it is empty")
        raise ValueError(f"line {line}: is no XML ({reason})") from None


def line_of(node: etree._Element) -> int:
    """Return the line on which an element begins, 0 where nobody knows."""
    return cast(int | None, node.sourceline) or 0


def local(node: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    return etree.QName(node).localname if isinstance(cast(object, node.tag), str) else ""


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
