"""Saved files are noticed, whatever happens to the folders they lie in, and whether the system tells of them or not."""

import errno
import queue
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from papershelf.serve import watch
from papershelf.serve.watch import Watcher
from watchdog.observers.inotify import InotifyObserver

pytestmark = [
    pytest.mark.slow,
    # A thread of watchdog's that ends on a folder that vanishes is started anew.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

Bursts = queue.Queue[None]
Start = Callable[..., Bursts]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in (".cache", "output", "content/papers/2024", "deeper"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: A\n")
    (tmp_path / "content/papers/2024/a.md").write_text("a")
    return tmp_path


@pytest.fixture
def start(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Watches ``root`` and puts each burst of changes into a queue."""
    monkeypatch.setattr(watch, "POLL", 0.05)
    with ExitStack() as stack:

        def run(*, poll: bool = False, warn: Callable[[str], None] = pytest.fail) -> Bursts:
            folders = (root / "content", root / "layouts")
            watcher = Watcher(root, "site.yaml", folders, probe=root / ".cache", poll=poll, warn=warn)
            stack.callback(watcher.close)
            bursts = Bursts()

            def listen() -> None:
                while True:
                    watcher.wait()
                    bursts.put(None)

            threading.Thread(target=listen, daemon=True).start()
            return bursts

        yield run


def noticed(bursts: Bursts) -> None:
    """Wait for a burst, and for those that come of the same change."""
    bursts.get(timeout=20)
    while True:
        try:
            bursts.get(timeout=0.3)
        except queue.Empty:
            return


@pytest.mark.parametrize("poll", [False, True])
def test_whatever_is_done_to_the_content_is_noticed(root: Path, start: Start, poll: bool) -> None:
    bursts = start(poll=poll)
    content, record = root / "content", root / "content/papers/2024/a.md"

    def save(file: Path, text: str) -> Callable[[], Any]:
        return lambda: file.write_text(text)

    def replaced_as_editors_do() -> None:
        (root / "site.yaml~").write_text("title: C\n")
        (root / "site.yaml~").replace(root / "site.yaml")

    for act in (
        save(record, "another"),
        save(root / "site.yaml", "title: Bb\n"),
        replaced_as_editors_do,
        (content / "papers/2025/new").mkdir,
        save(content / "papers/2025/new/b.md", "b"),
        (root / "site.yaml").unlink,
        save(root / "site.yaml", "title: Dddd\n"),
        (root / "layouts").mkdir,
        save(root / "layouts/paper.html", "x"),
        lambda: shutil.rmtree(root / "layouts"),
        lambda: shutil.rmtree(content),
        (content / "papers/2024").mkdir,
        save(record, "made again"),
        lambda: content.rename(root / "deeper/content"),
        lambda: (root / "deeper/content").rename(content),
        save(record, "and moved there and back"),
    ):
        if act.__name__ == "mkdir":
            act.__self__.mkdir(parents=True)  # type: ignore[union-attr]
        else:
            act()
        noticed(bursts)


def test_what_is_no_content_is_not_noticed(root: Path, start: Start) -> None:
    bursts = start()
    (root / "output/index.html").write_text("x")
    (root / "deeper/x").write_text("x")
    (root / "README.md").write_text("x")
    (root / ".cache/x").write_text("x")
    with pytest.raises(queue.Empty):
        bursts.get(timeout=0.5)


@pytest.mark.parametrize("allowed", range(4))
def test_where_the_system_watches_no_more_folders_files_are_looked_for(
    root: Path, start: Start, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    class Limited(InotifyObserver):
        watched = 0

        def schedule(self, *args: Any, **options: Any) -> Any:
            if self.watched == allowed:
                raise OSError(errno.ENOSPC, "inotify watch limit reached")
            self.watched += 1
            return super().schedule(*args, **options)

    monkeypatch.setattr(watch, "Observer", Limited)
    said: list[str] = []
    bursts = start(warn=said.append)
    (root / "content/papers/2024/a.md").write_text("saved")
    noticed(bursts)
    assert said == [
        "cannot be told of saved files (inotify watch limit reached): looks for them every second instead"
    ]
