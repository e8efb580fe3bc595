"""The central promise: an incremental build equals a clean build, byte for byte, whatever happened before."""

import multiprocessing
import os
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from papershelf.content import records
from papershelf.content.parse import parse
from papershelf.lib import runs
from papershelf.pages import home
from papershelf.pipeline import build, stat_scan, workers
from papershelf.pipeline.options import LAYOUTS, RecordCache

from tests.pipeline.archives import PEOPLE, SITE, Files, paper, run, tree, write
from tests.pipeline.edits import edits
from tests.stress import examples

pytestmark = pytest.mark.slow


class Killed(BaseException):
    """Stands for kill -9: nothing may catch it."""


def _build_killed(root: Path, steps: int) -> None:
    """Build, and die at the ``steps``-th change of the file system."""
    patch = pytest.MonkeyPatch()
    left = [steps]
    for name in ("open", "mkdir", "replace", "unlink", "rmdir"):
        real = getattr(os, name)

        def change(*args: object, _real: object = real, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return _real(*args, **options)  # type: ignore[operator]

        patch.setattr(os, name, change)
    try:
        run(root)
    except Killed:
        pass
    finally:
        patch.undo()


@settings(
    max_examples=examples(12),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a history is short enough to read as it is found
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    history=st.lists(
        st.tuples(
            st.lists(edits(), min_size=1, max_size=4),
            st.one_of(st.none(), st.integers(0, 400)),
            st.sampled_from(["command", "command", "preview"]),
            st.sampled_from([1, 1, 1, 2]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_history_of_edits_and_kills_leaves_another_site_than_a_clean_build(
    history: list[tuple[list[tuple[str, str | None]], int | None, str, int]],
) -> None:
    root = Path(tempfile.mkdtemp(prefix="papershelf-"))
    patch = pytest.MonkeyPatch()
    patch.setattr(runs, "MEAN", 2)  # so that six papers make several runs
    try:
        files: Files = {"site.yaml": SITE, "content/papers/2024/p0.md": paper()}
        record_cache = RecordCache()
        for edits, kill, builder, version in history:
            patch.setattr(home, "EARLIER", version)  # stands for a change of the code
            for reader in (build, stat_scan):
                patch.setattr(reader, "code_digest", lambda version=version: bytes([version]))
            for path, text in edits:
                if text is None:
                    files.pop(path, None)
                else:
                    files[path] = text
            write(root, files)
            if kill is not None:
                _build_killed(root, kill)
            if builder == "preview":
                run(root, pages_first=True, record_cache=record_cache)
            report = run(root, record_cache=record_cache if builder == "preview" else None)
        clean = run(root, "clean", clean=True)
        assert report.problems == clean.problems
        if not clean.failed:
            assert tree(root / "output") == tree(root / "clean")
            assert clean.total == report.total == len(tree(root / "clean"))
    finally:
        patch.undo()
        shutil.rmtree(root)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    chance = random.Random(7)
    files: Files = {"site.yaml": SITE, "content/people.yaml": PEOPLE}
    for number in range(30):
        day = f"20{chance.randrange(19, 25)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"
        more = f"venue: V{number % 3} 2024\ntags: [t{number % 4}]\n"
        files[f"content/papers/{day[:4]}/paper-{number}.md"] = paper(f"Paper {number}", date=day, more=more)
    write(tmp_path, files)
    return tmp_path


def test_any_number_of_jobs_gives_the_same_site(small: Path) -> None:
    run(small, "output", jobs=1)
    run(small, "clean", jobs=4)
    assert tree(small / "output") == tree(small / "clean")


def test_processes_that_are_not_forked_give_the_same_site(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(small, "output", jobs=1)
    monkeypatch.setattr(workers, "_FORKS", False)
    monkeypatch.setattr(workers, "_CONTEXT", multiprocessing.get_context("spawn"))
    run(small, "clean", jobs=2)
    assert tree(small / "output") == tree(small / "clean")


def test_only_what_a_changed_abstract_shows_is_written(small: Path) -> None:
    run(small)
    file = next((small / "content" / "papers").rglob("paper-7.md"))
    file.write_text(file.read_text().replace("We look", "They look"))
    report = run(small)
    pages = {path for path, _ in report.reasons if path.endswith(".html")}
    assert "papers/paper-7/index.html" in pages
    assert (
        len(pages) <= 3
    )  # the paper, its day, perhaps home: no author, venue, year or neighbour shows an abstract


def test_only_what_has_changed_is_parsed(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(small)
    parsed: list[str] = []
    real = parse

    def noted(path: str, data: bytes) -> Any:
        parsed.append(path)
        return real(path, data)

    monkeypatch.setattr(records, parse.__name__, noted)
    file = next((small / "content" / "papers").rglob("paper-7.md"))
    file.write_text(file.read_text().replace("We look", "They look"))
    run(small)
    assert parsed == [file.relative_to(small).as_posix()]


def test_nothing_is_written_when_nothing_has_changed(small: Path) -> None:
    first = run(small)
    again = run(small)
    assert first.total == again.total
    assert again.reasons == ()


def test_a_page_changed_or_removed_by_hand_is_written_again(small: Path) -> None:
    run(small)
    before = tree(small / "output")
    (small / "output" / "index.html").write_text("mine")
    (small / "output" / "papers" / "paper-3" / "index.html").unlink()
    report = run(small)
    assert {path for path, _ in report.reasons} == {"index.html", "papers/paper-3/index.html"}
    assert tree(small / "output") == before


@pytest.mark.parametrize("harm", [b"", b"rubbish", None])
def test_a_damaged_cache_means_a_clean_build(small: Path, harm: bytes | None) -> None:
    run(small)
    before = tree(small / "output")
    for file in (small / ".cache").rglob("*"):
        if file.is_file() and file.name != "lock":
            file.write_bytes(file.read_bytes()[:-9] if harm is None else harm)
    report = run(small)
    assert not report.failed
    assert len(report.reasons) == report.total
    assert tree(small / "output") == before


def test_a_content_error_leaves_the_site_as_it_was(small: Path) -> None:
    run(small)
    before = tree(small / "output")
    (small / "content" / "papers" / "broken.md").write_text("---\ntitle: [no\n---\n")
    report = run(small)
    assert report.failed
    assert tree(small / "output") == before


def test_a_layout_error_leaves_the_site_as_it_was_and_names_the_layout(small: Path) -> None:
    run(small)
    before = tree(small / "output")
    (small / "layouts").mkdir()
    (small / "layouts" / "paper.html").write_text("<p>\n{{ page.nothing.like_that }}")
    report = run(small)
    assert report.failed
    assert {(problem.location.path, problem.location.line) for problem in report.problems} == {
        ("layouts/paper.html", 2)
    }
    assert tree(small / "output") == before


def test_edits_among_many_runs_leave_what_a_clean_build_makes(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "MEAN", 2)
    papers = small / "content" / "papers"
    files = sorted(papers.rglob("*.md"))
    run(small)
    naming = paper(
        "Names another", date="2020-02-02", more=f"related: [{{rel: extends, id: {files[3].stem}}}]\n"
    )
    edits: list[Callable[[], object]] = [
        lambda: (papers / "2021").joinpath("between.md").write_text(paper("Between", date="2021-06-15")),
        lambda: files[9].unlink(),
        lambda: files[12].write_text(paper("Moved", date="2019-01-01", authors="[Zoë K.]")),
        lambda: files[15].write_text(naming),
        lambda: files[3].write_text(
            paper("Named", date="2023-03-03", more="aliases: [/old/]\nvenue: V1 2024\n")
        ),
        lambda: (small / "content" / "people.yaml").write_text(PEOPLE.replace("ada-lovelace", "augusta")),
    ]
    for edit in edits:
        edit()
        report = run(small)
        assert not report.failed
        assert 0 < len(report.reasons) < report.total
        assert run(small, "clean", clean=True).total == report.total
        assert tree(small / "output") == tree(small / "clean")


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("static/a.txt", ("one", "two")),
        ("papers/engines.pdf", ("%PDF-1", "%PDF-2")),
        ("pages/about.md", ("---\ntitle: One\n---\nText.\n", "---\ntitle: Two\n---\nText.\n")),
        ("pages/about.md", ("---\ntitle: One\n---\nText.\n", "---\ntitle: One\n---\nMore.\n")),
    ],
)
def test_a_file_that_is_no_record_is_published_as_it_is_now(
    tmp_path: Path, name: str, texts: tuple[str, str]
) -> None:
    write(tmp_path, {"site.yaml": SITE, "content/papers/engines.md": paper()})
    file = tmp_path / "content" / name
    file.parent.mkdir(exist_ok=True)
    for text in texts:
        file.write_text(text)
        assert run(tmp_path).reasons
    run(tmp_path, "clean", clean=True)
    assert tree(tmp_path / "output") == tree(tmp_path / "clean")


def test_a_build_in_a_hurry_leaves_nothing_out_for_good(small: Path) -> None:
    run(small)
    file = next((small / "content" / "papers").rglob("paper-7.md"))
    (small / "layouts").mkdir()
    edits: list[Callable[[], object]] = [
        lambda: file.write_text(paper("Renamed in a hurry", date="2020-02-02", more="tags: [hurried]\n")),
        lambda: (small / "layouts" / "terms.html").write_text(
            (LAYOUTS / "terms.html").read_text().replace("<h1>", "<h1>All ")
        ),
        lambda: (small / "site.yaml").write_text(SITE + "tagline: another line\n"),
        file.unlink,
    ]
    for edit in edits:
        edit()
        first = run(small, pages_first=True)
        assert not first.failed
        run(small)
        run(small, "clean", clean=True)
        assert tree(small / "output") == tree(small / "clean")


def test_a_build_in_a_hurry_writes_pages_and_leaves_search_to_the_next(small: Path) -> None:
    run(small)
    file = next((small / "content" / "papers").rglob("paper-7.md"))
    file.write_text(paper("Renamed in a hurry", date="2020-02-02"))
    written = {path for path, _ in run(small, pages_first=True).reasons}
    assert "papers/paper-7/index.html" in written
    assert not any(path.startswith(("search/", "data/")) or path == "sitemap.xml" for path in written)
    assert any(path.startswith("search/") for path, _ in run(small).reasons)
