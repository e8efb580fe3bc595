"""LaTeX formulas as MathML, which browsers set without a script; their source where that falls short."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape

from papershelf.markup.macros import expand

LONGEST = 2_000
# The only markup that is taken from the converter: MathML elements, and attributes of looks.
_ELEMENTS = (
    "math|mfrac|mi|mn|mo|mover|mpadded|mphantom|mroot|mrow|ms|mspace|msqrt|mstyle|msub|msubsup|msup|mtable|mtd|mtext"
    "|mtr|munder|munderover"
)
_LOOKS = (
    "accent|accentunder|columnalign|columnspacing|depth|display|displaystyle|fence|form|height|largeop|linethickness"
    "|lspace|mathvariant|maxsize|minsize|movablelimits|rowspacing|rspace|scriptlevel|separator|stretchy|symmetric"
    "|width"
)
_SAFE = re.compile(
    rf"""(?:[^<&\\]|&#?\w+;|</?(?:{_ELEMENTS})(?: (?:{_LOOKS})="(?!-?\d{{3}})[\w .%+-]*")* ?/?>)*"""
)
_REFERENCE = re.compile(r"&#x0*+(?!3C;|3E;|26;)([0-9A-F]+);")  # all but <, > and &
_DEFINITION = re.compile(r"\\(?:def|let|global|(?:re)?newcommand|newenvironment|Declare\w+)(?![A-Za-z])")
_ESCAPED = re.compile(r"\\.")  # what a backslash makes a sign of its own
_SCRIPTED = "m(?:su[bp]|subsup|under|over)"
_FUNCTION = re.compile(
    r"(?P<before></m(?:i|n|row|sup|sub|subsup|frac|sqrt|over|text)>|[)\]|}]</mo>)?"
    rf"(?P<open><{_SCRIPTED}>)?<m(?P<kind>[io])(?P<limits> movablelimits=\"true\")?>"
    r"(?P<name>(?!mod<)[A-Za-z]{2,})</m(?P=kind)>"
    rf"(?(open)(?P<scripts>(?:<m[in]>[^<]*</m[in]>|<mrow>(?:(?!</?mrow>).)*</mrow>){{1,2}}</{_SCRIPTED}>)?)"
    r"(?P<after>(?=<m(?!o)))?"
)
_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'


@lru_cache(maxsize=50_000)
def to_html(tex: str, display: bool) -> str:
    """Return a formula (without its dollar signs) as a ``math`` element, or in a ``code`` element.

    The element carries the formula's TeX, which is what a reader gets who copies it.
    """
    mathml = _convert(tex, display) if len(tex) <= LONGEST else ""
    if mathml:
        return mathml.replace("<math", f'<math alttext="{escape(tex)}"', 1)
    return f'<code class="math">{escape(tex, quote=False)}</code>'


def is_known(tex: str) -> bool:
    """Return whether a formula can be set, not only shown as its source."""
    return to_html(tex, False).startswith("<math")


def _convert(tex: str, display: bool) -> str:
    """Return MathML, or an empty text for what the converter fails on, aloud or in silence.

    It leaves commands that it does not know in the text, so any backslash in the result is a failure.
    """
    if _DEFINITION.search(tex):  # a few of them could stand for megabytes
        return ""
    tex = expand(tex)
    if _ESCAPED.sub("", tex).count("{") != _ESCAPED.sub("", tex).count("}"):
        return ""
    try:
        mathml = _converter()(
            tex.replace("\\arg\\", "\\operatorname{arg}\\"), display="block" if display else "inline"
        )
    except Exception:  # any text may be in dollar signs, and the converter has no error type of its own
        return ""
    mathml = _REFERENCE.sub(lambda match: chr(int(match[1], 16)), mathml)
    lean: str = mathml.replace(_NAMESPACE, "").replace(' display="inline"', "")
    return _FUNCTION.sub(_spaced, lean) if "\\" not in lean and _SAFE.fullmatch(lean) else ""


def _spaced(match: re.Match[str]) -> str:
    """Return a function's name as an operator, with TeX's thin space before and after where letters stand there."""
    before, scripts = match["before"] or "", match["scripts"] or ""
    left = "0.167em" if before else "0"
    right = "0" if match["after"] is None else "0.167em"
    operator = f'<mo lspace="{left}" rspace="{right}"{match["limits"] or ""}>{match["name"]}</mo>'
    return f"{before}{match['open'] or ''}{operator}{scripts}"


@cache
def _converter() -> Callable[..., str]:
    """Return the library's function; imported here because it takes long and most archives have little math."""
    from latex2mathml.converter import convert

    return convert
