"""The one reader: an author's text, a line or Markdown, taken apart once, whatever is then made of it."""

import re
from dataclasses import dataclass, replace

from papershelf.markup import html_text, marks, typography
from papershelf.markup.spans import FORMULA, Formula, formula
from papershelf.markup.tex_text import Text

_FORMULA = re.compile(FORMULA, re.DOTALL)
# Code of Markdown, in backticks or between fences; or what begins neither it nor a formula, passed over at once.
_CODE_OR_FORMULA = re.compile(
    r"[^`~$\\]+"
    r"|(?<![`\\])(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|(?<![^\n])(?P<fence>~~~+)[^\n]*\n.*?\n(?P=fence)"
    rf"|(?P<formula>{FORMULA})",
    re.DOTALL,
)
# What makes a line more than its letters; and the same for Markdown, whose paragraphs are long: looking for each
# sign by itself takes a fifth of the time of looking for any.
_LINE = re.compile("[\\\\${}<&`~^*_\xad\u2028\u2029\ufb00-\ufb06\ue000-\uf8ff]|--")
_SPACES = re.compile(" {2,}")
_TIE = re.compile(r"(?<!\\)~")
_ODD = re.compile("[\xad\u2028\u2029\ufb00-\ufb06\ue000-\uf8ff]")
_SOFT = re.compile(r"(?<=\w)\xad(?=\w)")  # where a word may be broken; elsewhere it was meant as a hyphen
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xAD: "-",
    0x2028: " ",
    0x2029: " ",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it is read."""

    text: str
    """Letters, with marks and slots (``marks``)."""
    formulas: tuple[Formula, ...] = ()
    unknown: tuple[str, ...] = ()
    """Commands and tags that nobody knows; they stand in the text as they are."""
    lost: tuple[str, ...] = ()
    """Commands that refer to what is not here; they are left out."""


def is_bare(text: str) -> bool:
    """Return at once whether a line is nothing but letters, so that it is its own plain text."""
    return _LINE.search(text) is None


def line(text: str) -> Read:
    """Read a title, a venue, a tag."""
    if is_bare(text):
        return Read(text)
    formulas: list[Formula] = []
    kept: list[str] = []
    given = text = _letters(text)
    if "$" in text or "\\" in text:
        text = _FORMULA.sub(lambda match: _slot(match[0], formulas), text)
    text = typography.quotes(text)
    if "<" in text or "&" in text:
        text = html_text.decode(text, kept, markdown=False)
    text = typography.emphasis(text)
    done = _commands(text, formulas, kept, markdown=False)
    # A title of nothing but TeX is better than no title.
    if not marks.letters(done.text).strip():
        return Read(given, unknown=done.unknown, lost=done.lost)
    # What was left out leaves its spaces.
    return replace(done, text=tidy(done.text))


def tex(text: str) -> Read:
    """Read a value of a BibTeX file, in which only TeX has a meaning."""
    formulas: list[Formula] = []
    text = _FORMULA.sub(lambda match: _slot(match[0], formulas), _letters(text))
    text = typography.dashes(_TIE.sub(" ", typography.quotes(text)))
    return Read(Text(text, markdown=False).run(), tuple(formulas))


def markdown(text: str) -> Read:
    """Read an abstract or a page: the result is Markdown still, with TeX and HTML taken out of it."""
    text = _letters(text)
    if not (
        "\\" in text or "$" in text or "<" in text or "&" in text or "`" in text
        or "~" in text or "^" in text or "--" in text
    ):  # fmt: skip
        return Read(text)
    formulas: list[Formula] = []
    kept: list[str] = []
    if "&#" in text:
        text = html_text.safe(text)
    if "`" in text:
        text = typography.quotes(text)

    def slot(match: re.Match[str]) -> str:
        if match["ticks"] or match["fence"]:
            return marks.keep(match[0], kept)
        return _slot(match["formula"], formulas) if match["formula"] else match[0]

    if "`" in text or "$" in text or "\\" in text or "~~~" in text:
        text = _CODE_OR_FORMULA.sub(slot, text)
    if "<" in text or "&" in text:
        text = html_text.decode(text, kept, markdown=True)
    return _commands(text, formulas, kept, markdown=True)


def tidy(text: str) -> str:
    """Return a line without the spaces that stand beside others or at its ends."""
    return _SPACES.sub(" ", text).strip(" ") if "  " in text or text[:1] == " " or text[-1:] == " " else text


def _letters(text: str) -> str:
    """Return a text without characters that are no letters: ligatures of typesetting, soft hyphens, our marks."""
    if text.isascii() or not _ODD.search(text):
        return text
    return _SOFT.sub("", marks.without(text)).translate(_LIGATURES)


def _slot(span: str, formulas: list[Formula]) -> str:
    formulas.append(formula(span))
    return marks.slot(len(formulas) - 1)


def _commands(text: str, formulas: list[Formula], kept: list[str], *, markdown: bool) -> Read:
    """Take apart what can span formulas and emphasis: scripts, ties, dashes, TeX's commands and groups."""
    text = typography.dashes(typography.ties(typography.scripts(text)))
    unknown: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    if "\\" in text or "^{" in text or "_{" in text or ("{" in text and not markdown):
        reader = Text(text, markdown=markdown)
        text = reader.run()
        unknown, lost = tuple(reader.unknown), tuple(reader.lost)
    unknown += tuple(html_text.left(text))
    return Read(marks.give_back(text, kept), tuple(formulas), unknown, lost)
