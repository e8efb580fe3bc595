"""Worker processes: a function over a list of tasks on all cores, or one function in the background."""

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Fork shares what the parent has loaded without copying it; where there is no fork, tasks travel by pickle.
_FORKS = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
_CONTEXT = multiprocessing.get_context("fork") if _FORKS else multiprocessing.get_context("spawn")

_KILLED = "a worker process was killed, perhaps for want of memory; fewer --jobs need less"


def default_jobs() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(function: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Yield ``function(task)`` for every task, worked on by ``jobs`` processes (in this one where one will do).

    Results come as they are done, in no particular order. ``function`` must be a plain module-level function, or a
    ``functools.partial`` of one; its exceptions propagate. Raises ``ChildProcessError`` if a worker is killed.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        yield from map(function, tasks)
        return
    # Forked workers have the tasks already, so all that is sent to them is which one is next.
    pool = ProcessPoolExecutor(jobs, _CONTEXT, _receive, (function, tasks))
    try:
        futures: list[Future[Result]] = [pool.submit(_work, index) for index in range(len(tasks))]
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        raise ChildProcessError(errno.ECHILD, _KILLED) from None
    finally:
        pool.shutdown(cancel_futures=True)


_received: list[Any] = []
"""In a worker: the function, and the tasks."""


def _receive(function: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    _end_with_parent()
    _received[:] = function, tasks


def _work(index: int) -> Any:
    function, tasks = _received
    return function(tasks[index])


def _end_with_parent() -> None:
    """End this process with the one that started it, however that ends: a pool's worker would wait forever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def in_background(
    function: Callable[[], Result], jobs: int, *, low_priority: bool = False
) -> Iterator[Callable[[], Result]]:
    """Run a function in a forked process while this one goes on; yield what waits for its result.

    With one job, or where there is no fork, it runs in this process when its result is asked for. Its exceptions
    come with the result; ``ChildProcessError`` says that it was killed. One of ``low_priority`` leaves the processors
    to others: its result is asked for late.

    A bare process, not an executor: that has a thread, and a process with threads should not fork another.
    """
    if jobs <= 1 or not _FORKS:
        yield cache(function)
        return
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_answer, args=(ours, theirs, function, low_priority))
    process.start()
    theirs.close()
    try:
        yield cache(lambda: _answered(ours))
    finally:
        process.terminate()
        process.join()
        ours.close()


def _answer(parent: Connection, own: Connection, function: Callable[[], Any], low_priority: bool) -> None:
    parent.close()  # or it would not be noticed here when the parent is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    if low_priority:
        os.nice(5)
    answer: tuple[bool, Any]
    try:
        answer = (True, function())
    except Exception as error:  # whatever it is, it belongs to whoever waits
        answer = (False, error)
    try:
        own.send(answer)
    except BrokenPipeError:
        return


def _answered(connection: Connection) -> Any:
    try:
        good, result = connection.recv()
    except (EOFError, ConnectionResetError):
        raise ChildProcessError(errno.ECHILD, _KILLED) from None
    if not good:
        raise result
    return result
