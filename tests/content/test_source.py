"""Walking content/: what is found, what is passed over, what is refused unopened."""

import os
from pathlib import Path

import pytest
from papershelf.content.source import LARGEST, Kind, find, on_disk
from papershelf.problems import Severity

from tests.conftest import MakeArchive


def test_kinds_by_place_in_order(archive: MakeArchive) -> None:
    files: dict[str, str | bytes] = {
        "content/venues.yaml": "x",
        "content/people.yaml": "x",
        "content/pages/about.md": "x",
        "content/papers/2024/b.YAML": "x",
        "content/papers/2024/a.md": "x",
        "content/people/people.yaml": "x",
        "content/static/img/a.png": b"\x89",
        "content/static/.well-known/x.md": "x",
    }
    root = archive(files)
    found = find(root, root / "content")
    assert found.problems == ()
    assert [(source.path, source.kind) for source in found.sources] == [
        ("content/pages/about.md", Kind.PAGE),
        ("content/papers/2024/a.md", Kind.RECORD),
        ("content/papers/2024/b.YAML", Kind.RECORD),
        ("content/people.yaml", Kind.PEOPLE),
        ("content/people/people.yaml", Kind.RECORD),
        ("content/static/.well-known/x.md", Kind.STATIC),
        ("content/static/img/a.png", Kind.STATIC),
        ("content/venues.yaml", Kind.VENUES),
        ("site.yaml", Kind.SETTINGS),
    ]
    assert all(Path(on_disk(source.path, root, root / "content")).is_file() for source in found.sources)


@pytest.mark.parametrize(
    "name", [".DS_Store", "a.md~", ".#a.md", "#a.md#", "a.yml.orig", "Thumbs.db", ".git/x.md"]
)
def test_litter_is_passed_over(archive: MakeArchive, name: str) -> None:
    root = archive({f"content/{name}": "x"})
    found = find(root, root / "content")
    assert [source.path for source in found.sources] == ["site.yaml"]
    assert found.problems == ()


def test_what_must_not_be_opened(archive: MakeArchive, tmp_path: Path) -> None:
    root = archive({"content/empty.md": "", "content/big.md": "x" * (LARGEST + 1), "content/notes.txt": "x"})
    content = root / "content"
    (tmp_path / "secret.md").write_text("---\n")
    (content / "link.md").symlink_to(tmp_path / "secret.md")
    (content / "loop").symlink_to(".")
    (content / "gone.md").symlink_to("nowhere.md")
    (content / "folder.md").mkdir()
    os.mkfifo(content / "pipe.md")
    found = find(root, content)
    assert [source.path for source in found.sources] == ["site.yaml"]
    told = {problem.location.path: (problem.message, problem.severity) for problem in found.problems}
    link = ("is a symbolic link, which is not followed", Severity.ERROR)
    assert told == {
        "content/empty.md": ("is empty", Severity.ERROR),
        "content/big.md": ("has 2,000,001 bytes (at most 2,000,000)", Severity.ERROR),
        "content/notes.txt": ("is not a record and not in content/static/: it is left out", Severity.WARNING),
        "content/link.md": link,
        "content/loop": link,
        "content/gone.md": link,
        "content/folder.md": ("is a folder with the name of a record", Severity.ERROR),
        "content/pipe.md": ("is not a regular file", Severity.ERROR),
    }


def test_the_folder_may_lie_elsewhere(archive: MakeArchive, tmp_path: Path) -> None:
    root = archive({})
    elsewhere = tmp_path / "records"
    elsewhere.mkdir()
    (elsewhere / "a.md").write_text("x")
    found = find(root, elsewhere)
    assert [source.path for source in found.sources] == ["content/a.md", "site.yaml"]
    assert on_disk("content/a.md", root, elsewhere) == str(elsewhere / "a.md")
