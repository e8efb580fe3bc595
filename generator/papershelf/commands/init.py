"""``papershelf init``: a small new archive that builds at once, to be filled with real papers."""

from pathlib import Path

import click

from papershelf.commands.skeleton import FILES
from papershelf.content.schema import write_schema


def run(folder: Path) -> int:
    """Write a new archive into ``folder``, which must not hold one; no file is overwritten."""
    if (folder / "site.yaml").exists():
        raise click.UsageError(f"{folder} is an archive already: it has a site.yaml")
    if taken := [path for path in FILES if (folder / path).exists()]:
        raise click.UsageError(f"{folder / taken[0]} exists already; give an empty folder")
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    write_schema(folder)
    print(f"{folder}: a new archive; see it with `papershelf serve --site {folder}`")
    return 0
