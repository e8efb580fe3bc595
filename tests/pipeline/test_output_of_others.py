"""An output that is not as the last build left it: obstacles, files of others, another content, another build."""

import os
import threading
from pathlib import Path

import pytest
from papershelf.content.source import TICK, Found
from papershelf.pipeline import build as build_module
from papershelf.pipeline import publish
from papershelf.pipeline.manifest import Manifest
from papershelf.pipeline.options import Options, Progress
from papershelf.pipeline.run import build
from papershelf.pipeline.stat_scan import state_digest

from tests.pipeline.archives import SITE, paper, run, tree, write

pytestmark = pytest.mark.slow


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write(tmp_path, {"site.yaml": SITE, "content/papers/engines.md": paper(more="tags: [looms]\n")})
    return tmp_path


def options(root: Path, content: str = "content") -> Options:
    return Options(root=root, content=root / content, output=root / "output")


def obstruct(place: Path, obstacle: str) -> None:
    """Put a file, a folder with a file, or a link at a place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if obstacle == "file":
        place.write_text("mine")
    elif obstacle == "folder":
        place.mkdir()
        (place / "note.txt").write_text("mine")
    else:
        place.symlink_to(place.parent.parent)


@pytest.mark.parametrize(
    ("path", "obstacle"),
    [
        ("papers", "file"),
        ("tags/looms", "file"),
        ("index.html", "folder"),
        ("papers/engines/engines.json", "folder"),
        ("authors", "link"),
    ],
)
def test_what_stands_in_the_way_is_named_and_nothing_is_lost(archive: Path, path: str, obstacle: str) -> None:
    place = archive / "output" / path
    obstruct(place, obstacle)
    before = tree(archive / "output")
    for _ in range(2):  # every build says the same
        report = run(archive)
        assert [problem.location.path for problem in report.problems] == [str(place)]
        assert report.problems[0].advice
        assert tree(archive / "output") == before
    if obstacle == "folder":
        (place / "note.txt").unlink()
        place.rmdir()
    else:
        place.unlink()
    assert not run(archive).failed


@pytest.mark.parametrize("folder", ["papers", "papers/engines"])  # of files to be written, and to be deleted
def test_a_folder_that_may_not_be_written_is_named_before_anything_is_published(
    archive: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    run(archive)
    before = tree(archive / "output")
    (archive / "content/papers/engines.md").unlink()
    real = os.access
    with monkeypatch.context() as patch:
        closed = archive / "output" / folder
        patch.setattr(os, "access", lambda path, mode: Path(path) != closed and real(path, mode))
        report = run(archive)
    assert {problem.location.path for problem in report.problems} == {str(closed)}
    assert tree(archive / "output") == before
    assert not run(archive).failed


def test_a_refusal_in_the_middle_of_publishing_is_told_and_finished_by_the_next_run(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def refuse(source: str | Path, target: str | Path) -> None:
        if Path(target).name == "papers":
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(publish.UnfinishedError, match="papers"):
            run(archive)
        with pytest.raises(publish.UnfinishedError, match="papers"):
            run(archive)
    report = run(archive)
    assert report.repaired
    assert not report.failed
    run(archive, "clean", clean=True)
    assert tree(archive / "output") == tree(archive / "clean")


def test_a_file_takes_the_place_of_a_folder_that_goes_away(archive: Path) -> None:
    engines = archive / "content/papers/engines.md"
    engines.write_text(paper(more="aliases: [/old/]\n"))
    run(archive)
    engines.write_text(paper())
    old = archive / "content/static/old"
    old.parent.mkdir()
    old.write_bytes(b"\x00as it is\r\n")
    assert not run(archive).failed
    assert (archive / "output/old").read_bytes() == old.read_bytes()


def test_two_files_of_one_address_are_an_error_though_no_check_saw_them(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_module, "run_checks", lambda content, found: ())
    page, static = archive / "content/pages/about.md", archive / "content/static/about/index.html"
    page.parent.mkdir()
    page.write_text("---\ntitle: About\n---\nHello.\n")
    assert not run(archive).failed
    before = tree(archive / "output")
    static.parent.mkdir(parents=True)
    static.write_text("mine")
    for clean in (False, True):
        [problem] = run(archive, clean=clean).problems
        assert problem.message.startswith("its page about/index.html is also claimed by ")
        assert str(static) in (problem.location.path, problem.message.rpartition(" ")[2])
        assert tree(archive / "output") == before


def test_what_stands_where_the_stage_goes_is_never_taken_for_a_journal(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("mine")
    journal = archive / "output" / publish.STAGE / "journal"
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"\0" * 64)
    report = run(archive)
    assert not report.failed
    assert not report.repaired
    assert outside.exists()
    assert not journal.parent.exists()


@pytest.mark.parametrize("stale", ["../precious.txt", "link/precious.txt"])
def test_a_repair_deletes_nothing_outside_the_output(tmp_path: Path, stale: str) -> None:
    output, cache = tmp_path / "output", tmp_path / "cache"
    output.mkdir()
    (tmp_path / "precious.txt").write_text("mine")
    (output / "link").symlink_to(tmp_path)
    publish.publish(output, cache, Manifest(), [stale])
    assert (tmp_path / "precious.txt").exists()


def test_files_of_others_are_told_by_every_build_and_stay(archive: Path) -> None:
    stranger = archive / "output" / "old" / "page.html"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("of another site")
    assert run(archive).unknown_files == ("old/page.html",)
    assert run(archive).unknown_files == ("old/page.html",)  # nothing has changed
    (archive / "content/papers/second.md").write_text(paper("Second"))
    assert run(archive).unknown_files == ("old/page.html",)
    stranger.unlink()
    (archive / "content/papers/third.md").write_text(paper("Third"))
    assert run(archive).unknown_files == ()


def test_another_content_in_one_output_leaves_nothing_of_the_first(archive: Path) -> None:
    write(
        archive,
        {"site.yaml": SITE, "content/papers/engines.md": paper(), "other/papers/looms.md": paper("Looms")},
    )
    build(options(archive))
    build(options(archive, "other"))
    other = Options(root=archive, content=archive / "other", output=archive / "clean", clean=True)
    build(other)
    assert tree(archive / "output") == tree(archive / "clean")
    build(options(archive))
    assert "papers/engines/index.html" in tree(archive / "output")


def test_two_builds_of_one_output_wait_for_each_other(archive: Path) -> None:
    write(
        archive,
        {"site.yaml": SITE, "content/papers/engines.md": paper(), "other/papers/looms.md": paper("Looms")},
    )
    waited, failed = [], []
    event = threading.Event()

    def slowly(done: int, total: int) -> None:
        event.wait(0.01)

    def one(content: str) -> None:
        progress = Progress(step=slowly, waiting=lambda: waited.append(content))
        failed.append(build(options(archive, content), progress).failed)

    threads = [
        threading.Thread(target=one, args=(content,)) for content in ("content", "other", "content", "other")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == [False] * 4
    assert waited


def test_a_clean_build_reads_no_cache(archive: Path) -> None:
    run(archive)
    before = tree(archive / "output")
    [cache] = (archive / ".cache" / "papershelf").iterdir()
    kept = [path for path in cache.rglob("*") if path.is_file() and path.name != "manifest"]
    assert kept
    for path in kept:
        os.utime(path, ns=(0, 0))
    run(archive, clean=True)
    assert tree(archive / "output") == before
    assert [path for path in kept if path.exists() and not path.stat().st_mtime_ns] == []


def test_a_file_changed_by_hand_to_the_same_size_is_written_again(archive: Path) -> None:
    run(archive)
    before = tree(archive / "output")
    page = archive / "output" / "index.html"
    page.write_bytes(page.read_bytes()[::-1])
    assert [path for path, _ in run(archive).reasons] == ["index.html"]
    assert tree(archive / "output") == before


@pytest.mark.parametrize(("age", "trusted"), [(2 * TICK, True), (0, False), (-TICK, False)])
def test_a_file_touched_as_the_build_began_is_not_trusted(tmp_path: Path, age: int, trusted: bool) -> None:
    layout = tmp_path / "layouts" / "home.html"
    layout.parent.mkdir()
    layout.write_text("<p>")
    began = layout.stat().st_mtime_ns + age
    found = Found(root=tmp_path, content=tmp_path / "content", began=began, sources=(), problems=())
    assert bool(state_digest(found, (layout.parent,), "")) is trusted


def test_a_warning_is_told_again_where_nothing_has_changed(archive: Path) -> None:
    (archive / "content/papers/odd.md").write_text(paper("Odd", authors="[Ada Lovelace and Bo Li]"))
    first = run(archive)
    again = run(archive)
    assert first.problems
    assert again.problems == first.problems
    assert again.reasons == ()
