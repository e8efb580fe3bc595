"""Publishing: all or nothing, finished after a kill at any moment."""

import os
from pathlib import Path

import pytest
from papershelf.pipeline import publish
from papershelf.pipeline.manifest import Manifest, Row, pack, read

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(folder: Path, files: Tree) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


OLD: Tree = {
    "index.html": b"old home",
    "papers/a/index.html": b"a",
    "papers/gone/index.html": b"gone",
    "CNAME": b"mine",
}
STAGED: Tree = {"index.html": b"new home", "papers/b/index.html": b"b", "tags/x/index.html": b"x"}
NEW: Tree = {"CNAME": b"mine", "papers/a/index.html": b"a", **STAGED}
MANIFEST = Manifest(parts={"all": pack(b"", {path: Row(b"k", 1, 1) for path in NEW})})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    output = tmp_path / "output"
    put(output, OLD)
    put(publish.stage_folder(output), STAGED)
    return output


def test_publishing_moves_deletes_and_leaves_no_trace(output: Path, tmp_path: Path) -> None:
    publish.publish(output, tmp_path / "cache", MANIFEST, ["papers/gone/index.html"])
    assert tree(output) == NEW
    assert not (output / "papers" / "gone").exists()
    assert read(tmp_path / "cache" / "manifest") == MANIFEST


def test_a_stage_without_journal_is_thrown_away(output: Path, tmp_path: Path) -> None:
    assert not publish.repair(output, tmp_path / "cache")
    assert tree(output) == OLD


def test_a_folder_takes_the_place_of_a_file(output: Path, tmp_path: Path) -> None:
    put(output, {"tags": b"a file where the new site has a folder"})
    publish.publish(output, tmp_path / "cache", MANIFEST, ["papers/gone/index.html", "tags"])
    assert tree(output) == NEW


class Killed(BaseException):
    """Stands for kill -9: nothing may catch it."""


def _kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> list[int]:
    """Make the ``step``-th change of the file system from now on the last one before the process dies."""
    count = [0]

    def counted(name: str) -> None:
        real = getattr(os, name)

        def change(*args: object, **options: object) -> object:
            if count[0] == step:
                raise Killed
            count[0] += 1
            return real(*args, **options)

        monkeypatch.setattr(os, name, change)

    for name in ("replace", "unlink", "rmdir"):
        counted(name)
    return count


@pytest.mark.parametrize("step", range(12))
def test_a_publication_killed_at_any_step_is_finished_or_undone(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    cache = tmp_path / "cache"
    manifest = cache / "manifest"
    with monkeypatch.context() as patch:
        _kill_at(patch, step)
        try:
            publish.publish(output, cache, MANIFEST, ["papers/gone/index.html"])
        except Killed:
            killed = True
        else:
            killed = False
    decided = publish.is_decided(cache)
    finished = publish.repair(output, cache)
    assert finished == decided
    if killed and not decided and not manifest.exists():
        assert tree(output) == OLD
    else:
        assert tree(output) == NEW
        assert read(manifest) == MANIFEST
