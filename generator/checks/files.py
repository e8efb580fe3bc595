"""Paths to files that are not in content/static/."""

from collections.abc import Iterator

from generator.checks.fault import Fault, fault
from generator.content.load import Content
from generator.lib.text import printable


def check(content: Content) -> Iterator[Fault]:
    """Check that each file a record offers is there; web addresses are not asked for."""
    there = {static.path for static in content.statics}
    for record in content.records:
        paths: list[tuple[tuple[str | int, ...], str]] = [(("pdf",), record.pdf), (("image",), record.image)]
        paths += [(("versions", index, "pdf"), version.pdf) for index, version in enumerate(record.versions)]
        for field, path in paths:
            if path and ":" not in path and path not in there:
                message = f"{field[0]}: there is no file content/static/{printable(path, 200)}"
                yield fault(record, field, message, "add the file, or give a web address")
