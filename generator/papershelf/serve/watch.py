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

    def __init__(self, rung: threading.Event, folder: Path | None = None) -> None:
        self.rung = rung
        self.folder = folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring; where there is a ``folder``, for files in it only, not for what happens to folders."""
        places = [Path(str(place)) for place in (event.src_path, event.dest_path) if place]
        minds = self.folder is None or (
            not event.is_directory and any(place.parent == self.folder for place in places)
        )
        if event.event_type in _CHANGES and minds:
            self.rung.set()


def watch(root: Path, folders: Iterable[Path], changed: Callable[[], None]) -> None:
    """Call ``changed`` after every burst of changes to files in ``root`` or below ``folders``, until interrupted.

    What lies deeper in ``root`` is not watched: a built site has more folders than systems can watch.
    """
    rung = threading.Event()
    observer = Observer()
    observer.schedule(_Bell(rung, root.resolve()), str(root.resolve()), recursive=False)
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        if folder.is_dir():
            observer.schedule(_Bell(rung), str(folder), recursive=True)
    observer.start()
    try:
        while True:
            rung.wait()
            while rung.is_set():
                rung.clear()
                time.sleep(QUIET)
            changed()
    finally:
        observer.stop()
        observer.join()
