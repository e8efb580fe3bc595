"""``papershelf init``: a small new archive that builds at once, to be filled with real papers."""

from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.skeleton import FILES
from papershelf.content.schema import write_schema


@click.command("init")
@click.argument("folder", metavar="DIR", type=arguments.FOLDER)
def command(folder: Path) -> int:
    """Start a new archive in DIR.

    It holds three made-up papers. No file is overwritten.

    \b
    Examples:
      papershelf init my-archive
      papershelf init .
    """
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
