"""Runs a command and tells what it cost."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took."""

    cpu: float
    """Seconds of user and system time, of the command and all its processes."""
    wall: float
    """Seconds from start to end."""
    memory: int
    """Peak resident bytes of its largest process."""

    def __add__(self, other: "Cost") -> "Cost":
        """The cost of two commands, one after the other."""
        return Cost(
            cpu=self.cpu + other.cpu,
            wall=self.wall + other.wall,
            memory=max(self.memory, other.memory),
        )


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run `command` in `folder`, its output thrown away.

    Raises CalledProcessError, with what it said, when it fails.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)  # unlike Popen.wait it tells what the process used
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=usage.ru_maxrss * unit)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure, the largest of the peaks."""
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        memory=max(cost.memory for cost in costs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a folder is."""

    pages: int
    """HTML files."""
    parts: Mapping[str, int]
    """Bytes of all its files by their suffix, the largest first."""

    @property
    def total(self) -> int:
        """Bytes of all its files."""
        return sum(self.parts.values())


def size_of(folder: Path) -> Size:
    """Count what is in `folder`."""
    pages, parts = 0, Counter[str]()
    for parent, _, names in os.walk(folder):
        for name in names:
            suffix = os.path.splitext(name)[1]
            pages += suffix == ".html"
            parts[suffix] += os.path.getsize(os.path.join(parent, name))
    return Size(pages=pages, parts=dict(parts.most_common()))
