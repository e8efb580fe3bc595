"""Notices saved files: one call per burst of changes, whatever happens to the folders they lie in."""

import errno
import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.05
"""Seconds without a further change after which a burst is over: editors write a file in several steps."""
POLL = 1.0
"""Seconds between two looks at all files where the system does not tell of changes."""

logging.getLogger("watchdog").setLevel(
    logging.CRITICAL
)  # what it notes of its threads means nothing to authors

TRIES = 20
"""Times that folders are tried to be watched before they are looked at again and again instead."""

_LIMITS = frozenset({errno.ENOSPC, errno.EMFILE})  # of inotify: watches, instances
_CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class Watcher(FileSystemEventHandler):
    """Watches one file and some folders in ``root``, and folders elsewhere; to be closed.

    What else lies in ``root`` is not watched: a built site has more folders than systems can watch.
    """

    def __init__(
        self,
        root: Path,
        file: str,
        folders: Iterable[Path],
        *,
        probe: Path,
        poll: bool,
        warn: Callable[[str], None],
    ) -> None:
        """Start to watch.

        ``folders`` are watched with all they hold, also those that are yet to be made; ``probe`` is another folder,
        which exists. With ``poll``, files are looked at again and again; ``warn`` is told where that is done because
        the system cannot watch so many folders.
        """
        self._root = root.resolve()
        self._folders = tuple(dict.fromkeys(folder.resolve() for folder in folders))
        self._probe = probe.resolve()
        self._own = {self._root / file, *self._folders}
        self._warn = warn
        self._changed = threading.Event()
        self._moved = threading.Event()
        self._observer = _observer(poll=poll)
        self._watch()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, in a thread of the observer."""
        if event.event_type not in _CHANGES:
            return
        places = [Path(str(place)) for place in (event.src_path, event.dest_path) if place]
        if not any(self._minds(place) for place in places):
            return
        if event.is_directory and event.event_type != "modified":
            self._moved.set()
        self._changed.set()

    def wait(self) -> None:
        """Return after the next burst of changes, or at once if one came since the last call."""
        while not self._changed.wait(POLL):
            # A thread of watchdog's may end on a folder that vanishes as it looks: then it is started anew.
            if not all(emitter.is_alive() for emitter in self._observer.emitters):
                self._moved.set()
                break
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(QUIET)
        if self._moved.is_set():
            self._moved.clear()
            self._observer.unschedule_all()
            self._watch()

    def close(self) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    def _minds(self, place: Path) -> bool:
        return place in self._own or any(place.is_relative_to(folder) for folder in self._folders)

    def _watch(self) -> None:
        """Watch the folders that there are; where the system has a limit and it is reached, poll."""
        for _ in range(TRIES):
            try:
                self._schedule()
            except OSError as error:
                if isinstance(self._observer, PollingObserver):
                    raise
                reason = error.strerror
                self._observer.unschedule_all()
                if error.errno in _LIMITS:
                    break
                time.sleep(QUIET)  # a folder vanished, or an old watch was still being closed
            else:
                return
        self._warn(f"cannot be told of saved files ({reason}): looks for them every second instead")
        self.close()
        self._observer = _observer(poll=True)
        self._schedule()

    def _schedule(self) -> None:
        self._observer.schedule(self, str(self._root))
        for folder in self._folders:
            with suppress(FileNotFoundError, NotADirectoryError):
                self._observer.schedule(self, str(folder), recursive=True)
        # A limit reached somewhere below a folder is not told by watchdog, one reached at a folder is.
        self._observer.schedule(self, str(self._probe))


def _observer(*, poll: bool) -> BaseObserver:
    observer = PollingObserver(timeout=POLL) if poll else Observer()
    observer.start()
    return observer
