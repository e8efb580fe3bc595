"""Paths to files that are not in content/static/."""

from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content
from papershelf.lib.text import printable


def check(content: Content) -> Iterator[Finding]:
    """Check that each file a record offers is there; web addresses are not asked for."""
    there = {static.path for static in content.statics}
    for record in content.records:
        paths: list[tuple[tuple[str | int, ...], str]] = [(("pdf",), record.pdf), (("image",), record.image)]
        paths += [(("versions", index, "pdf"), version.pdf) for index, version in enumerate(record.versions)]
        for field, path in paths:
            if path and ":" not in path and path not in there:
                message = f"{field[0]}: there is no file content/static/{printable(path, 200)}"
                yield error(record, field, message, "add the file, or give a web address")
