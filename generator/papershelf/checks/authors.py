"""Author lists in which a name stands twice, or whose length is not the count."""

from collections import Counter
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content


def check(content: Content) -> Iterator[Finding]:
    """Look at every author list."""
    for record in content.records:
        count = len(record.authors)
        if count and record.author_count is not None and record.author_count != count:
            message = f"author_count: is {record.author_count}, but `authors` has {count} names"
            yield error(record, ("author_count",), message, "correct one of them, or leave author_count out")
        names = [name.name for name in record.authors]
        if len(set(names)) < count:
            twice = next(name for name, times in Counter(names).items() if times > 1)
            message = f"authors: {twice!r} stands twice"
            yield warning(
                record, ("authors", _last(names, twice)), message, "two people of one name need `id:` each"
            )


def _last(names: list[str], name: str) -> int:
    return len(names) - 1 - names[::-1].index(name)
