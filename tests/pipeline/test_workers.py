"""Worker processes: every result once, exceptions passed on, a killed worker told of and never waited for."""

import os
import signal
import subprocess
import sys

import pytest
from papershelf.pipeline.workers import default_jobs, in_background, run


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fail(number: int) -> int:
    if number == 5:
        raise LookupError("five")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 100])
def test_every_task_is_worked_on_once(jobs: int, count: int) -> None:
    assert sorted(run(double, range(count), jobs)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_exception_comes_back(jobs: int) -> None:
    with pytest.raises(LookupError, match="five"):
        list(run(fail, range(20), jobs))


def test_a_build_takes_the_processors_that_it_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", {0: {1, 3, 5}, 1: {0}}.__getitem__, raising=False)
    assert default_jobs() == 3


def test_a_killed_worker_is_told_of() -> None:
    with pytest.raises(ChildProcessError, match="a worker process was killed"):
        list(run(die, range(20), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_beside_gives_the_result_or_the_exception(jobs: int) -> None:
    with in_background(os.getpid, jobs) as result:
        assert (result() == os.getpid()) is (jobs == 1)
        assert result() == result()
    with in_background(lambda: fail(5), jobs) as result, pytest.raises(LookupError):
        result()


def test_what_is_killed_in_the_background_is_told_of() -> None:
    with (
        in_background(lambda: die(5), 2) as result,
        pytest.raises(ChildProcessError, match="a worker process was killed"),
    ):
        result()


def test_what_outlives_whoever_asked_for_it_says_nothing() -> None:
    program = """
import os, time
from papershelf.pipeline.workers import in_background

parent = os.getpid()

def outlive():
    while os.getppid() == parent:
        time.sleep(0.01)

with in_background(outlive, 2):
    os._exit(0)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_no_process_outlives_whoever_started_it(ending: signal.Signals) -> None:
    program = """
import os, signal, time
from functools import partial
from papershelf.pipeline.workers import default_jobs, in_background, run

def work(number):
    os.write(1, b"begun\\n")
    time.sleep(600)

signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup
with in_background(partial(work, 0), 2):
    list(run(work, range(1, 4), 3))
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert [parent.stdout.readline() for _ in range(4)] == [b"begun\n"] * 4
        parent.send_signal(ending)
        parent.communicate(timeout=30)  # until the last process that could write to it is gone


def test_what_runs_beside_ends_with_its_context() -> None:
    with in_background(signal.pause, 2):
        pass
