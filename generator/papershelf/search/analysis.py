"""Text to index terms; `layouts/assets/js/search/text.js` is its twin and both answer one case file."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from lunr.stop_word_filter import WORDS

from papershelf.search.languages import COMMON, ENDINGS, LEAST
from papershelf.search.stem import porter

_JOINERS: Final = re.compile("[-']+")
_JOINER_FORMS: Final = {"-": "-\u2010\u2011", "'": "'\u2019\u02bc\uff07"}
_LETTERS: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ی": "ي",
    "ک": "ك",
    "ى": "ي",
}
_SUFFIXES: Final = {"++": "plusplus", "#": "sharp"}
_SUFFIXED: Final = re.compile(r"(?<![A-Za-z0-9])([A-Za-z])(\+\+|#)(?![A-Za-z0-9+#])")
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Latin and Greek; Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]+"  # Arabic vowels and tatweel; joiners
)
_CJK: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese; and Korean, whose words join."""
_RUNS: Final = re.compile(f"([{_CJK}]+)|[^{_CJK}]+")


class _Letters(dict[int, str]):
    """A `str.translate` table made as characters turn up: letters, digits and marks stay, the rest
    separates."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = unicodedata.category(character)[0] in "LNM"
        self[code] = _LETTERS.get(character, character) if kept else " "
        return self[code]


_TABLE: Final = _Letters({ord(form): joiner for joiner, forms in _JOINER_FORMS.items() for form in forms})
_TABLE.update((code, chr(code + 32)) for code in range(65, 91))


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics (NFKC, then the marks of NFD dropped): Schölkopf is
    scholkopf."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded; a joined word stays one: `["pre-trained", "author's"]`.

    Names of programming languages keep what tells them apart: C++ is `cplusplus`, C# `csharp`.
    """
    if "+" in text or "#" in text:
        text = _SUFFIXED.sub(lambda found: found[1] + _SUFFIXES[found[2]], text)
    return (text if text.isascii() else fold(text)).translate(_TABLE).split()


def forms(word: str) -> list[str]:
    """Return the forms a word is found by: itself without joiners, then its parts; CJK runs as pairs of
    characters.

    Parts of one letter say nothing (the `s` of `author's`) and are left out.
    """
    if word.isalnum() and word.isascii():
        return [word]
    pieces = [piece for piece in _JOINERS.split(word) if piece]
    if len(pieces) > 1:
        pieces = ["".join(pieces), *(piece for piece in pieces if len(piece) > 1)]
    if word.isascii():
        return pieces
    return [gram for piece in pieces for run in _RUNS.finditer(piece) for gram in _grams(run[0], run[1])]


def _grams(run: str, cjk: str | None) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] if cjk and len(run) > 1 else [run]


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return Porter's stemmer for English; for other languages one that strips the longest of their `endings`."""
    return porter if language == "en" else _light_stemmer(endings(language))


def _light_stemmer(found: tuple[str, ...]) -> Callable[[str], str]:
    def stem(word: str) -> str:
        for ending in found:
            if word.endswith(ending) and len(word) >= len(ending) + LEAST:
                return word[: -len(ending)]
        return word

    return stem


@cache
def endings(language: str) -> tuple[str, ...]:
    """Return what is stripped from words of a language, the longest first; nothing of English or an unknown
    one."""
    return tuple(sorted(words(ENDINGS.get(language, "")), key=lambda ending: (-len(ending), ending)))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return lunr's stop words for English, ours for other languages, none for an unknown one."""
    return frozenset(WORDS if language == "en" else words(COMMON.get(language, "")))


def exact_terms(word: str, language: str) -> list[str]:
    """Return the forms of a word that are not stop words, unstemmed: how titles are indexed besides their
    stems."""
    return [form for form in forms(word) if form not in stop_words(language)]


def terms(word: str, language: str) -> list[str]:
    """Return the terms that a word of running text is indexed by: stop words dropped, the rest stemmed."""
    stem = stemmer(language)
    return [stem(form) for form in exact_terms(word, language)]
