"""Words that are not in the index as typed: the twin of `layouts/assets/js/search/expand.js`."""

from collections.abc import Callable, Mapping

from papershelf.search.tuning import Tuning


def matcher(pattern: str) -> Callable[[str], bool]:
    """Return a test of whole words by a pattern in which * is any run of characters, in linear time."""
    first, *parts = pattern.split("*")
    last = parts.pop()

    def fits(word: str) -> bool:
        at = len(first)
        for part in parts:
            found = word.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return word.startswith(first) and word.endswith(last) and at <= len(word) - len(last)

    return fits


def within(typed: str, word: str, edits: int) -> bool:
    """Return whether `word` is at most `edits` changes from `typed`, each made from left to right as lunr makes
    them.

    A change is a letter more, less or other, or two neighbours swapped.
    """
    if abs(len(typed) - len(word)) > edits:
        return False
    if not typed and not word:
        return True
    if typed and word and typed[0] == word[0] and within(typed[1:], word[1:], edits):
        return True
    return edits > 0 and (
        (bool(word) and within(typed, word[1:], edits - 1))
        or (bool(typed) and within(typed[1:], word, edits - 1))
        or (bool(typed and word) and within(typed[1:], word[1:], edits - 1))
        or (len(typed) > 1 and word[:1] == typed[1] and within(typed[0] + typed[2:], word[1:], edits - 1))
    )


def corrections(typed: str, candidates: Mapping[str, int], tuning: Tuning) -> list[str]:
    """Return the likeliest words meant by `typed`: fewest changes, then in most papers and with the same first letter.

    `candidates` maps terms, in order, to the binary digits of the number of their papers.
    """
    for edits in (1, 2) if len(typed) > 5 else (1,):
        found = [
            (-((tuning.same_first if term[0] == typed[0] else 0) + size), at, term)
            for at, (term, size) in enumerate(candidates.items())
            if within(typed, term, edits)
        ]
        if found:
            return [term for _, _, term in sorted(found)[: tuning.corrections]]
    return []


def by_papers(candidates: Mapping[str, int]) -> list[str]:
    """Return terms, those in most papers first; `candidates` maps them to the binary digits of their papers' number."""
    return sorted(candidates, key=lambda term: (-candidates[term], term))
