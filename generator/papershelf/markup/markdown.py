"""Markdown as safe HTML and as plain text; titles as HTML.

Abstracts are mostly plain paragraphs, and those are set without the library: the same bytes, two hundred
times as fast (a property test holds the two equal). Math is taken out before Markdown sees it and put back
afterwards. Raw HTML is shown, not obeyed; what the library writes is sanitized all the same.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape, unescape

from papershelf.lib.text import squeeze
from papershelf.markup import math
from papershelf.markup.line import MATH, plain

# Lines of a plain paragraph: nothing at their beginning, inside or at their end means anything to Markdown. Some
# signs mean nothing in their place: `snake_case`, `R&D`, `\name`, `n<6` where no `>` follows, a star or a backtick
# alone, and brackets where no address follows any.
_SLOT = re.compile("\ue000(\\d+)\ue001")
_SPECIAL = r"\\`*_<&\n\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ue000\ue001"
_HARMLESS = (
    r"(?<=[^\W_])_(?=[^\W_])|&(?!#?\w+;)|\\(?=[A-Za-z])|\ue000\d+\ue001"
    r"|<(?![^<>]*>)|\*(?![^*]*\*)|`(?![^`]*`)"
)
_START = r"[^\W\d_]|[\"'(“‘]|\d+(?![\d.)\n])|\ue000\d+\ue001"
_LINE = rf"(?:{_START})(?:[^{_SPECIAL}]++|{_HARMLESS})*+(?<!\s)"
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*")
_ADDRESS = re.compile(r"\]\s?[(:\[]")  # what makes a link of brackets
_CODE_OR_MATH = re.compile(  # or what begins neither, which is thus passed over at once
    rf"[^`$\\]+|(?<![`\\])(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|(?P<math>{MATH.pattern})",
    re.DOTALL,
)
_OURS = str.maketrans("", "", "\ue000\ue001")  # private characters that hold the place of math
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h\d|pre|td|th|blockquote)>|<br>")

_TAGS = frozenset(
    re.findall(r"\w+", "a blockquote br code em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr ul")
)
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = frozenset(("http", "https", "mailto"))


def to_html(text: str) -> str:
    """Return Markdown as HTML that is safe to show to anyone."""
    return _to_html(text, math.to_html)


def to_simple_html(text: str) -> str:
    """Return Markdown as safe HTML with formulas as plain text, for readers without MathML: feeds, mail."""
    return _to_html(text, lambda tex, display: escape(plain(f"${tex}$")))


def _to_html(text: str, formula: Callable[[str, bool], str]) -> str:
    slots: list[str] = []
    kept = _take_math(text, slots, formula)
    return _put_back(_paragraphs(kept) if _is_plain(kept) else _library()(kept), slots)


def inline(text: str) -> str:
    """Return a title as HTML: math set, braces that protect capitals dropped, everything else as written."""
    if "$" not in text and "\\" not in text:
        return escape(text.replace("{", "").replace("}", ""), quote=False)
    slots: list[str] = []
    kept = _take_math(text, slots, math.to_html)
    shown = re.sub(r"\\([{}$%&#_])|[{}]", lambda match: match[1] or "", kept)
    return _put_back(escape(shown, quote=False), slots)


@lru_cache(maxsize=1_000)
def to_text(text: str) -> str:
    """Return Markdown as plain text on one line, for excerpts and formats without markup."""
    return squeeze(to_lines(text))


def to_lines(text: str) -> str:
    """Return Markdown as plain text, its white space as it is, for what takes words apart."""
    slots: list[str] = []
    kept = _take_math(text, slots, lambda tex, display: plain(f"${tex}$"))
    if not _is_plain(kept):
        kept = unescape(_TAG.sub("", _BLOCK_END.sub(" ", _library()(kept))))
    return _put_back(kept, slots)


def convert(text: str) -> str:
    """Do what ``to_html`` does, always by the library."""
    slots: list[str] = []
    return _put_back(_library()(_take_math(text, slots, math.to_html)), slots)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and ("[" not in text or not _ADDRESS.search(text))


def _paragraphs(text: str) -> str:
    html = (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\xa0", "&nbsp;")
        .replace("\n\n", "</p>\n<p>")
    )
    return f"<p>{html}</p>"


def _take_math(text: str, slots: list[str], render: Callable[[str, bool], str]) -> str:
    """Replace each formula by a numbered slot that neither Markdown nor the sanitizer touches."""
    if "\ue000" in text or "\ue001" in text:
        text = text.translate(_OURS)
    if "$" not in text and "\\" not in text:
        return text

    def slot(match: re.Match[str]) -> str:
        formula = match["math"]
        if not formula:
            return match[0]
        display = formula.startswith(("$$", "\\["))
        width = 1 if formula[0] == "$" and not display else 2  # of the signs around it
        slots.append(render(formula[width:-width].strip(), display))
        return f"\ue000{len(slots) - 1}\ue001"

    return _CODE_OR_MATH.sub(slot, text)


def _put_back(text: str, slots: list[str]) -> str:
    return _SLOT.sub(lambda match: slots[int(match[1])], text) if slots else text


@cache
def _library() -> Callable[[str], str]:
    """Return the Markdown library and the sanitizer as one function.

    Imported here because they take a tenth of a second, and many builds meet no changed page.
    """
    from markdown import Markdown
    from nh3 import Cleaner

    parser = Markdown(extensions=["fenced_code", "sane_lists", "tables"])
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    cleaner = Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)

    def run(text: str) -> str:
        html = parser.reset().convert(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
        return str(cleaner.clean(html))

    return run
