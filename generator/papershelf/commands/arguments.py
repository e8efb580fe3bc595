"""Arguments and options that several commands share, and the types of their values."""

from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)

site = click.option(
    "--site", type=FOLDER, default=Path(), help="Folder of the archive; this one unless given."
)
content = click.option("--content", type=FOLDER, help="Folder of the records; SITE/content unless given.")
output_file = click.option("--output", type=FILE, help="File; standard output unless given.")
