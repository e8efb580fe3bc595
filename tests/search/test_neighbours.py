"""Neighbours found in arrays are those that a plain reading of their definition finds."""

import random
from collections import Counter, defaultdict

import numpy as np
import pytest
from papershelf.search.codes import part
from papershelf.search.document import SearchSettings
from papershelf.search.neighbours import COMMON, FREQUENCY, NEIGHBOURS, WORDS, _logarithm, neighbours
from papershelf.search.postings import Postings, invert
from papershelf.search.tokens import tokens

from tests.search.archive import document


def plainly(postings: Postings) -> list[list[int]]:
    """Return all papers' neighbours, word by word and paper by paper."""
    shared: defaultdict[int, list[tuple[int, int, list[int]]]] = defaultdict(list)
    often = (
        part(postings.codes, "abstract") + 2 * part(postings.codes, "title") + part(postings.codes, "tags")
    )
    for word in range(len(postings.terms)):
        earlier: list[int] = []
        for at in range(postings.starts[word], postings.starts[word + 1]):
            paper = int(postings.documents[at])
            if not often[at]:
                continue
            if 0 < len(earlier) <= COMMON:
                paper_log, word_log = _logarithm(np.array([paper + 1, len(earlier)])).tolist()
                weight = (paper_log - word_log) * int(FREQUENCY[min(often[at], 6)])
                if weight > 0:
                    shared[paper].append((-weight, word, list(earlier)))
            earlier.append(paper)
    found = []
    for paper in range(len(postings.lengths)):
        sums: Counter[int] = Counter()
        for weight, _, others in sorted(shared[paper])[:WORDS]:
            sums.update(dict.fromkeys(others, -weight))
        best = sorted(sums, key=lambda other: (-sums[other], -other))[:NEIGHBOURS]
        found.append(best + [-1] * (NEIGHBOURS - len(best)))
    return found


@pytest.mark.parametrize("vocabulary", [40, 300, 3000])
def test_neighbours_are_those_of_the_definition(vocabulary: int) -> None:
    source = random.Random(vocabulary)

    def text(count: int) -> str:
        return " ".join(f"word{int(vocabulary * source.random() ** 2)}" for _ in range(count))

    documents = [document(number, text(4), abstract=text(30)) for number in range(400)]
    postings = invert(tokens(documents), SearchSettings())
    assert neighbours(postings).tolist() == plainly(postings)
