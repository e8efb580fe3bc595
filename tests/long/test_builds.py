"""Long random histories, kills, full disks, clocks set back and damaged caches: the next build equals a clean one."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from papershelf.lib import runs
from papershelf.model import large
from papershelf.pipeline.options import RecordCache
from papershelf.pipeline.publish import UnfinishedError

from tests.long.histories import Archive
from tests.pipeline.archives import run, tree

pytestmark = pytest.mark.long

SEED = int(os.environ.get("SEED") or 0) or random.SystemRandom().randrange(1, 10**9)
"""Printed by every test, and taken from the environment where it is given."""


@pytest.fixture(autouse=True)
def told() -> None:
    print(f"SEED={SEED}")


def hold(root: Path) -> None:
    """Hold the output to a clean build's."""
    report = run(root)
    assert not report.failed, report.problems
    shutil.rmtree(root / "clean", ignore_errors=True)
    run(root, "clean", clean=True)
    assert tree(root / "output") == tree(root / "clean")


@pytest.mark.parametrize(
    ("papers", "steps", "threshold", "mean"),
    [(60, 1400, large.LARGE, 4), (1000, 100, large.LARGE, 128), (60, 500, 60, 4)],
    ids=["60 papers", "1,000 papers", "around the large threshold"],
)
def test_random_histories(
    papers: int, steps: int, threshold: int, mean: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", threshold)
    monkeypatch.setattr(runs, "MEAN", mean)
    dice = random.Random(SEED)
    archive, record_cache = Archive(tmp_path, papers, dice), RecordCache()
    for step in range(1, steps + 1):
        for _ in range(dice.randrange(1, 4)):
            archive.edit()
        if dice.random() < 0.3:
            run(tmp_path, pages_first=True, record_cache=record_cache)
            run(tmp_path, record_cache=record_cache)
        else:
            run(tmp_path, jobs=dice.choice([1, 1, 2]))
        if step % 20 == 0:
            hold(tmp_path)
    hold(tmp_path)


def test_three_hundred_kills(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    archive = Archive(tmp_path, 60, dice)
    start = time.monotonic()
    _build(tmp_path).wait()
    usual = time.monotonic() - start
    killed = 0
    for number in range(300):
        archive.edit()
        process = _build(tmp_path)
        try:
            process.wait(timeout=dice.uniform(0, 1.1 * usual))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        if number % 10 == 9:
            hold(tmp_path)
            assert not (tmp_path / "output" / ".papershelf").exists()
    assert killed > 100


def _build(root: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "papershelf", "build", "--site", str(root), "--jobs", "2"]
    return subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_disks_that_fill(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    archive = Archive(tmp_path, 30, dice)
    run(tmp_path)
    refused = 0
    for _ in range(200):
        archive.edit()
        before = tree(tmp_path / "output")
        left = dice.randrange(1, 400)
        with pytest.MonkeyPatch.context() as patch:
            _fill(patch, left)
            try:
                run(tmp_path)
            except UnfinishedError:
                pass  # the next run finishes it
            except OSError:
                refused += 1
                assert tree(tmp_path / "output") == before
        hold(tmp_path)
    assert refused > 50


def _fill(patch: pytest.MonkeyPatch, left: int) -> None:
    """Let the disk take so many more writes, and folders."""
    count = [left]
    for name in ("write", "mkdir"):
        real = getattr(os, name)

        def full(*args: object, _real: object = real, **options: object) -> object:
            count[0] -= 1
            if count[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return _real(*args, **options)  # type: ignore[operator]

        patch.setattr(os, name, full)


def test_clocks_that_are_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(SEED)
    archive = Archive(tmp_path, 30, dice)
    for _ in range(100):
        archive.edit()
        shift = dice.choice([0, -3600, -86400 * 365, 3600]) * 10**9
        with monkeypatch.context() as patch:
            patch.setattr(time, "time_ns", lambda shift=shift, real=time.time_ns: real() + shift)
            run(tmp_path)
        hold(tmp_path)


def test_damaged_caches(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    archive = Archive(tmp_path, 30, dice)
    run(tmp_path)
    for _ in range(150):
        archive.edit()
        files = sorted(path for path in (tmp_path / ".cache").rglob("*") if path.is_file())
        for file in dice.sample(files, min(3, len(files))):
            data = bytearray(file.read_bytes())
            if dice.random() < 0.4:
                del data[dice.randrange(len(data) + 1) :]
            elif data:
                data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            file.write_bytes(data)
        # What a lost manifest named is not known any more: it stays, and is told.
        for path in run(tmp_path).unknown_files:
            (tmp_path / "output" / path).unlink()
        hold(tmp_path)
