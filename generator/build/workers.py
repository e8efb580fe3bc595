"""Work on all cores: a function over a list of tasks in worker processes, or one beside what this process does."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Fork shares what the parent has loaded without copying it; where there is no fork, tasks travel by pickle.
METHOD = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def default_jobs() -> int:
    """Give the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    function: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, *, ordered: bool = False
) -> Iterator[Result]:
    """Give ``function(task)`` for every task, worked on by ``jobs`` processes (in this one where one will do).

    Results come in the order they are done, or of the tasks if ``ordered``: callers must not depend on it otherwise.
    ``function`` must be a plain module-level function, or a ``functools.partial`` of one; its exceptions propagate.
    """
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(function, tasks)
        return
    context = multiprocessing.get_context(METHOD)
    with context.Pool(min(jobs, len(tasks)), _install, (function, tasks)) as pool:
        work = pool.imap if ordered else pool.imap_unordered
        yield from work(_call, range(len(tasks)))


@contextmanager
def beside(function: Callable[[], Result], jobs: int) -> Iterator[Callable[[], Result]]:
    """Run a function in a forked process, beside what this one does; give what waits for its result.

    With one job, or where there is no fork, it runs in this process when its result is asked for. Its exceptions
    come with the result.
    """
    if jobs <= 1 or METHOD != "fork":
        yield cache(function)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(function, sender))
    process.start()
    sender.close()

    @cache
    def wait() -> Result:
        good, result = receiver.recv()
        if not good:
            raise result
        answer: Result = result
        return answer

    try:
        yield wait
    finally:
        process.terminate()
        process.join()
        receiver.close()


def _send(function: Callable[[], Any], sender: Connection) -> None:
    try:
        sender.send((True, function()))
    except Exception as error:  # whatever it is, it belongs to whoever waits
        sender.send((False, error))


def _install(function: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    global _work
    _work = (function, tasks)


def _call(index: int) -> Any:
    assert _work is not None
    function, tasks = _work
    return function(tasks[index])
