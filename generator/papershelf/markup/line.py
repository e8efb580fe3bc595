"""A line of text (a title, a venue, a tag) as HTML, plain text and TeX, and a line from TeX or plain text."""

import re
from functools import lru_cache
from html import escape as escape_html

from papershelf.markup import marks, math, read, tex_formula

_SPECIAL = re.compile(r"[%&#_~^$\\{}`]")
_COMMENT = re.compile(r"(?<!\\)[%#]")  # what ends a line or a macro even in a formula
_WORDS = {
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "`": "\\textasciigrave{}",
}
_SOURCE = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "-": "{-}",
}
_BRACES = re.compile(r"[\\{}]")
_MEANT = re.compile(r"[\\{}$~^`*_<&]|-(?=-)")


def to_html(text: str) -> str:
    """Return a line as HTML."""
    if read.is_bare(text):
        return escape_html(text, quote=False)
    done = read.line(text)
    html = marks.tags(escape_html(done.text, quote=False))
    return marks.fill(html, [math.to_html(formula.tex, False) for formula in done.formulas])


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a line in Unicode: ``$\\ell_p$`` as ``ℓₚ``, ``{BERT}`` as ``BERT``, ``\\"o`` as ``ö``.

    For all but pages: citation tags, feeds, exports, search. Amounts like ``$5`` and lone dollars stay.
    """
    return text if read.is_bare(text) else _plain(read.line(text))


def to_tex(text: str) -> str:
    """Return a line as a BibTeX value without its outer braces, which are balanced inside.

    Formulas are ``$…$``, groups that protect capitals stay; lone dollars, backticks and ``% & # _ ~ ^`` are escaped.
    Letters are Unicode, which BibTeX 0.99d, biber and every parser read.
    """
    if read.is_bare(text):
        return escape(text)
    done = read.line(text)
    tex = marks.commands(escape(done.text))
    return read.tidy(marks.fill(tex, [_formula(formula.tex) for formula in done.formulas]))


def from_tex(text: str) -> str:
    """Return a BibTeX value as a line: commands as Unicode; formulas, emphasis and ``{Case}`` kept."""
    if "\\" not in text and "~" not in text and "--" not in text:
        return text
    return _line(read.tex(text))


def literal(text: str) -> str:
    """Return a line that says just ``text``, its braces and dollars too: ``plain`` gives it back."""
    return text if plain(text) == text else _line(read.Read(marks.without(text)))


def escape(text: str) -> str:
    """Return plain text as a BibTeX value in which nothing is a command, a formula or a group."""
    return _SPECIAL.sub(lambda match: _WORDS.get(match[0]) or "\\" + match[0], text)


def _plain(done: read.Read) -> str:
    formulas = [tex_formula.to_plain(formula.tex) for formula in done.formulas]
    return read.tidy(marks.fill(marks.letters(done.text), formulas))


def _formula(tex: str) -> str:
    """Return a formula in a BibTeX value, which counts braces even behind backslashes."""
    if not _balanced(tex):
        return escape(tex_formula.to_plain(tex))
    return f"${_COMMENT.sub(lambda match: chr(92) + match[0], tex)}$"


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _line(done: read.Read) -> str:
    """Return a line that is read as this: nothing but braces and backslashes escaped if that will do."""
    formulas = [f"${formula.tex}$" for formula in done.formulas]
    for meant in (_BRACES, _MEANT):
        text = meant.sub(lambda match: _SOURCE.get(match[0]) or "\\" + match[0], done.text)
        out = marks.fill(marks.commands(text), formulas)
        if _plain(read.line(out)) == _plain(done):
            break
    return out
