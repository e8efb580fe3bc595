"""What plain signs stand for in an author's text: quotes, dashes and ties of TeX; emphasis and scripts of Markdown.

Only what is certain: of 87,000 real titles none changes its sense, whatever its ``A*``, ``L_p`` and ``x^2``.
"""

import re

from papershelf.markup.marks import OPENING, is_whole, wrap

_LETTER = r"[\w\ue001\ue003]"  # or the end of a formula
_DOUBLE = re.compile(r"(?<![\w`\\])``(?=[^\s`])([^`]{1,300}?)''(?!')")
# A backtick that closes code stands right behind something and before no letter; one that opens a quote does not.
_SINGLE = re.compile(r"(?<![\w`'\\])`(?![\s`])(?![^`\n]*[^\s(\[`]`(?!\w))([^`'\n]{1,200}?)'(?![\w`'])")
_ESCAPED = re.compile(r'\\"(\w[^"\\]{0,200}?)\\"(?![A-Za-z{])')  # quotes of a JSON text
_DASH = re.compile(
    rf"(?P<url>https?://\S+)|(?<=[^\s<>|!-]) (?P<spaced>---?) (?=[^\s<>|-])"
    rf"|(?<={_LETTER})(?P<joined>---?)(?={_LETTER}|\ue000)"
)
_TIE = re.compile(
    rf"(?P<url>https?://\S+)|(?:(?<=[^\W\d_])|(?<=[.,;:)\]\ue001]))~(?=[\w(\[\\\ue000{OPENING}])"
)

_BEFORE = r"(?<![^\s(\[/“‘\"'–—])"
_AFTER = r"(?![^\s)\]/”’\"'–—.,;:!?])"
_STRONG = re.compile(rf"{_BEFORE}\*\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*\*{_AFTER}")
_EMPHASIS = re.compile(
    rf"{_BEFORE}(?:\*(?=[\w\"“‘'\ue000])([^*]+?)(?<=[^\s*\\])\*|_(?=[^\W_])([^_]+?)(?<=[^\s_\\])_){_AFTER}"
)
# After a letter or a chemical symbol, short and closed: H~2~O, x^2^, 10^-3^.
_SUB = re.compile(
    r"(?:(?<=[A-Z)\]])|(?<=\b[A-Z][a-z])|(?<=[A-Z][A-Z][a-z])|(?<=\b[b-z]))~([\w+-]{1,4})~(?!~)"
)
_SUP = re.compile(r"(?<=[\w)\]\ue001])\^(-?\d{1,3}[+-]?|[a-z]{1,2}|[A-Z]|[+-])\^(?!\^)")


def quotes(text: str) -> str:
    """Return a text with TeX's quotes as characters."""
    if "``" in text:
        text = _DOUBLE.sub(r"“\1”", text)
    if "`" in text:
        text = _SINGLE.sub(r"‘\1’", text)
    return _ESCAPED.sub(r'"\1"', text) if '\\"' in text else text


def dashes(text: str) -> str:
    """Return a text with TeX's dashes as characters, but for those in addresses."""
    return _DASH.sub(_dash, text) if "--" in text else text


def ties(text: str) -> str:
    """Return a text with TeX's ties as spaces, but for tildes in addresses, ranges and estimates (``~5``)."""
    return _TIE.sub(lambda match: match["url"] or " ", text) if "~" in text else text


def emphasis(text: str) -> str:
    """Return a title with Markdown's emphasis as marks."""
    if "*" in text:
        text = _STRONG.sub(lambda match: _emphasized("strong", match[0], match[1]), text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda match: _emphasized("emphasis", match[0], match[1] or match[2]), text)
    return text


def scripts(text: str) -> str:
    """Return a text with sub- and superscripts as Pandoc writes them as marks."""
    if "~" in text:
        text = _SUB.sub(lambda match: wrap("sub", match[1]), text)
    if "^" in text:
        text = _SUP.sub(lambda match: wrap("sup", match[1]), text)
    return text


def _emphasized(style: str, source: str, text: str) -> str:
    return wrap(style, text) if is_whole(text) else source


def _dash(match: re.Match[str]) -> str:
    if match["url"]:
        return match["url"]
    dash = match["spaced"] or match["joined"]
    char = "–" if dash == "--" else "—"
    return f" {char} " if match["spaced"] else char
