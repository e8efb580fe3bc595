"""Which archive a command works on."""

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Where an archive lies."""

    root: Path
    """Folder with ``site.yaml``."""
    content: Path
    """Folder with the records."""


def find(site: Path, content: Path | None) -> Archive:
    """Return the archive in ``site``; raises a usage error (exit status 2) where there is none."""
    if not (site / "site.yaml").is_file():
        raise click.UsageError(
            f"{site / 'site.yaml'} does not exist; "
            "give an archive's folder with --site, or start one with `papershelf init DIR`"
        )
    content = content or site / "content"
    if not content.is_dir():
        raise click.UsageError(f"{content} is not a folder; it should hold papers/<year>/<id>.md")
    return Archive(root=site, content=content)
