"""New records and venues as files of the archive; no file that is there is touched but ``venues.yaml``, which grows."""

import os
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent

from papershelf.content.schema import RECORD, write_schemas
from papershelf.content.source import on_disk
from papershelf.content.write import venue_text, write
from papershelf.lib.files import write_atomically
from papershelf.model.record import Record
from papershelf.model.venues import Venue

VENUES = "content/venues.yaml"


def record_text(record: Record) -> str:
    """Return the text of a new record's file."""
    depth = record.source.count("/")
    return write(record, name=record.id, comment=f"yaml-language-server: $schema={'../' * depth}{RECORD}")


def store_records(records: Iterable[Record], root: Path, content: Path) -> None:
    """Write each record into its file; raises ``FileExistsError`` rather than overwrite one."""
    write_schemas(root)
    made: set[str] = set()
    for record in records:
        file = on_disk(record.source, root, content)
        folder = os.path.dirname(file)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        with open(file, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(record_text(record))


def store_venues(venues: Iterable[Venue], root: Path, content: Path) -> None:
    """Write venues behind those that ``venues.yaml`` has."""
    lines = [f"{venue.slug}:\n" + indent(venue_text(venue), "  ") for venue in venues]
    if not lines:
        return
    file = Path(on_disk(VENUES, root, content))
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    if before and not before.endswith("\n"):
        before += "\n"
    write_atomically(file, (before + "".join(lines)).encode())
