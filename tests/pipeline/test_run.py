"""The quick answer where nothing has changed: it says what a build would say, and is given then only."""

import os
from pathlib import Path

import pytest
from papershelf.pipeline import build as build_module
from papershelf.pipeline import manifest
from papershelf.pipeline.options import Options

from tests.pipeline.archives import SITE, paper, run, tree, write

pytestmark = pytest.mark.slow


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An archive with a warning, and a file of others in its output; built, and untouched for a while."""
    odd = paper("Odd", authors="[Ada Lovelace and Bo Li]")
    write(tmp_path, {"site.yaml": SITE, "content/papers/a.md": odd, "content/papers/b.md": paper()})
    for file in tmp_path.rglob("*"):
        os.utime(file, ns=(0, 10**18))
    (tmp_path / "output").mkdir()
    (tmp_path / "output/mine.txt").write_text("mine")
    run(tmp_path)
    return tmp_path


def test_all_is_told_again_and_nothing_is_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "site.yaml").write_text(SITE + "tagline: Now\n")
    os.utime(built / "site.yaml", ns=(0, 10**18))
    first = run(built)
    assert first.problems
    assert first.unknown_files == ("mine.txt",)
    monkeypatch.delattr(build_module, "build_site")
    again = run(built)
    assert (again.problems, again.unknown_files, again.total) == (
        first.problems,
        first.unknown_files,
        first.total,
    )
    assert (again.reasons, again.removed) == ((), 0)
    (built / "output/mine.txt").unlink()
    assert run(built).unknown_files == ()


def test_a_clean_build_is_made_though_nothing_has_changed(built: Path) -> None:
    report = run(built, clean=True)
    assert len(report.reasons) == report.total > 0


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("at", [0, -1], ids=["first", "last"])
def test_a_file_touched_in_any_part_is_seen(built: Path, at: int, jobs: int) -> None:
    before = tree(built / "output")
    options = Options(root=built, content=built / "content", output=built / "output")
    entry = list(manifest.read(options.cache / "manifest").parts.values())[at]
    file = built / "output" / manifest.paths(entry)[at]
    file.write_bytes(file.read_bytes()[::-1])
    assert run(built, jobs=jobs).reasons
    assert tree(built / "output") == before
