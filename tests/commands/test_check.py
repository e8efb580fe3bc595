"""`papershelf check`: ten mistakes, ten lines, in three forms."""

import json
from pathlib import Path

import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive

TEN: dict[str, str | bytes] = {
    "site.yaml": "title: T\nper_pag: 5\n",
    "content/papers/a.md": "---\ntitle: A: B\ndate: 2024\n---\n",
    "content/papers/b.md": "---\ntitle: B\ndate: 2024-02-30\n---\n",
    "content/papers/c.md": "---\ntitle: C\ndate: 2024\nvenu: X\n---\n",
    "content/papers/d.md": "---\ntitle: D\ndate: 2024\n",
    "content/papers/e.md": b"---\ntitle: Caf\xe9\ndate: 2024\n---\n",
    "content/papers/f.md": "---\ntitle: F\ndate: 2024\ntitle: G\n---\n",
    "content/papers/g.md": "---\ntitle: G\ndate: 2024\nlinks:\n\tcode: x\n---\n",
    "content/papers/h.md": "---\ntitle: H\ndate: 2024\ndoi: 10.1000/1\n---\n",
    "content/papers/i.md": "---\ntitle: I\ndate: 2024\ndoi: 10.1000/1\n---\n",
    "content/papers/j.md": "---\ntitle: J\n---\n",
}
PLACES = [
    "content/papers/a.md:2:9",
    "content/papers/b.md:3:7",
    "content/papers/c.md:4:1",
    "content/papers/d.md:1:1",
    "content/papers/e.md:2:11",
    "content/papers/f.md:4:1",
    "content/papers/g.md:5:1",
    "content/papers/i.md:4:6",
    "content/papers/j.md:2:1",
    "site.yaml:2:1",
]


@pytest.fixture
def ten(archive: MakeArchive, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = archive(TEN)
    monkeypatch.chdir(root)
    return Path()


def test_text_names_each_place_once(ten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papershelf("check", "--site", ten, "--format", "text") == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines if ": error: " in line] == PLACES
    assert lines[:4] == [
        "content/papers/a.md:2:9: error: a colon and a space inside a text read as a new key [yaml]",
        "  | title: A: B",
        "  |         ^",
        "  = put the value in quotes: title: 'A: B'",
    ]
    assert lines[-1] == "10 errors, 0 warnings"


def test_github_marks_the_lines(ten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papershelf("check", "--site", ten, "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    message = 'unknown key "venu"%0Adid you mean `venue`?'
    assert lines[2] == f"::error file=content/papers/c.md,line=4,col=1,title=Papershelf::{message}"


def test_json_for_programs(ten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papershelf("check", "--site", ten, "--format", "json") == 1
    problems = json.loads(capsys.readouterr().out)
    assert [f"{item['file']}:{item['line']}:{item['column']}" for item in problems] == PLACES
    assert problems[2]["advice"] == "did you mean `venue`?"


def test_warnings_are_told_but_not_fatal(archive: MakeArchive, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive({"content/a.md": "---\ntitle: A\ndate: 2024\nauthors: [Ada B*]\n---\n"})
    assert papershelf("check", "--site", root, "--format", "text") == 0
    output = capsys.readouterr()
    assert "0 errors, 1 warning" in output.err
    assert "1 record checked: no errors" in output.out


def test_a_long_line_is_shown_around_its_column(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"---\ndate: 2024\ntitle: {'word ' * 60}: and {'more ' * 60}\n---\n"
    root = archive({"content/a.md": text})
    assert papershelf("check", "--site", root, "--format", "text") == 1
    _, excerpt, caret, *_ = capsys.readouterr().err.splitlines()
    assert len(excerpt) <= 104
    assert excerpt[caret.index("^")] == ":"
