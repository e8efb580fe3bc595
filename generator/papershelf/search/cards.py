"""Cards: what a list of results shows of a paper, in small groups so that ten results cost a few
kilobytes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
import orjson
from numpy.typing import NDArray

from papershelf.search.binary import Pack
from papershelf.search.document import Document

GROUP: Final = 4
"""Papers in a file."""

BLOCK: Final = 64
"""Files in a folder; the folder is named by the digest of what is in it, so the manifest names folders
only."""


def groups(
    digests: Sequence[bytes], read: Callable[[int], Document], neighbours: NDArray[np.int64], pack: Pack
) -> Iterator[bytes]:
    """Return the files of cards in order, deflated JSON: a list of [id, title, authors, venue, date,
    neighbours].

    A neighbour is written as how many papers before this one it comes. `digests` name the papers, of which `read` gives
    the documents.
    """
    gaps = np.where(neighbours >= 0, np.arange(len(digests))[:, None] - neighbours, 0)
    for first in range(0, len(digests), GROUP):
        group = slice(first, first + GROUP)

        def make(first: int = first, group: slice = group) -> bytes:
            cards = []
            for number, row in enumerate(gaps[group].tolist(), first):
                paper, near = read(number), [gap for gap in row if gap]
                cards.append([paper.id, paper.title, paper.authors, paper.venue, paper.date, near])
            return orjson.dumps(cards)

        yield pack((*digests[group], gaps[group].tobytes()), make)
