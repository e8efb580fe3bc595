"""What the index is built from: a few columns over all papers, and a way to read a whole one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.search.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """All papers in the order of their numbers, by (added, id): their columns, named like the fields of `Document`.

    `read` gives the document of a number. Most builds know most papers by their digests, and read few.
    """

    digests: tuple[bytes, ...]
    dates: Sequence[str]
    venues: Sequence[str]
    venue_slugs: Sequence[str]
    tags: Sequence[tuple[str, ...]]
    votes: Sequence[int]
    flags: Sequence[frozenset[str]]
    read: Callable[[int], Document]


def numbered(documents: Iterable[Document]) -> list[Document]:
    """Give documents in the order of their numbers."""
    return sorted(documents, key=lambda document: (document.added, document.id))


def papers_of(documents: Iterable[Document]) -> Papers:
    """Give documents that are all read as `Papers`."""
    ordered = numbered(documents)
    return Papers(
        digests=tuple([each.digest for each in ordered]),
        dates=[each.date for each in ordered],
        venues=[each.venue for each in ordered],
        venue_slugs=[each.venue_slug for each in ordered],
        tags=[each.tags for each in ordered],
        votes=[each.votes for each in ordered],
        flags=[each.flags for each in ordered],
        read=ordered.__getitem__,
    )
