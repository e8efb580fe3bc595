"""Text as such: folding, slugs, white space, control characters."""

import re
import unicodedata

from papershelf.lib.digest import digest

# Letters that Unicode's compatibility decomposition leaves whole, and the ASCII readers type for them.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# What no content may hold: the characters that no XML or HTML document may (XML 1.0, production 2), lone
# surrogates, and the two signs that make text run backwards and so disguise it (Unicode's LRO and RLO).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")

_SIGNS_AS_WORDS = {"+": "plus", "#": "sharp", "*": "star", "@": "at", "%": "percent"}
_SIGNS = frozenset(_SIGNS_AS_WORDS)

SLUG_LENGTH = 80

DEVICE = re.compile(r"(?:aux|con|nul|prn|(?:com|lpt)[0-9¹²³])(?: *\..*)?", re.IGNORECASE)
"""Names, with any ending, that no file on Windows can have."""


def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics: ``Schölkopf`` and ``Scholkopf`` become one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slug(text: str) -> str:
    """Return the part of an address that stands for ``text``: ``[a-z0-9-]``, never empty, at most 80 characters.

    A text with no Latin letter or digit, a longer one, or the name of a device on Windows (``con``) gets a few
    hexadecimal digits of its digest, so that two names never share an address by accident of script or length.
    """
    plain = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if plain and len(plain) <= SLUG_LENGTH and not DEVICE.fullmatch(plain):
        return plain
    few = digest(unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")).hex()[:10]
    return f"{plain[: SLUG_LENGTH - 11].strip('-')}-{few}".strip("-")


def term_slug(text: str) -> str:
    """Return the slug of a term, with signs that tell terms apart as words: ``C++`` is ``c-plus-plus``."""
    if not _SIGNS.isdisjoint(text):
        text = "".join([f" {_SIGNS_AS_WORDS[char]} " if char in _SIGNS else char for char in text])
    return slug(text)


def squeeze(text: str) -> str:
    """Return ``text`` on one line, each run of white space a single space."""
    # Of all white space only the space is printable, and most texts are on one line as they come.
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


def without_control(text: str) -> str:
    """Return ``text`` without the characters that no content may hold."""
    return _FORBIDDEN.sub("", text)


def forbidden(text: str) -> str:
    """Return the first character of ``text`` that no content may hold, or an empty text."""
    match = _FORBIDDEN.search(text)
    return match[0] if match else ""


def shorten(text: str, length: int) -> str:
    """Return the start of ``text``, at most ``length`` characters, cut between words and ended by an ellipsis."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def printable(text: str, length: int) -> str:
    """Return ``text`` fit for a terminal: at most ``length`` characters, those with no shape as U+FFFD."""
    text = text if len(text) <= length else text[: length - 1] + "…"
    return text if text.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in text)
