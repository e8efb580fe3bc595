"""New records and venues as files of the archive; no file that is there is touched but ``venues.yaml``, which grows."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from papershelf.content.schema import RECORD, write_schemas
from papershelf.content.source import on_disk
from papershelf.content.write import write
from papershelf.lib.files import write_atomically
from papershelf.model.record import Record
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.sources.venues_text import extended

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


def store_venues(
    venues: Collection[Venue], volumes: Mapping[Venue, tuple[Volume, ...]], root: Path, content: Path
) -> None:
    """Write new venues behind those that ``venues.yaml`` has, and new volumes into these."""
    if not venues and not volumes:
        return
    file = Path(on_disk(VENUES, root, content))
    before = file.read_text(encoding="utf-8-sig") if file.exists() else ""
    write_atomically(file, extended(before, venues, volumes).encode())
