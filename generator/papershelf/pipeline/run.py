"""A build as its caller sees it: alone, repaired, answered at once where nothing has changed, else built."""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from papershelf.content.source import find
from papershelf.lib.digest import digest
from papershelf.pipeline import manifest, publish
from papershelf.pipeline.options import Options, Progress, RecordCache, Report
from papershelf.pipeline.stat_scan import state_digest, touched
from papershelf.pipeline.workers import in_background


def build(
    options: Options, progress: Progress | None = None, record_cache: RecordCache | None = None
) -> Report:
    """Bring ``output/`` to what the content says, all or nothing.

    ``record_cache`` is used and renewed; it must be of the same archive. Raises ``OSError`` where the disk refuses:
    ``publish.UnfinishedError`` if in the middle of publishing, any other while ``output/`` is as it was.
    """
    progress, record_cache = progress or Progress(), record_cache or RecordCache()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.output, progress.waiting), _no_collector():
        repaired = publish.repair(options.output, options.cache)
        try:
            report = _build(options, progress, record_cache)
        except OSError:
            if not publish.is_decided(options.cache):
                publish.discard(options.output)
            raise
        if report.failed:
            publish.discard(options.output)
        return replace(report, repaired=repaired)


def _build(options: Options, progress: Progress, record_cache: RecordCache) -> Report:
    old = manifest.read(options.cache / "manifest")
    # The looks over the output run in the background; the first begins while the content is found, and gets more.
    names = [] if options.clean or options.pages_first else list(old.parts)
    jobs, cut = options.jobs if names else 1, len(names) * 3 // 4
    look = partial(touched, options.output, old.parts)
    with in_background(partial(look, names[:cut]), jobs, low_priority=True) as first:
        found = find(options.root, options.content)
        state = b"" if options.pages_first else state_digest(found, options.layouts, options.base_url)
        with in_background(partial(look, names[cut:]), jobs, low_priority=True) as second:
            if state and state == old.state and not options.clean and not first() and not second():
                total = sum(entry.files for entry in old.parts.values())
                return Report(problems=old.warnings, total=total, unknown_files=_still_there(options, old))
            # Imported here, since a build without changes is as quick again without it.
            from papershelf.pipeline.build import build_site

            return build_site(
                options, progress, record_cache, old, found, state, lambda: {**first(), **second()}
            )


def _still_there(options: Options, old: manifest.Manifest) -> tuple[str, ...]:
    return tuple(path for path in old.unknown_files if (options.output / path).exists())


@contextmanager
def _alone(output: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Let no other build write the same output, whichever archive it is of: the lock is named by the output."""
    name = digest(str(output.resolve()).encode()).hex()[:16]
    lock = FileLock(Path(tempfile.gettempdir(), f"papershelf-{name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _no_collector() -> Iterator[None]:
    """Stop the cyclic garbage collector: a build makes millions of objects that live to its end, and no cycles."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what is still held is not to be looked through either
        gc.enable()
