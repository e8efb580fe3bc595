"""A build from beginning to end: is there anything to do at all? If so, ``renew`` does it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from papershelf.content.source import find
from papershelf.pipeline import manifest, publish, stat_scan
from papershelf.pipeline.options import Options, RecordCache, Report, Watch
from papershelf.pipeline.workers import in_background


def build(options: Options, watch: Watch | None = None, held: RecordCache | None = None) -> Report:
    """Bring ``output/`` to what the content says, all or nothing; raises ``OSError`` where the disk refuses.

    ``held`` is used and renewed; it must be of the same archive.
    """
    watch, held = watch or Watch(), held or RecordCache()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.cache / "lock", watch.waiting), _no_collector():
        repaired = publish.repair(options.output, options.manifest)
        try:
            return replace(_build(options, watch, held), repaired=repaired)
        except OSError:
            if not publish.decided(options.output):
                publish.discard(options.output)
            raise


@contextmanager
def _alone(lock_file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    lock = FileLock(lock_file)
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


def _build(options: Options, watch: Watch, held: RecordCache) -> Report:
    old = manifest.read(options.manifest)
    names = [] if options.clean or options.pages_first else list(old.parts)
    # The first process begins while the content is found, and so is given more.
    cut = len(names) * 3 // 4
    look = partial(stat_scan.touched, options.output, old.parts)
    jobs = options.jobs if names else 1
    with in_background(partial(look, names[:cut]), jobs, low_priority=True) as first:
        found = find(options.root, options.content)
        state = b"" if options.pages_first else stat_scan.state(found, options.layouts, options.base_url)
        with in_background(partial(look, names[cut:]), jobs, low_priority=True) as second:

            def touched() -> dict[str, frozenset[str]]:
                return first() | second()

            if state and state == old.state and not options.clean and not touched():
                return Report(problems=old.warnings, total=sum(kept.files for kept in old.parts.values()))
            # Imported here, since a build without changes is as quick again without it.
            from papershelf.pipeline.renew import renew

            return renew(options, watch, held, old, found, state, touched)
