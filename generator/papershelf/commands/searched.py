"""An archive to search, for commands that do: from the index that its last build made."""

from pathlib import Path

from papershelf.commands.archive import find
from papershelf.commands.site import open_site
from papershelf.content.listings import read_settings
from papershelf.model import routes
from papershelf.pipeline.documents import documents, settings
from papershelf.search.archive import Archive, open_archive
from papershelf.search.opened import open_index

INDEX = routes.url("search")


def searched(site: Path) -> tuple[Archive, str] | None:
    """Return the archive in ``site`` to search and the address of its site: the index of its last build, or, before the
    first, its records; None, with its problems printed, where these have errors."""
    return _built(site) or _in_memory(site)


def _built(site: Path) -> tuple[Archive, str] | None:
    root = find(site, None).root
    index, config = root / "output" / INDEX, root / "site.yaml"
    if not (index / "manifest.json").is_file() or not config.is_file():
        return None
    read = read_settings(config.name, config.read_bytes())
    if isinstance(read, list):  # its problems are shown where the records are read
        return None
    return open_index(lambda path: (index / path).read_bytes()), read[0].url


def _in_memory(site: Path) -> tuple[Archive, str] | None:
    opened = open_site(site)
    if opened is None:
        return None
    archive = open_archive(documents(opened), settings(opened.config, len(opened.records)))
    return archive, opened.config.url
