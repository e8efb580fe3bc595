"""A bare year and the name of a venue inside a query, taken as filters: the twin of `js/search/understood.js`."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from papershelf.search.analysis import stemmer, stop_words, words
from papershelf.search.codes import mask
from papershelf.search.columns import Row, venue_names
from papershelf.search.postings import Postings
from papershelf.search.query import TOKEN, Note
from papershelf.search.series import folded
from papershelf.search.tuning import Tuning

_BARE: Final = re.compile(r"[^\W_][^\W_]*(?:[&'-][^\W_]+)*[,;.]?")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}[,;.]?")

LONG: Final = 3
"""Words from which a name is nothing but a name."""


def spoken(rows: Sequence[Row], postings: Postings, language: str) -> dict[str, str]:
    """Return the names by which a query means a venue -> its slug.

    A short name that more papers have in other fields than there are at the venue is a word: nature, chi.
    """
    sizes, stops = Counter(row[1] for row in rows), stop_words(language)
    found: dict[str, str] = {}
    for slug, names in sorted(venue_names(rows).items()):
        for name in map(folded, (slug, *names)):
            parts = [part for part in name.split() if part not in stops]
            if not slug or not parts or (name in found and sizes[slug] <= sizes[found[name]]):
                continue
            if (
                len(parts) >= LONG
                or min(_elsewhere(part, postings, language) for part in parts) <= sizes[slug]
            ):
                found[name] = slug
    return dict(sorted(found.items()))


def _elsewhere(word: str, postings: Postings, language: str) -> int:
    """Return how many papers have a word in another field than the venue."""
    most = 0
    for term in (word, stemmer(language)(word)):
        at = bisect_left(postings.terms, term)
        if postings.terms[at : at + 1] == (term,):
            codes = postings.codes[postings.starts[at] : postings.starts[at + 1]]
            most = max(most, int(np.count_nonzero(codes & ~np.uint16(mask("venue")))))
    return most


def understood(
    text: str, spoken: Mapping[str, str], years: tuple[int, int], tuning: Tuning
) -> tuple[str, list[Note]]:
    """Return a query whose year and venues are written as filters, and a note on each.

    A year is one of the archive's, alone, and first, last or beside a venue; in long queries nothing is understood, nor
    is what is in quotes or has a sign or a field.
    """
    tokens = TOKEN.findall(text)
    plain = [words(token) if _BARE.fullmatch(token) else [] for token in tokens]
    bare = [at for at, found in enumerate(plain) if found]
    meant, at = dict[int, str](), 0
    notes: list[Note] = []
    while at < len(tokens):
        size = _named(plain, at, spoken, tuning.named)
        if size:
            slug = spoken[_joined(plain[at : at + size])]
            meant.update(dict.fromkeys(range(at, at + size), slug))
            used = tokens[at : at + size]
            notes.append({"kind": "understood", "name": "venue", "value": slug, "used": used})
        at += max(1, size)
    dated = [at for at in bare if _YEAR.fullmatch(tokens[at]) and years[0] <= int(tokens[at][:4]) <= years[1]]
    if len(dated) == 1 and not re.search(r"(?:^|\s)[+-]?(?:year|in|before|after):", text):
        [at] = dated
        if at in (bare[0], bare[-1]) or at - 1 in meant or at + 1 in meant:
            meant[at] = tokens[at][:4]
            notes.append({"kind": "understood", "name": "year", "value": meant[at], "used": [tokens[at]]})
    if not notes or len(bare) - len(meant) > tuning.typed:
        return text, []
    rest = [token for at, token in enumerate(tokens) if at not in meant]
    filters = [f"{'in' if note['name'] == 'year' else 'venue'}:{note['value']}" for note in notes]
    return " ".join([*rest, *filters]), notes


def _named(plain: list[list[str]], at: int, spoken: Mapping[str, str], most: int) -> int:
    """Return how many words from one on are the longest name of a venue."""
    for size in range(min(most, len(plain) - at), 0, -1):
        window = plain[at : at + size]
        if all(window) and _joined(window) in spoken:
            return size
    return 0


def _joined(window: list[list[str]]) -> str:
    return " ".join(word for found in window for word in found)
