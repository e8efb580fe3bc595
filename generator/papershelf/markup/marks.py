"""What stands in a text for all that is no letter: private characters, and what each becomes in HTML, plain text, TeX.

A reader leaves one text whatever was read, TeX, HTML or Markdown: letters, with a pair of marks around what is
emphasized, raised, lowered or kept together, and a slot for each formula.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from papershelf.markup import tex_symbols as tables


@dataclass(frozen=True, slots=True)
class Style:
    """How a part of a text is set."""

    name: str
    tag: str
    """HTML element; none: it shows nothing."""
    command: str
    """TeX command; none: a group, whose capitals BibTeX leaves alone."""


STYLES = (
    Style("group", "", ""),
    Style("emphasis", "em", "emph"),
    Style("strong", "strong", "textbf"),
    Style("code", "code", "texttt"),
    Style("sub", "sub", "textsubscript"),
    Style("sup", "sup", "textsuperscript"),
)

SLOT = re.compile("\ue000(\\d+)\ue001")
"""Place of a formula: its number."""

_KEPT = re.compile("\ue002(\\d+)\ue003")  # place of a text that later steps of reading must not see
_FIRST = 0xE010
_PAIRS = {style.name: (chr(_FIRST + 2 * i), chr(_FIRST + 2 * i + 1)) for i, style in enumerate(STYLES)}
OPENING = "".join(opening for opening, _ in _PAIRS.values())
ALL = "".join(map("".join, _PAIRS.values()))
_ANY = re.compile(f"[{ALL}]")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_OURS = re.compile("[\ue000-\uf8ff]")
_SCRIPT = re.compile(
    "{0}([^{0}{1}{2}{3}]*){1}|{2}([^{0}{1}{2}{3}]*){3}".format(*_PAIRS["sub"], *_PAIRS["sup"])
)
_NOT_SCRIPTS = _ANY.pattern.translate(dict.fromkeys(map(ord, "".join((*_PAIRS["sub"], *_PAIRS["sup"])))))
_TAGS = {
    **{_PAIRS[style.name][0]: f"<{style.tag}>" if style.tag else "" for style in STYLES},
    **{_PAIRS[style.name][1]: f"</{style.tag}>" if style.tag else "" for style in STYLES},
}
_COMMANDS = {
    **{_PAIRS[style.name][0]: f"\\{style.command}{{" if style.command else "{" for style in STYLES},
    **{_PAIRS[style.name][1]: "}" for style in STYLES},
}
_SIMPLE = re.compile(r"[\w.′‖|√\u0300-\u036f]+")


def wrap(style: str, text: str) -> str:
    """Return a text between the marks of a style; an empty one stays empty."""
    return text.join(_PAIRS[style]) if text else ""


def is_mark(char: str) -> bool:
    """Return whether a character begins or ends a style."""
    return char in ALL


def is_whole(text: str) -> bool:
    """Return whether every group and every pair of marks that begins in a text ends in it, and none else."""
    bare = _ESCAPED.sub("", text)
    if bare.count("{") != bare.count("}"):
        return False
    return bare.isascii() or all(
        bare.count(opening) == bare.count(closing) for opening, closing in _PAIRS.values()
    )


def without(text: str) -> str:
    """Return a text as written without the characters that are used as marks."""
    return text if text.isascii() else _OURS.sub("", text)


def tags(text: str) -> str:
    """Return a text (its letters already HTML) with marks as elements."""
    return text if text.isascii() else _ANY.sub(lambda match: _TAGS[match[0]], text)


def commands(text: str) -> str:
    """Return a text (its letters already TeX) with marks as commands and groups."""
    return text if text.isascii() else _ANY.sub(lambda match: _COMMANDS[match[0]], text)


def letters(text: str) -> str:
    """Return a text as letters alone: sub- and superscripts by Unicode's signs where it has them."""
    if text.isascii() or not _ANY.search(text):
        return text
    text = re.sub(_NOT_SCRIPTS, "", text)
    while (lower := _SCRIPT.sub(_script, text)) != text:
        text = lower
    return text


def scripted(text: str, sign: str) -> str:
    """Return a sub- or superscript (``sign`` is ``_`` or ``^``) in plain text: ``²``, ``^x``, ``_(i,j)``."""
    table = tables.SUPERSCRIPTS if sign == "^" else tables.SUBSCRIPTS
    if all(char in table for char in text):
        return "".join(table[char] for char in text)
    return sign + text if len(text) == 1 or _SIMPLE.fullmatch(text) else f"{sign}({text})"


def enclosed(text: str) -> str:
    """Return a part of a formula in plain text, in parentheses if it is not one thing."""
    text = text.strip()
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _script(match: re.Match[str]) -> str:
    return scripted(match[2], "^") if match[1] is None else scripted(match[1], "_")


def slot(number: int) -> str:
    """Return the slot of a formula."""
    return f"\ue000{number}\ue001"


def fill(text: str, formulas: Sequence[str]) -> str:
    """Return a text with its formulas, as some form has them, in their slots."""
    return SLOT.sub(lambda match: formulas[int(match[1])], text) if formulas else text


def keep(text: str, kept: list[str]) -> str:
    """Put a text aside; return what holds its place until ``give_back``."""
    kept.append(text)
    return f"\ue002{len(kept) - 1}\ue003"


def give_back(text: str, kept: Sequence[str]) -> str:
    """Return a text with all that was put aside."""
    return _KEPT.sub(lambda match: kept[int(match[1])], text) if kept else text
