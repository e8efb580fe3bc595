"""``papershelf init``: a new archive that checks, builds and publishes at once, to be filled with real papers."""

from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.skeleton import (
    HOSTS,
    Written,
    maintained,
    samples,
    text_digest,
    write_files,
    write_note,
)
from papershelf.content.schema import write_schemas
from papershelf.lib.terminal import say


@click.command("init")
@click.argument("folder", metavar="DIR", type=arguments.FOLDER)
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    default=HOSTS[0],
    show_default=True,
    help="Who publishes the site: decides which workflows are written.",
)
def command(folder: Path, host: str) -> int:
    """Start a new archive in DIR.

    It holds three made-up papers, every setting explained, and the workflows that check and publish it. Files that
    are there already, such as a README, stay as they are.

    \b
    Examples:
      papershelf init my-archive
      papershelf init . --host gitlab
    """
    if (folder / "site.yaml").exists():
        raise click.UsageError(f"{folder} is an archive already: it has a site.yaml")
    kept_up = maintained(host)
    files = samples() | kept_up
    taken = sorted(path for path in files if (folder / path).exists())
    new = {path: data for path, data in files.items() if path not in taken}
    write_files(folder, new)
    write_schemas(folder)
    digests = {path: text_digest(data) for path, data in new.items() if path in kept_up}
    write_note(folder, Written(host=host, digests=digests))
    for path in taken:
        say(f"{folder / path}: stays as it is")
    say(f"{folder}: a new archive; see it with `papershelf serve --site {folder}`")
    return 0
