"""BibTeX in ASCII, for the original ``bibtex`` and old tools: every other letter as a command of TeX."""

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

from papershelf.markup.line import plain
from papershelf.markup.tex_symbols import ACCENTS, LETTERS, SYMBOLS

_OTHER = re.compile(r"[^\x00-\x7f]")
_ADDRESSES = ("url", "doi", "eprint")
_ACCENTS = {mark: name for name, mark in reversed(ACCENTS.items())}  # the first of several names
_SYMBOLS = {char: name for name, char in reversed(SYMBOLS.items()) if not char.isascii()}


def in_ascii(field: str, value: str, formulas: re.Pattern[str]) -> str:
    """Return the value of a field in ASCII; ``formulas`` splits it so that formulas are at the odd places.

    What BibTeX then reads is the same: letters in braces with their command, which is one letter to ``bibtex``
    (``{\\'e}``), in formulas the command alone, and in addresses percent-encoded.
    """
    if value.isascii():
        return value
    if field in _ADDRESSES:
        return _OTHER.sub(lambda match: quote(match[0]), value)
    parts = formulas.split(value)
    return "".join([_OTHER.sub(_math if i % 2 else _text, part) for i, part in enumerate(parts)])


def _text(match: re.Match[str]) -> str:
    return _letter(match[0])


def _math(match: re.Match[str]) -> str:
    name = _SYMBOLS.get(match[0])
    # Some letters have a command in text only: ``\o`` is ø there, and nothing in a formula.
    command = f"{{\\{name}}}" if name else ""
    return command if command and plain(f"${command}$") == match[0] else f"\\mbox{{{_by_number(match[0])}}}"


@lru_cache(maxsize=5_000)
def _letter(char: str) -> str:
    found = _accented(char) or _symbol(char)
    # What TeX has two readings for, or Unicode two writings, goes by its number.
    return found if found and plain(found) == char else f"{{{_by_number(char)}}}"


def _accented(char: str) -> str:
    parts = normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    if not marks or not all(mark in _ACCENTS for mark in marks):
        return ""
    text = base if base.isascii() else _symbol(base)
    for mark in marks:
        name = _ACCENTS[mark]
        text = f"\\{name}{text}" if len(text) == 1 and not name.isalpha() else f"\\{name}{{{text}}}"
    return f"{{{text}}}"


def _symbol(char: str) -> str:
    name = _SYMBOLS.get(char)
    if not name:
        return ""
    return f"{{\\{name}}}" if name in LETTERS or name.startswith("text") else f"{{\\ensuremath{{\\{name}}}}}"


def _by_number(char: str) -> str:
    """Return LaTeX's command for a character by its number, its digits in capitals: small ones would make a ``von``."""
    return f'\\symbol{{"{ord(char):X}}}'
