"""Cards: what a list of results shows of a paper, in small groups so that ten results cost a few kilobytes."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from generator.search.binary import deflated
from generator.search.document import Document

GROUP: Final = 8
"""Papers in a file."""

BLOCK: Final = 64
"""Files in a folder; the folder is named by the digest of what is in it, so the manifest names folders only."""


def groups(documents: Sequence[Document]) -> Iterator[bytes]:
    """Give the files of cards in order, deflated JSON: a list of [id, title, authors, venue, date]."""
    for first in range(0, len(documents), GROUP):
        cards = [
            [document.id, document.title, document.authors, document.venue, document.date]
            for document in documents[first : first + GROUP]
        ]
        yield deflated(
            json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        )
