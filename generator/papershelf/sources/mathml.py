"""MathML as TeX: presentation elements, as journals put them into titles and abstracts."""

import re
from typing import cast

from lxml import etree

from papershelf.lib.text import squeeze
from papershelf.markup.tex_symbols import SYMBOLS
from papershelf.sources.markup_tree import local, whole_text

DEEPEST = 60  # levels of nesting; what is deeper is an attack on the stack
_PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
_COMMANDS = {char: "\\" + name for name, char in reversed(SYMBOLS.items()) if not char.isascii()}
_PREFIX = re.compile(r"(</?)\w+:")
_SCRIPTS = {"msub": "_", "msup": "^", "munder": "_", "mover": "^"}
_TWO_SCRIPTS = ("msubsup", "munderover")
_NOTE = re.compile(r"(?:application/x-tex|(?:La)?TeX)", re.IGNORECASE)


def to_tex(markup: str) -> str:
    """Return a ``math`` element as TeX without dollar signs; empty where there is nothing in it."""
    root = cast(etree._Element | None, etree.fromstring(_PREFIX.sub(r"\1", markup).encode(), parser=_PARSER))
    if root is None:  # nothing could be recovered
        return ""
    if written := squeeze(root.get("alttext", "")) or squeeze(_annotation(root)):
        return written.strip("$ ")
    return squeeze(_tex(root, 0))


def _annotation(root: etree._Element) -> str:
    notes = [note for note in root.iter("annotation") if _NOTE.fullmatch(note.get("encoding", ""))]
    return whole_text(notes[0]) if notes else ""


def _tex(node: etree._Element, depth: int) -> str:
    if depth > DEEPEST or not local(node) or node.tag.startswith("annotation"):
        return ""
    parts = [_tex(child, depth + 1) for child in node]
    if node.tag in _SCRIPTS and len(parts) == 2:
        return f"{_group(parts[0])}{_SCRIPTS[node.tag]}{_braces(parts[1])}"
    if node.tag in _TWO_SCRIPTS and len(parts) == 3:
        return f"{_group(parts[0])}_{_braces(parts[1])}^{_braces(parts[2])}"
    if node.tag == "mfrac" and len(parts) == 2:
        return f"\\frac{{{parts[0]}}}{{{parts[1]}}}"
    if node.tag == "mroot" and len(parts) == 2:
        return f"\\sqrt[{parts[1]}]{{{parts[0]}}}"
    if node.tag == "msqrt":
        return f"\\sqrt{{{''.join(parts)}}}"
    if node.tag == "mfenced":
        return f"{node.get('open', '(')}{','.join(parts)}{node.get('close', ')')}"
    text = squeeze(node.text or "")
    if node.tag == "mtext":
        return f"\\text{{{text}}}" if text else " "
    if node.tag == "mspace":
        return " "
    return _symbols(text) + "".join(parts)


def _symbols(text: str) -> str:
    if len(text) > 1 and text.isascii() and text.isalpha():
        return f"\\mathrm{{{text}}}"
    return "".join(_COMMANDS[char] + " " if char in _COMMANDS else char for char in text)


def _group(tex: str) -> str:
    return tex if len(tex) == 1 or re.fullmatch(r"\\[A-Za-z]+ ?", tex) else f"{{{tex}}}"


def _braces(tex: str) -> str:
    return tex if len(tex) == 1 else f"{{{tex}}}"
