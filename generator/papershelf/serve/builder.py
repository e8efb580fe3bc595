"""Builds in a process of its own, without threads, so that it can fork workers beside a server full of them."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from papershelf.pipeline.build import read_ahead
from papershelf.pipeline.options import Options, RecordCache, Report
from papershelf.pipeline.run import build
from papershelf.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Builder:
    """The way to the process."""

    connection: Connection

    def build(self, options: Options) -> tuple[Report, float]:
        """Build there; give the report and the seconds it took."""
        self.connection.send(options)
        answer: tuple[Report, float] = self.connection.recv()
        return answer


@contextmanager
def builder() -> Iterator[Builder]:
    """Start the process, for as long as the context lasts; to be called before any thread is started."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_work, args=(theirs, ours))
    process.start()
    theirs.close()
    try:
        yield Builder(ours)
    finally:
        ours.close()
        process.join()


def _work(connection: Connection, other: Connection) -> None:
    """Build what is asked for until nobody is there to ask."""
    other.close()  # or this process would keep itself alive
    record_cache = RecordCache()
    try:
        while True:
            options = connection.recv()
            start = time.perf_counter()
            try:
                report = build(options, record_cache=record_cache)
            except OSError as error:
                place = Location(path=str(error.filename or options.output))
                problem = Problem(location=place, message=f"cannot be written: {error.strerror}")
                report = Report(problems=(problem,))
            connection.send((report, time.perf_counter() - start))
            if record_cache.records is None:  # nothing had changed, so nothing was read yet
                with suppress(OSError):  # the next build says what is wrong
                    read_ahead(options, record_cache)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
