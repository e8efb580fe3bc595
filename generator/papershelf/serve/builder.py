"""Builds in a process of its own: it has no threads and so may fork, and when it dies the preview lives on."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from papershelf.content.source import SETTINGS
from papershelf.pipeline.build import read_ahead
from papershelf.pipeline.options import Options, RecordCache, Report
from papershelf.pipeline.run import build
from papershelf.problems import Location, Problem

_CONTEXT = multiprocessing.get_context("spawn")  # the preview has threads, so it must not fork


class Builder:
    """The way to the process, which is started when it is needed."""

    def __init__(self) -> None:
        self._started: tuple[BaseProcess, Connection] | None = None

    def build(self, options: Options) -> tuple[Report, float]:
        """Build there; return the report and the seconds it took, whatever happens to the process."""
        start = time.perf_counter()
        try:
            connection = self._connection()
            connection.send(options)
            report: Report = connection.recv()
        except (EOFError, ConnectionError):
            self.kill()
            message = "the build was killed, perhaps for want of memory"
            report = _failure(options, SETTINGS, message, "save a file to try again")
        return report, time.perf_counter() - start

    def kill(self) -> None:
        """End the process and all that it has started; a build that is broken off is repaired by the next."""
        if self._started is None:
            return
        process, connection = self._started
        self._started = None
        connection.close()
        if process.pid and hasattr(os, "killpg"):
            with suppress(ProcessLookupError):  # it has not got as far as having a group
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()

    def _connection(self) -> Connection:
        if self._started is None:
            ours, theirs = multiprocessing.Pipe()
            process = _CONTEXT.Process(target=_work, args=(theirs,))
            before = signal.signal(
                signal.SIGINT, signal.SIG_IGN
            )  # Ctrl-C is for the preview, which then kills this
            process.start()
            signal.signal(signal.SIGINT, before)
            theirs.close()
            self._started = process, ours
        return self._started[1]


@contextmanager
def builder() -> Iterator[Builder]:
    """Return a builder whose process ends with the context."""
    found = Builder()
    try:
        yield found
    finally:
        found.kill()


def _work(connection: Connection) -> None:
    """Build what is asked for until nobody is there to ask."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    cache = RecordCache()
    with suppress(EOFError, ConnectionError):
        while True:
            options = connection.recv()
            connection.send(_report(options, cache))
            if cache.records is None:  # nothing had changed, so nothing was read yet
                with suppress(Exception):  # the next build says what is wrong
                    read_ahead(options, cache)


def _report(options: Options, cache: RecordCache) -> Report:
    try:
        return build(options, record_cache=cache)
    except OSError as error:
        return _failure(options, error.filename or options.output, error.strerror or str(error))
    except Exception as error:  # the preview outlives every mistake, ours too
        message = f"the build broke off: {type(error).__name__}: {error}"
        return _failure(options, SETTINGS, message, "this is a fault of Papershelf: please report it")


def _failure(options: Options, path: str | Path, message: str, advice: str = "") -> Report:
    """Return the report of a build that ended without one; ``path`` is seen from the archive's folder if relative."""
    place = Path(os.path.relpath(options.root / path, options.root)).as_posix()
    return Report(problems=(Problem(location=Location(path=place), message=message, advice=advice),))
