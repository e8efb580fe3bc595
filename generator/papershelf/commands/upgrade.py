"""``papershelf upgrade``: renew what ``init`` wrote and its owner has not changed."""

from pathlib import Path

import click

from papershelf import __version__
from papershelf.commands import arguments
from papershelf.commands.archive import find
from papershelf.commands.skeleton import (
    Files,
    Written,
    maintained,
    read_note,
    text_digest,
    write_files,
    write_note,
)
from papershelf.content.schema import write_schemas
from papershelf.lib.terminal import say


@click.command("upgrade")
@arguments.site
def command(site: Path) -> int:
    """Renew workflows, forms and editor settings.

    What you have changed or removed stays so, and is named.

    \b
    Examples:
      papershelf upgrade
      papershelf upgrade --site ../archive
    """
    folder = find(site, None).root
    written = read_note(folder)
    wanted = maintained(written.host)
    renewed, left = _sorted_out(folder, wanted, written)
    write_files(folder, renewed)
    for path in (gone := _gone(folder, wanted, written)):
        (folder / path).unlink()
    write_schemas(folder)
    kept = {path: noted for path, noted in written.digests.items() if path in wanted}
    digests = kept | {path: text_digest(data) for path, data in renewed.items()}
    write_note(folder, Written(host=written.host, digests=digests))
    for path in sorted(renewed):
        say(f"{folder / path}: renewed")
    for path in gone:
        say(f"{folder / path}: removed, since it is not needed any more")
    for path, why in left.items():
        say(f"{folder / path}: left, since it was {why} here")
    if left:
        say("`papershelf init` in an empty folder shows what they would be")
    say(f"{folder} is as Papershelf {__version__} writes it" + (", but for these files" if left else ""))
    return 0


def _sorted_out(folder: Path, wanted: Files, written: Written) -> tuple[Files, dict[str, str]]:
    """Return the files to write, and what happened to those that are left alone: path -> ``changed``, ``removed``."""
    renewed: Files = {}
    left: dict[str, str] = {}
    for path, data in wanted.items():
        file = folder / path
        noted = written.digests.get(path)
        there = text_digest(file.read_bytes()) if file.is_file() else None
        if there == text_digest(data):
            continue
        if there == noted:  # as it was written, or never was
            renewed[path] = data
        else:
            left[path] = "changed" if there else "removed"
    return renewed, left


def _gone(folder: Path, wanted: Files, written: Written) -> list[str]:
    """Return the files that were written, are as they were, and belong to no archive any more."""
    return sorted(
        path
        for path, noted in written.digests.items()
        if path not in wanted
        and (folder / path).resolve().is_relative_to(folder.resolve())
        and (folder / path).is_file()
        and text_digest((folder / path).read_bytes()) == noted
    )
