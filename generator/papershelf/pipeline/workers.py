"""Work on all cores: a function over a list of tasks in worker processes, or one beside what this process does."""

import errno
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cache, partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar, cast

Task = TypeVar("Task")
Result = TypeVar("Result")

# Fork shares what the parent has loaded without copying it; where there is no fork, tasks travel by pickle.
_FORKS = "fork" in multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("fork") if _FORKS else multiprocessing.get_context("spawn")

_AHEAD = 2
"""Tasks that a worker has at a time, so that it need not wait for the next."""


def default_jobs() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(function: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Return ``function(task)`` for every task, worked on by ``jobs`` processes (in this one where one will do).

    Results come as they are done, in no particular order. ``function`` must be a plain module-level function, or a
    ``functools.partial`` of one; its exceptions propagate. Raises ``ChildProcessError`` if a worker is killed.
    """
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(function, tasks)
        return
    with ExitStack() as stack:
        workers = [
            stack.enter_context(_process(_serve, function, tasks)) for _ in range(min(jobs, len(tasks)))
        ]
        rest = iter(range(len(tasks)))
        for _ in range(_AHEAD):
            for worker, index in zip(workers, islice(rest, len(workers)), strict=False):
                _ask(worker, index)
        done = 0
        while done < len(tasks):
            for worker in cast(list[Connection], wait(workers)):
                result = _received(worker)
                if (index := next(rest, -1)) >= 0:
                    _ask(worker, index)
                done += 1
                yield result


@contextmanager
def in_background(
    function: Callable[[], Result], jobs: int, *, low_priority: bool = False
) -> Iterator[Callable[[], Result]]:
    """Run a function in a forked process, beside what this one does; give what waits for its result.

    With one job, or where there is no fork, it runs in this process when its result is asked for. Its exceptions
    come with the result. A ``low_priority`` one leaves the processors to others: its result is asked for late.
    """
    if jobs <= 1 or not _FORKS:
        yield cache(function)
        return
    with _process(_answer_at_low_priority if low_priority else _answer, function) as process:
        yield cache(lambda: _received(process))


@contextmanager
def _process(target: Callable[..., None], *args: object) -> Iterator[Connection]:
    """Start a process that runs ``target(connection, *args)``, for as long as the context lasts."""
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_start, args=(ours, theirs, target, args))
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        process.terminate()
        process.join()
        ours.close()


def _start(
    parent: Connection, own: Connection, target: Callable[..., None], args: tuple[object, ...]
) -> None:
    parent.close()  # or it would not be noticed here when the parent is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    try:
        target(own, *args)
    except (EOFError, BrokenPipeError):
        return


def _serve(own: Connection, function: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    while True:
        _answer(own, partial(function, tasks[own.recv()]))


def _answer_at_low_priority(own: Connection, function: Callable[[], Any]) -> None:
    os.nice(5)
    _answer(own, function)


def _answer(own: Connection, function: Callable[[], Any]) -> None:
    try:
        answer = (True, function())
    except Exception as error:  # whatever it is, it belongs to whoever waits
        answer = (False, error)
    own.send(answer)


def _ask(worker: Connection, index: int) -> None:
    with suppress(BrokenPipeError):  # that it was killed is told by what is received
        worker.send(index)


def _received(connection: Connection) -> Any:
    try:
        good, result = connection.recv()
    except (EOFError, ConnectionResetError):
        message = "a worker process was killed, perhaps for want of memory; fewer --jobs need less"
        raise ChildProcessError(errno.ECHILD, message) from None
    if not good:
        raise result
    return result
