"""Author lists in which a name stands twice or may mean several people, or whose length is not the count."""

from collections import Counter
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content
from papershelf.model.people import by_name


def check(content: Content) -> Iterator[Finding]:
    """Look at every author list."""
    shared = {name: slugs for name, slugs in by_name(content.people).items() if len(slugs) > 1}
    for record in content.records:
        count = len(record.authors)
        if count and record.author_count is not None and record.author_count != count:
            message = f"author_count: is {record.author_count}, but `authors` has {count} names"
            yield error(record, ("author_count",), message, "correct one of them, or leave author_count out")
        for key, printed in (("authors", record.authors), ("editors", record.editors)) if shared else ():
            for index, name in enumerate(printed):
                if not name.person and (people := shared.get(name.name)):
                    message = f"{key}: {name.name!r} may be {' or '.join(people)}"
                    advice = f"write {{name: {name.name}, id: {people[0]}}}, or the other"
                    yield warning(record, (key, index), message, advice)
        names = [(name.name, name.person) for name in record.authors]
        if len(set(names)) < count:
            twice = next(name for name, times in Counter(names).items() if times > 1)
            message = f"authors: {twice[0]!r} stands twice"
            yield warning(
                record, ("authors", _last(names, twice)), message, "two people of one name need `id:` each"
            )


def _last(names: list[tuple[str, str]], name: tuple[str, str]) -> int:
    return len(names) - 1 - names[::-1].index(name)
