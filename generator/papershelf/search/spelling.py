"""English words that are spelt in two ways: a query looks for both. Twin of `layouts/assets/js/search/spelling.js`.

The manifest carries the pairs to the browser; an index holds words as their papers spell them.
"""

from collections.abc import Callable
from typing import Final

BEGINNINGS: Final = (
    "behaviour behavior colour color favour favor flavour flavor harbour harbor honour honor humour humor "
    "labour labor neighbour neighbor tumour tumor vapour vapor odour odor rumour rumor armour armor "
    "analyse analyze analysing analyzing paralyse paralyze catalyse catalyze catalogue catalog dialogue dialog "
    "analogue analog programme program centre center centring centering fibre fiber artefact artifact ageing aging "
    "defence defense offence offense aluminium aluminum sulphur sulfur paediatric pediatric leukaemia leukemia "
    "anaesthe anesthe foetal fetal oestrogen estrogen grey gray judgement judgment"
)
"""Pairs of what words begin with."""

ENDINGS: Final = (
    "isation ization isations izations ise ize ises izes ised ized "
    "iser izer isers izers ising izing isable izable"
)
"""Pairs of what words end with after ROOT letters."""

ROOT: Final = 4

WHOLE: Final = "nets network network nets networks nets metre meter metres meter tyre tire tyres tire"
"""Words, each with a term that is as good: a stem, or what only titles have as written."""


def pairs(text: str) -> list[tuple[str, str]]:
    """Return a text of words two by two."""
    found = text.split()
    return list(zip(found[::2], found[1::2], strict=True))


_BOTH_BEGINNINGS: Final = [each for one, other in pairs(BEGINNINGS) for each in ((one, other), (other, one))]
_BOTH_ENDINGS: Final = [each for one, other in pairs(ENDINGS) for each in ((one, other), (other, one))]
_WHOLE: Final = dict(pairs(WHOLE))


def spellings(language: str) -> dict[str, str | int]:
    """Return what the manifest says of a language's spellings; nothing is known of others than English."""
    known = language == "en"
    return {
        "beginnings": BEGINNINGS if known else "",
        "endings": ENDINGS if known else "",
        "root": ROOT,
        "whole": WHOLE if known else "",
    }


def others(word: str, stem: Callable[[str], str]) -> list[str]:
    """Return the terms of an English word in its other spelling, if it has one."""
    if word in _WHOLE:
        return [_WHOLE[word]]
    for one, other in _BOTH_BEGINNINGS:
        if word.startswith(one):
            return _terms(other + word[len(one) :], stem)
    for one, other in _BOTH_ENDINGS:
        if word.endswith(one) and len(word) >= len(one) + ROOT:
            return _terms(word[: -len(one)] + other, stem)
    return []


def _terms(word: str, stem: Callable[[str], str]) -> list[str]:
    return [stem(word), word]
