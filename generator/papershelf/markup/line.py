"""A line of text (a title, a venue, a tag) with its TeX: to plain Unicode, to a record's text, to BibTeX."""

import re

from papershelf.markup.tex_reader import convert

MATH = re.compile(
    r"(?<!\\)\$\$(?=[^$])(?:\\.|[^\\$])+?\$\$"
    r"|(?<!\\)\$(?![\s$])(?:\\.|[^\\$])+?(?<![\s\\])\$(?!\d)"
    r"|\\\((?:[^\\]|\\[^()\[\]])+?\\\)|\\\[(?:[^\\]|\\[^()\[\]])+?\\\]",
    re.DOTALL,
)
"""Mathematics in a text. As in Pandoc, no dollar opens before a space, and none closes before a digit."""

_MEANT = re.compile(r"[\\{}$]")
_ODD = re.compile(r"\\|[_^][{}]")  # outside mathematics it would be read as other than it says


def plain(text: str) -> str:
    """Return a record's text in Unicode: ``$\\ell_p$`` as ``ℓₚ``, ``{BERT}`` as ``BERT``, ``\\"o`` as ``ö``.

    For all but pages: citation tags, feeds, exports, search. Amounts like ``$5`` and lone dollars stay.
    """
    if "$" not in text and "\\" not in text and "{" not in text:
        return text
    out = "".join(
        convert(_inside(part), math=True) if is_math else convert(part) for is_math, part in split_math(text)
    )
    return out if out.strip() else text  # a title of nothing but TeX is better than no title


def literal(text: str) -> str:
    """Return a record's text that says just ``text``, its braces and dollars too: ``plain`` gives it back."""
    if plain(text) == text:
        return text
    return _MEANT.sub(lambda match: "\\textbackslash{}" if match[0] == "\\" else "\\" + match[0], text)


def from_tex(text: str) -> str:
    """Return a BibTeX value as a record's text: commands as Unicode, ``$math$`` and ``{Case}`` kept."""
    if "\\" not in text and "~" not in text:
        return text
    out = "".join(part if is_math else convert(part, keep=True) for is_math, part in split_math(text))
    bare = out.replace("\\$", "$")
    return bare if plain(bare) == plain(out) else out


def to_tex(text: str) -> str:
    """Return a record's text as a BibTeX value without its outer braces, which are balanced inside.

    ``$math$`` and ``{Case}`` stay; ``% & # _ ~ ^`` and lone dollars are escaped. Letters are Unicode, which
    BibTeX 0.99d, biber and every parser read. A text with commands, superscripts in braces or braces that do not
    match becomes plain first.
    """
    if not _MEANT.search(text):
        return escape(text)
    parts = split_math(text)
    if not _balanced(text) or any(_ODD.search(part) for is_math, part in parts if not is_math):
        return escape(plain(text))
    return "".join((_COMMENT if is_math else _SPECIAL).sub(_escaped, part) for is_math, part in parts)


def escape(text: str) -> str:
    """Return plain text as a BibTeX value in which nothing is a command, mathematics or a group."""
    return _BRACE_TOO.sub(_escaped, text)


_SPECIAL = re.compile(r"[%&#_~^$\\]")
_COMMENT = re.compile(r"(?<!\\)[%#]")  # what ends a line or a macro even in mathematics
_BRACE_TOO = re.compile(r"[%&#_~^$\\{}]")
_WORDS = {
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
}


def _escaped(match: re.Match[str]) -> str:
    return _WORDS.get(match[0]) or "\\" + match[0]


def split_math(text: str) -> list[tuple[bool, str]]:
    """Return the parts of a text in order, each with whether it is mathematics (delimiters included)."""
    if "$" not in text and "\\(" not in text and "\\[" not in text:
        return [(False, text)]
    parts, end = [], 0
    for match in MATH.finditer(text):
        parts += [(False, text[end : match.start()]), (True, match[0])]
        end = match.end()
    return [*parts, (False, text[end:])]


def _inside(math: str) -> str:
    return math[2:-2] if math.startswith(("$$", "\\")) else math[1:-1]


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
