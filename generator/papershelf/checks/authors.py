"""Author lists in which several names are one, a name carries a footnote mark, or the count disagrees."""

import re
from collections import Counter
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content
from papershelf.model.record import Record

# What any of the mistakes in a name has; to look for it once is quicker than for each mistake in each name.
_ODD = re.compile(r"[\d*†‡§¶;^]| and |\bet al\b|\bothers$", re.MULTILINE)
_MARKS = re.compile(r"[*†‡§¶^]|[^\W\d]\d+$")


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
        joined = "\n".join(names)
        if _ODD.search(joined):
            for index, name in enumerate(names):
                if not record.authors[index].literal or name.isdigit():
                    yield from _name(record, index, name)


def _name(record: Record, index: int, name: str) -> Iterator[Finding]:
    field = ("authors", index)
    if name.isdigit():
        yield error(
            record,
            field,
            f"authors: {name!r} is not a name",
            "where only their number is known: author_count",
        )
    elif ";" in name:
        parts = ", ".join(part.strip() for part in name.split(";") if part.strip())
        yield error(record, field, "authors: several names in one", f"write a list: [{parts}]")
    elif re.search(r"\bet al\b|\bothers$", name):
        yield error(
            record, field, f"authors: {name!r} is not an author", "name them all, or give author_count alone"
        )
    elif " and " in name:
        parts = name.replace(" and ", ", ")
        yield warning(
            record,
            field,
            "authors: two names in one?",
            f"write [{parts}], or {{literal: {name}}} for a group",
        )
    elif _MARKS.search(name):
        yield warning(
            record,
            field,
            f"authors: {name!r} carries a mark",
            "remove it; `equal` and `corresponding` are keys",
        )


def _last(names: list[str], name: str) -> int:
    return len(names) - 1 - names[::-1].index(name)
