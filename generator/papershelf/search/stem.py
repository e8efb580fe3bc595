"""English stems by Porter's algorithm; `layouts/assets/js/search/stem.js` is its twin."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, TypeAlias

_Endings: TypeAlias = "Mapping[str, tuple[tuple[str, str], ...]]"


def _endings(text: str) -> _Endings:
    """Return endings and what replaces them, `-` for nothing, by the last two letters, where few words have any."""
    found: defaultdict[str, tuple[tuple[str, str], ...]] = defaultdict(tuple)
    words = text.split()
    for ending, other in zip(words[::2], words[1::2], strict=True):
        found[ending[-2:]] += ((ending, other.strip("-")),)
    return dict(found)


_STEP2: Final = _endings(
    "ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous "
    "ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble logi log"
)
_STEP3: Final = _endings("icate ic ative - alize al iciti ic ical ic ful - ness -")
_STEP4: Final = _endings(
    "al - ance - ence - er - ic - able - ible - ant - ement - ment - ent - "
    "ion - ou - ism - ate - iti - ous - ive - ize -"
)


class _Shapes(dict[int, str]):
    """A `str.translate` table of letters as v(owels), c(onsonants), and y."""

    def __missing__(self, code: int) -> str:
        self[code] = "c"
        return "c"


_SHAPES: Final = _Shapes({ord(letter): "v" for letter in "aeiou"} | {ord("y"): "y"})


def porter(word: str) -> str:
    """Return the stem of a folded word (Porter, An algorithm for suffix stripping, Program 14(3), 1980), with lunr's
    departures: -bli, -logi, two letters stay."""
    if len(word) < 3:
        return word
    word = _without_past(_singular(word))
    if word[-1] == "y" and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    for table, least in ((_STEP2, 0), (_STEP3, 0), (_STEP4, 1)):
        for ending, other in table.get(word[-2:], ()):
            if word.endswith(ending):
                root = word[: -len(ending)]
                if _measure(root) > least and (ending != "ion" or root[-1] in "st"):
                    word = root + other
                break
    return _without_e(word)


def _shape(word: str) -> str:
    """Return the shape of a word, as `cvcc`; y is a vowel after a consonant."""
    shape = word.translate(_SHAPES)
    while "y" in shape:
        before, _, after = shape.partition("y")
        shape = f"{before}{'v' if before.endswith('c') else 'c'}{after}"
    return shape


def _measure(root: str) -> int:
    """Return how often consonants follow vowels."""
    return _shape(root).count("vc")


def _is_short(root: str) -> bool:
    return root[-1:] not in "wxy" and _shape(root).endswith("cvc")


def _singular(word: str) -> str:
    if word[-1] != "s" or (word[-2] == "s" and not word.endswith("sses")):
        return word
    return word[:-2] if word.endswith(("sses", "ies")) else word[:-1]


def _without_past(word: str) -> str:
    if not word.endswith(("ed", "ing")):
        return word
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    root = word[:-2] if word[-1] == "d" else word[:-3]
    shape = _shape(root)
    if "v" not in shape:
        return word
    if root.endswith(("at", "bl", "iz")):
        return root + "e"
    if root[-1] == root[-2:-1] and shape[-1] == "c":
        return root if root[-1] in "lsz" else root[:-1]
    return root + "e" if shape.count("vc") == 1 and _is_short(root) else root


def _without_e(word: str) -> str:
    if word[-1:] not in "el":
        return word
    count = _measure(word)
    if word[-1] == "e" and (count > 1 or (count == 1 and not _is_short(word[:-1]))):
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and count > 1 else word
