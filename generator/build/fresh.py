"""The quick answer: has anything changed at all since the last build?"""

import marshal
import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from generator.build.manifest import Row
from generator.build.workers import run
from generator.content.source import Found
from generator.lib.code import code_digest
from generator.lib.digest import digest

SPAN = 20_000  # files that a worker looks at in one go
_TICK = 20_000_000  # nanoseconds; file systems stamp times by a clock that moves every few milliseconds


def state(found: Found, layouts: Iterable[Path], base_url: str) -> bytes:
    """Give a digest of all that a build reads, told by stat values; an empty one where these cannot be trusted.

    A file touched in the same tick in which the build began may change again without another stat (Git calls it racy).
    """
    files = [(source.path, source.stat) for source in found.sources]
    for folder in layouts:
        for file in sorted(folder.rglob("*")):
            info = file.stat()
            files.append((str(file), (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)))
    if any(stat[1] >= found.began - _TICK for _, stat in files):
        return b""
    # Version 2 of marshal writes no references, so that equal lists give equal bytes.
    return digest(marshal.dumps((files, base_url, code_digest()), 2))


def stand(output: Path, rows: dict[str, Row], jobs: int) -> bool:
    """Tell whether every file of ``rows`` still stands in ``output`` as it was written."""
    items = list(rows.items())
    spans = [items[start : start + SPAN] for start in range(0, len(items), SPAN)]
    return all(run(partial(_span_stands, f"{output}{os.sep}"), spans, jobs))


def _span_stands(base: str, items: Sequence[tuple[str, Row]]) -> bool:
    try:
        for path, row in items:
            stat = os.lstat(base + path)
            if stat.st_mtime_ns != row.mtime or stat.st_size != row.size:
                return False
    except OSError:
        return False
    return True
