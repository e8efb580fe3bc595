"""How much work a command has with an archive, and that it takes neither memory nor time beyond what is promised."""

import contextlib
import io
import os
import resource
from collections.abc import Callable
from functools import partial
from pathlib import Path

from papershelf.cli import cli

from tests.counting import calls

MEMORY = 300_000_000
SECONDS = 120  # of a processor, counting included, where two are promised: what runs on and on is ended


def work(root: Path, *commands: list[str]) -> int:
    """Return how many functions commands call for an archive, in a process of its own.

    That process may take neither more memory nor, by far, more time than is promised for a record.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        os.write(theirs, b"%d" % calls(partial(_run, root, commands)))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answer:
        number = answer.read()
    _, status, usage = os.wait4(child, 0)
    assert status == 0, f"the command was ended by {status}"
    assert usage.ru_maxrss * 1024 < MEMORY
    return int(number)


def _run(root: Path, commands: tuple[list[str], ...]) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        for command in commands:
            cli.main([*command, "--site", str(root)], standalone_mode=False)


def archive(root: Path, make: Callable[[int], tuple[str, str]], size: int) -> Path:
    """Write an archive of one record file of at most ``size`` bytes; return its folder."""
    (root / "content" / "papers").mkdir(parents=True)
    (root / "site.yaml").write_text("title: A\nurl: https://example.org/a/\n")
    suffix, text = make(size)
    data = text.encode("utf-8", "surrogatepass")
    assert len(data) <= size
    (root / "content" / "papers" / f"r.{suffix}").write_bytes(data)
    return root
