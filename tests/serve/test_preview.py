"""The preview as people use it: saved files show, mistakes are told, nothing ends it and nothing outlives it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.pipeline.archives import SITE, paper, write

pytestmark = pytest.mark.slow

RECORD = "content/papers/2024/engines.md"


@dataclass
class Preview:
    """A running preview."""

    root: Path
    process: subprocess.Popen[str]
    address: str = ""
    said: str = ""

    def wait_until(self, said: str) -> str:
        """Read what it says up to a line that contains ``said``, and return that line."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if said in line:
                return line
        raise AssertionError(f"it ended and said: {self.said}")


Start = Callable[..., Preview]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a preview of a small archive and returns once it answers."""
    write(tmp_path, {"site.yaml": SITE, RECORD: paper("On Engines")})
    with ExitStack() as stack:

        def run(*more: str, ready: bool = True) -> Preview:
            command = [
                sys.executable,
                "-m",
                "papershelf",
                "serve",
                "--site",
                str(tmp_path),
                "--port",
                "0",
                *more,
            ]
            output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
            process = stack.enter_context(subprocess.Popen(command, cwd=ROOT, text=True, **output))  # type: ignore[call-overload]
            stack.callback(process.kill)
            found = Preview(tmp_path, process)
            if ready:
                found.address = found.wait_until("serving ").split(" at ")[1].split(" ")[0]
            return found

        yield run


def get(address: str) -> str:
    try:
        with urlopen(address, timeout=20) as response:
            return str(response.read().decode())
    except HTTPError as error:
        return error.read().decode()


def shows(address: str, text: str) -> None:
    """Wait until a page holds a text."""
    while text not in get(address):
        time.sleep(0.05)


@pytest.mark.browser
def test_a_saved_record_shows_and_a_mistake_is_told_on_the_page(start: Start, page: Page) -> None:
    preview = start()
    page.goto(preview.address)
    expect(page.get_by_role("link", name="On Engines")).to_be_visible()
    (preview.root / RECORD).write_text(paper("On Better Engines"))
    expect(page.get_by_role("link", name="On Better Engines")).to_be_visible()
    (preview.root / RECORD).write_text(paper("On Better Engines", date="2024-02-30"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{RECORD}:4:7: date: 2024-02-30 is not a day of the calendar")
    (preview.root / RECORD).write_text(paper("On the Best Engines"))
    expect(page.get_by_role("link", name="On the Best Engines")).to_be_visible()
    expect(alert).to_have_count(0)


@pytest.mark.browser
def test_pages_in_the_background_take_no_connection_from_the_one_that_is_read(
    start: Start, page: Page
) -> None:
    preview = start()
    page.goto(preview.address)
    for _ in range(7):  # a browser opens six connections to a server
        hidden = page.context.new_page()
        hidden.add_init_script("Object.defineProperty(document, 'hidden', { get: () => true })")
        hidden.goto(preview.address)
    (preview.root / RECORD).write_text(paper("On Better Engines"))
    expect(page.get_by_role("link", name="On Better Engines")).to_be_visible()


def test_only_the_loopback_interface_is_listened_on(start: Start) -> None:
    assert start().address.startswith("http://127.0.0.1:")


def test_ipv6_and_polling_work(start: Start) -> None:
    preview = start("--host", "::1", "--poll")
    assert preview.address.startswith("http://[::1]:")
    (preview.root / RECORD).write_text(paper("On Better Engines"))
    shows(preview.address, "On Better Engines")


def test_what_is_saved_during_the_first_build_is_not_missed(start: Start) -> None:
    preview = start(ready=False)
    while not (preview.root / ".cache/preview").exists():
        time.sleep(0.001)
    (preview.root / RECORD).write_text(paper("On Better Engines"))
    address = preview.wait_until("serving ").split(" at ")[1].split(" ")[0]
    shows(address, "On Better Engines")


def test_a_port_that_is_taken_is_told_in_a_line(start: Start) -> None:
    first = start()
    second = start("--port", first.address.split(":")[-1].rstrip("/"), ready=False)
    assert second.process.stdout
    assert second.process.stdout.read().endswith(
        "Address already in use; choose others with --host or --port\n"
    )
    assert second.process.wait() == 2


MISTAKES: dict[str, bytes | None] = {
    "site.yaml": None,
    "site.yaml ": b"",
    "site.yaml  ": b"- a list\n",
    "site.yaml   ": b"title: A\naccent: nonsense\ntaxonomies: [{name: x, title: X, field: __class__}]\n",
    "content/people.yaml": b"ada:\n",
    "content/venues.yaml": b"\xff\xfe",
    RECORD: b"---\njust a scalar\n---\n",
    RECORD + " ": b"---\ntitle: [\n",
    RECORD + "  ": None,
    "layouts/paper.html": b"{% if %}",
    "layouts/paper.html ": b"{{ page.nothing.at.all }}",
    "layouts/paper.html  ": "é".encode("latin-1"),
    "layouts/site.css": b"{{",
    "content": None,
}  # fmt: skip
"""File -> what it is replaced by; ``None``: it is deleted."""


def test_no_mistake_in_any_file_ends_it(start: Start) -> None:
    preview = start()
    for number, (name, mistake) in enumerate(MISTAKES.items()):
        file = preview.root / name.strip()
        file.parent.mkdir(exist_ok=True)
        old = file.read_bytes() if file.is_file() else None
        if mistake is not None:
            file.write_bytes(mistake)
        elif file.is_file():
            file.unlink()
        else:
            file.rename(preview.root / "elsewhere")
        preview.wait_until(" in ")
        if old is not None:
            file.write_bytes(old)
        elif mistake is not None:
            file.unlink()
        else:
            (preview.root / "elsewhere").rename(file)
        (preview.root / RECORD).write_text(paper(f"Engines, number {number}"))
        shows(preview.address, f"Engines, number {number}")
    assert preview.process.poll() is None
    preview.process.terminate()
    assert preview.process.stdout
    said = preview.said + preview.process.stdout.read()
    assert "Traceback" not in said
    assert "fault of Papershelf" not in said


def test_a_build_that_is_killed_is_told_and_tried_again(start: Start) -> None:
    preview = start()
    (child,) = children(preview.process.pid)
    os.kill(child, signal.SIGKILL)
    (preview.root / RECORD).write_text(paper("On Better Engines"))
    preview.wait_until("the build was killed")
    (preview.root / RECORD).write_text(paper("On the Best Engines"))
    shows(preview.address, "On the Best Engines")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_survives_the_preview(start: Start, ending: signal.Signals) -> None:
    preview = start()
    started = children(preview.process.pid)
    assert started
    preview.process.send_signal(ending)
    assert preview.process.wait(timeout=20) in (0, -signal.SIGKILL)
    while any(Path(f"/proc/{child}").exists() for child in started):
        time.sleep(0.01)
    assert preview.process.stdout
    assert preview.process.stdout.read() == ""


def children(parent: int) -> list[int]:
    """Return the processes that build for ``parent``, and what they have started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            command = stat.with_name("cmdline").read_text()
        except OSError:
            continue
        if int(fields[1]) == parent and "resource_tracker" not in command:
            child = int(stat.parent.name)
            found += [child, *children(child)]
    return found
