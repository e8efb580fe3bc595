"""HTML in an author's text: what certainly is emphasis, a script, a paragraph or a character's name, as text."""

import re
from html import unescape
from html.entities import html5

from papershelf.lib.text import forbidden
from papershelf.markup.marks import is_whole, keep, without, wrap

_STYLES = {
    **dict.fromkeys(("i", "em", "italic", "cite", "var"), "emphasis"),
    **dict.fromkeys(("b", "strong", "bold"), "strong"),
    **dict.fromkeys(("tt", "code", "monospace"), "code"),
    "sub": "sub",
    "sup": "sup",
    **dict.fromkeys(("u", "underline", "sc", "scp", "small", "span", "roman", "sans-serif"), ""),
}
"""Element, of HTML or JATS -> its style, if any."""

_PREFIX = r"(?:jats:|mml:)?"
_PAIR = re.compile(
    rf"<(?P<name>{_PREFIX}(?P<element>{'|'.join(_STYLES)}))(?:\s[^<>]*)?>(?P<text>[^<>]*(?:<(?![/A-Za-z])[^<>]*)*)</(?P=name)\s*>",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"</?jats:(?:p|title|sec|abstract|list|list-item|break)(?:\s[^<>]*)?/?>|<br\s*/?>|</?(?:p|div)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?<!\\)&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NUMBERED = re.compile(r"&#(?:\d{1,9}|[xX][0-9a-fA-F]{1,8});?")
_TWICE = re.compile(r"&amp;(?=#?\w{2,31};)")
_DEEPEST = 5  # elements in one another
_LITERAL = frozenset("\\{}$^_~*`-'\"&")  # what later steps would read as more than a character

_KNOWN = (
    "a abbr article aside audio b base bdi bdo big blink blockquote body br button canvas center cite code col "
    "dd del details dfn div dl dt em embed font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe "
    "img input ins kbd li link main mark marquee math meta nav object ol p picture pre q s samp script section "
    "select small span strike strong style sub sup svg table tbody td textarea tfoot th thead tr tt u ul var video"
).split()
_LEFT = re.compile(
    rf"</?(?:(?:jats|mml|xlink|m):[\w-]+|(?:{'|'.join(_KNOWN)})(?=[\s/>]))[^<>]*>|<!--|&(?:#\w{{1,8}}|[a-z]{{2,8}});",
    re.IGNORECASE,
)


def decode(text: str, kept: list[str], *, markdown: bool) -> str:
    """Return a text with HTML as marks and characters; a character that means more than itself is put aside.

    In Markdown, names of characters are left to Markdown: only what was encoded twice is decoded once.
    """
    if "&" in text:
        text = safe(_TWICE.sub("&", text)) if markdown else _named(text, kept)
    if "<" not in text:
        return text
    for _ in range(_DEEPEST):
        shorter = _PAIR.sub(_styled, text)
        if shorter == text:
            break
        text = shorter
    return _BREAK.sub("\n\n" if markdown else " ", text)


def left(text: str) -> list[str]:
    """Return the tags and names of characters that a text still holds once it is read."""
    if "<" not in text and "&" not in text:
        return []
    return [found for found in _LEFT.findall(text) if found[0] == "<" or _character(found) == found]


def _styled(match: re.Match[str]) -> str:
    style, text = _STYLES[match["element"].lower()], match["text"]
    if not is_whole(text):
        return match[0]
    return wrap(style, text) if style and "\n\n" not in text else text


def _named(text: str, kept: list[str]) -> str:
    def character(match: re.Match[str]) -> str:
        if match[1][0] != "#" and match[1] + ";" not in html5:
            return match[0]
        char = _character(match[0])
        return keep(char, kept) if char in _LITERAL else char

    return _REFERENCE.sub(character, _REFERENCE.sub(character, _TWICE.sub("&", text)))


def safe(text: str) -> str:
    """Return a text without numbers of characters that no page may hold, or that we use as marks."""

    def check(match: re.Match[str]) -> str:
        return match[0] if _character(match[0]) else ""

    return _NUMBERED.sub(check, text)


def _character(name: str) -> str:
    """Return the character of a name or number; none for one that no page may hold, or that is a mark of ours."""
    char = without(unescape(name))
    return "" if forbidden(char) or char == "\ufffd" else char
