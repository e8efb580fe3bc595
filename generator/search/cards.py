"""Cards: what a list of results shows of a paper, in small groups so that ten results cost a few
kilobytes."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.binary import Pack
from generator.search.document import Document

GROUP: Final = 4
"""Papers in a file."""

BLOCK: Final = 64
"""Files in a folder; the folder is named by the digest of what is in it, so the manifest names folders
only."""


def groups(documents: Sequence[Document], neighbours: NDArray[np.int64], pack: Pack) -> Iterator[bytes]:
    """Give the files of cards in order, deflated JSON: a list of [id, title, authors, venue, date,
    neighbours].

    A neighbour is written as how many papers before this one it comes.
    """
    gaps = np.arange(len(documents))[:, None] - neighbours
    known = (neighbours >= 0).sum(axis=1).tolist()
    for first in range(0, len(documents), GROUP):
        rows = gaps[first : first + GROUP].tolist()
        cards = [
            [paper.id, paper.title, paper.authors, paper.venue, paper.date, row[:count]]
            for paper, row, count in zip(
                documents[first : first + GROUP], rows, known[first : first + GROUP], strict=True
            )
        ]
        yield pack(json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
