"""The files that ``init`` writes and ``upgrade`` renews: plain files in ``skeleton/``, one folder per kind."""

import json
from dataclasses import dataclass
from pathlib import Path

from papershelf import __version__
from papershelf.content.settings_text import settings_text
from papershelf.lib.digest import digest

NOTE = ".papershelf.json"
"""File of an archive that says what was written there, so that `upgrade` knows what its owner has changed."""
_SKELETON = Path(__file__).resolve().parents[1] / "skeleton"
HOSTS = ("github", "gitlab", "netlify", "cloudflare")
"""Where a site can be published; each has a folder in the skeleton."""

Files = dict[str, bytes]
"""Path in the archive -> bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What Papershelf wrote into an archive and keeps up to date."""

    host: str
    digests: dict[str, str]
    """Path -> digest of the text as it was written, whatever its line ends."""


def samples() -> Files:
    """Return the files that are their owner's from the first day: settings, README, three made-up papers."""
    return {"site.yaml": settings_text().encode(), **_files("start")}


def maintained(host: str) -> Files:
    """Return the files that Papershelf keeps up to date: what an archive needs to be checked and published."""
    return _files("common") | _files(host)


def write_files(folder: Path, files: Files) -> None:
    """Write ``files`` below ``folder``."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def text_digest(data: bytes) -> str:
    """Return the digest of a text; Git may have changed its line ends on the way."""
    return digest(data.replace(b"\r\n", b"\n")).hex()


def read_note(folder: Path) -> Written:
    """Return what was written into the archive; of one that does not say, nothing, on GitHub."""
    file = folder / NOTE
    noted = json.loads(file.read_bytes()) if file.is_file() else {}
    return Written(host=noted.get("host", HOSTS[0]), digests=noted.get("written", {}))


def write_note(folder: Path, written: Written) -> None:
    """Note what was written into the archive."""
    noted = {"host": written.host, "written": dict(sorted(written.digests.items()))}
    (folder / NOTE).write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8", newline="\n")


def _files(name: str) -> Files:
    folder = _SKELETON / name
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().replace(b"@version@", __version__.encode())
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
