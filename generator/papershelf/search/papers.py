"""What the index is built from: which papers there are, and a way to read one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from papershelf.search.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """All papers in the order of their numbers, by (added, id); `read` gives the document of a number.

    Most builds know most papers by their digests, and read few.
    """

    digests: tuple[bytes, ...]
    read: Callable[[int], Document]


def numbered(documents: Iterable[Document]) -> list[Document]:
    """Return documents in the order of their numbers."""
    return sorted(documents, key=lambda document: (document.added, document.id))
