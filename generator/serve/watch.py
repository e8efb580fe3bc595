"""Notices saved files: one call per burst of changes."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.05
"""Seconds without a further change after which a burst is over: editors write a file in several steps."""

_CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class _Bell(FileSystemEventHandler):
    """Rings once for each change that matters."""

    def __init__(self, ignored: tuple[str, ...]) -> None:
        self.ignored = ignored
        self.rung = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring, unless the change is in a folder that builds write themselves."""
        places = [str(place) for place in (event.src_path, event.dest_path) if place]
        if event.event_type in _CHANGES and not any(place.startswith(self.ignored) for place in places):
            self.rung.set()


def watch(folders: Iterable[Path], ignored: Iterable[Path], changed: Callable[[], None]) -> None:
    """Call ``changed`` after every burst of changes below ``folders``, until the process is interrupted."""
    bell = _Bell(tuple(f"{folder.resolve()}" for folder in ignored))
    observer = Observer()
    for folder in folders:
        if folder.is_dir():
            observer.schedule(bell, str(folder.resolve()), recursive=True)
    observer.start()
    try:
        while True:
            bell.rung.wait()
            while bell.rung.is_set():
                bell.rung.clear()
                time.sleep(QUIET)
            changed()
    finally:
        observer.stop()
        observer.join()
