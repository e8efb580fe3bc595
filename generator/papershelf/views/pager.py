"""Long lists cut into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from papershelf.model import routes

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands in its list."""

    base: str
    """Address of the list's first page."""
    number: int
    """This page, from 1."""
    last: int
    """Number of pages, at least 1."""

    @property
    def up(self) -> str:
        """Return the way from this page to the list's first, where its feeds are: nothing, or ``../../``."""
        return "../../" if self.number > 1 else ""

    def url(self, number: int) -> str:
        """Return the address of another page of the list."""
        return routes.pager(self.base, number)


def paginate(base: str, items: Sequence[Item], size: int) -> Iterator[tuple[Pager, tuple[Item, ...]]]:
    """Return each page of a list and its items; an empty list has one empty page."""
    last = max(1, -(-len(items) // max(1, size)))
    for number in range(1, last + 1):
        start = (number - 1) * size
        yield Pager(base=base, number=number, last=last), tuple(items[start : start + size])


def page_output_path(pager: Pager) -> str:
    """Return the file of a list's page."""
    return routes.path(pager.url(pager.number))
