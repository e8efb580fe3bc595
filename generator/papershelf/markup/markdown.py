"""Markdown (an abstract, a page) as safe HTML and as plain text.

Abstracts are mostly plain paragraphs, and those are set without the library: the same bytes, two hundred
times as fast (a property test holds the two equal). What ``read`` finds is out of the way before Markdown sees the
text. Raw HTML is shown, not obeyed; what the library writes is sanitized all the same.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape, unescape

from papershelf.lib.text import squeeze
from papershelf.markup import marks, math, read, tex_formula
from papershelf.markup.spans import Formula

# Lines of a plain paragraph: nothing at their beginning, inside or at their end means anything to Markdown. Some
# signs mean nothing in their place: `snake_case`, `R&D`, `\name`, `n<6` where no `>` follows, a star or a backtick
# alone, and brackets where no address follows any.
_SPECIAL = r"\\`*_<&\n\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ue000-\uf8ff"
_OURS = rf"{marks.SLOT.pattern.replace('(', '(?:')}|[{marks.ALL}]"
_HARMLESS = (
    rf"(?<=[^\W_])_(?=[^\W_])|&(?!#?\w+;)|\\(?=[A-Za-z])|{_OURS}"
    r"|<(?![^<>]*>)|\*(?![^*]*\*)|`(?![^`]*`)"
)
_START = rf"[^\W\d_]|[\"'(“‘]|\d+(?![\d.)\n])|{_OURS}"
_LINE = rf"(?:{_START})(?:[^{_SPECIAL}]++|{_HARMLESS})*+(?<!\s)"
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*")
_ADDRESS = re.compile(r"\]\s?[(:\[]")  # what makes a link of brackets
_TAG = re.compile(r"<[^>]*>")
_OURS_IN_TAG = re.compile(r"<[^<>\ue000-\uf8ff]*[\ue000-\uf8ff][^<>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h\d|pre|td|th|blockquote)>|<br>")

_GAP = re.compile(r"\n\s*\n")
_MEANT = re.compile(r"[\\`*_<&$~^\[]|-(?=-)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")

_TAGS = frozenset(
    re.findall(
        r"\w+", "a blockquote br code em h2 h3 h4 hr li ol p pre strong sub sup table tbody td th thead tr ul"
    )
)
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = frozenset(("http", "https", "mailto"))


def to_html(text: str) -> str:
    """Return Markdown as HTML that is safe to show to anyone."""
    return _to_html(text, _mathml)


def to_simple_html(text: str) -> str:
    """Return Markdown as safe HTML with formulas as plain text, for readers without MathML: feeds, mail."""
    return _to_html(text, lambda formula: escape(tex_formula.to_plain(formula.tex)))


def _to_html(text: str, form: Callable[[Formula], str]) -> str:
    done, plain = _read(text)
    html = _paragraphs(done.text) if plain else _library()(done)
    return marks.fill(html, [form(formula) for formula in done.formulas])


@lru_cache(maxsize=1_000)
def to_text(text: str) -> str:
    """Return Markdown as plain text on one line, for excerpts."""
    return squeeze(to_lines(text))


def to_lines(text: str) -> str:
    """Return Markdown as plain text in lines and paragraphs, for formats without markup and for search."""
    done, plain = _read(text)
    lines = marks.letters(done.text)
    if not plain:
        html = _library()(read.Read(lines, done.formulas))
        lines = _GAP.sub("\n\n", unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))).strip()
    return marks.fill(lines, [tex_formula.to_plain(formula.tex) for formula in done.formulas])


def literal(text: str) -> str:
    """Return Markdown that says just ``text``, but for white space: ``to_lines`` gives it back."""
    out = text
    for meant in (None, _MEANT, _PUNCTUATION):
        if meant:
            out = meant.sub(lambda match: f"&#{ord(match[0])};", text)
        if squeeze(to_lines(out)) == squeeze(text):
            break
    return out


def convert(text: str) -> str:
    """Do what ``to_html`` does, always by the library."""
    done = read.markdown(text)
    return marks.fill(_library()(done), [_mathml(formula) for formula in done.formulas])


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[read.Read, bool]:
    """Return a text as it is read, and whether it needs no library; a page asks several times for the same."""
    done = read.markdown(text)
    return done, is_plain(done.text)


def _mathml(formula: Formula) -> str:
    return math.to_html(formula.tex, formula.display)


def is_plain(text: str) -> bool:
    """Return whether a text that was read is nothing but paragraphs, which need no library."""
    return _PLAIN.fullmatch(text) is not None and ("[" not in text or not _ADDRESS.search(text))


def _paragraphs(text: str) -> str:
    html = (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\xa0", "&nbsp;")
        .replace("\n\n", "</p>\n<p>")
    )
    return f"<p>{marks.tags(html)}</p>"


@cache
def _library() -> Callable[[read.Read], str]:
    """Return the Markdown library and the sanitizer as one function.

    Imported here because they take a tenth of a second, and many builds meet no changed page.
    """
    from markdown import Markdown
    from nh3 import Cleaner

    parser = Markdown(extensions=["fenced_code", "sane_lists", "tables"])
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    cleaner = Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)

    def run(done: read.Read) -> str:
        sources = [escape(f"${formula.tex}$") for formula in done.formulas]

        def letters(tag: re.Match[str]) -> str:
            return marks.without(marks.fill(marks.letters(tag[0]), sources))

        html = parser.reset().convert(done.text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
        # In an address or a title of a link there is no element: formulas are letters there. The sanitizer then
        # sees our own tags too, and closes what emphasis of two kinds has left crossed.
        return str(cleaner.clean(marks.tags(_OURS_IN_TAG.sub(letters, html))))

    return run
