"""`papershelf init`: an archive that has nothing wrong with it."""

from pathlib import Path

import click
import pytest
from papershelf.content.load import load
from papershelf.content.source import find

from tests.commands.papershelf import papershelf


def test_a_new_archive_has_no_problem_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "archive"
    assert papershelf("init", folder) == 0
    capsys.readouterr()
    assert papershelf("check", "--site", folder) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("3 records checked: no errors\n", "")
    content = load(find(folder, folder / "content"), cache_dir=None).content
    assert {record.authors_known for record in content.records} == {2, 5}
    assert all("invented" in record.title.lower() for record in content.records)


def test_every_setting_shown_is_a_setting(tmp_path: Path) -> None:
    papershelf("init", tmp_path)
    file = tmp_path / "site.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    keys = [
        line[2:] for line in lines if line.startswith(("# ", "#   -")) and ":" in line and line[2].islower()
    ]
    file.write_text("\n".join(["title: T", *(line.replace("<", "").replace(">", "") for line in keys)]))
    problems = load(find(tmp_path, tmp_path / "content"), cache_dir=None).problems
    assert len(keys) >= 6
    assert [problem.message for problem in problems if "unknown key" in problem.message] == []


def test_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(click.UsageError, match=r"README\.md exists already"):
        papershelf("init", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_is_not_for_an_archive(tmp_path: Path) -> None:
    papershelf("init", tmp_path)
    with pytest.raises(click.UsageError, match="an archive already"):
        papershelf("init", tmp_path)
