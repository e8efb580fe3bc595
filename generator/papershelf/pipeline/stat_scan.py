"""What has been touched since the last build, told by stat values: of content and layouts, and of the files made."""

import marshal
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from papershelf.content.source import TICK, Found
from papershelf.lib.code import code_digest
from papershelf.lib.digest import digest
from papershelf.pipeline.manifest import PartEntry, entries


def state_digest(found: Found, layouts: Iterable[Path], base_url: str) -> bytes:
    """Return a digest of all that a build reads, told by stat values; an empty one where these cannot be trusted.

    A file touched in the same tick in which the build began may change again without another stat (Git calls it racy).
    """
    files = [(source.path, source.stat) for source in found.sources]
    for folder in layouts:
        for file in sorted(folder.rglob("*")):
            info = file.stat()
            files.append((str(file), (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)))
    if any(stat[1] >= found.began - TICK for _, stat in files):
        return b""
    # Version 2 of marshal writes no references, so that equal lists give equal bytes.
    return digest(marshal.dumps((files, str(found.content), base_url, code_digest()), 2))


def touched(output: Path, parts: Mapping[str, PartEntry], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the files in ``output`` that are not as the parts so named left them, or gone: part -> paths."""
    base = f"{output}{os.sep}"
    found = {}
    for name in names:
        paths = []
        for path, (_, size, mtime) in entries(parts[name]):
            try:
                stat = os.lstat(base + path)
                same = stat.st_mtime_ns == mtime and stat.st_size == size
            except OSError:
                same = False
            if not same:
                paths.append(path)
        if paths:
            found[name] = frozenset(paths)
    return found


def unknown_files(output: Path, known: set[str], stage: str) -> Iterable[str]:
    """Yield the files in ``output`` that are not ``known``; ``stage`` is the name of the stage's folder."""
    for folder, folders, names in os.walk(output):
        if stage in folders:
            folders.remove(stage)
        for name in names:
            path = Path(folder, name).relative_to(output).as_posix()
            if path not in known:
                yield path
