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
_SAFE = re.compile(rf"""(?:[^<&\\]|&#?\w+;|</?(?:{_ELEMENTS})(?: (?:{_LOOKS})="[\w .%+-]*")* ?/?>)*""")
_REFERENCE = re.compile(r"&#x0*+(?!3C;|3E;|26;)([0-9A-F]+);")  # all but <, > and &
_DEFINITION = re.compile(r"\\(?:def|let|global|(?:re)?newcommand|newenvironment|Declare\w+)(?![A-Za-z])")
_ESCAPED = re.compile(r"\\.")  # what a backslash makes a sign of its own
_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'


@lru_cache(maxsize=50_000)
def to_html(tex: str, display: bool) -> str:
    """Return a formula (without its dollar signs) as a ``math`` element, or in a ``code`` element."""
    mathml = _convert(tex, display) if len(tex) <= LONGEST else ""
    return mathml or f'<code class="math">{escape(tex, quote=False)}</code>'


def is_known(tex: str) -> bool:
    """Tell whether a formula can be set, not only shown as its source."""
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
    return lean if "\\" not in lean and _SAFE.fullmatch(lean) else ""


@cache
def _converter() -> Callable[..., str]:
    """Return the library's function; imported here because it takes long and most archives have little math."""
    from latex2mathml.converter import convert

    return convert
