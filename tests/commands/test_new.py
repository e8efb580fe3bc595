"""`papershelf new`: a file that passes, names the keys to fill in, and overwrites nothing."""

from pathlib import Path

import click
import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive


def test_a_record_ready_to_fill(archive: MakeArchive, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive({"content/.keep": ""})
    assert papershelf("new", "  On: the $n$-th\tTry  ", "--site", root) == 0
    (file,) = root.glob("content/papers/*/*.md")
    assert file.name == "on-the-n-th-try.md"
    text = file.read_text(encoding="utf-8")
    assert "title: 'On: the $n$-th Try'\n" in text
    assert "$schema=../../../schemas/record.json" in text
    assert (root / "schemas/record.json").is_file()
    assert papershelf("check", "--site", root) == 0
    filled = text.replace("# authors:", "authors:").replace("# links:", "links:").replace("# doi:", "doi:")
    file.write_text(filled.replace("# tags:", "tags:").replace("# arxiv:", "arxiv:"), encoding="utf-8")
    assert papershelf("check", "--site", root) == 0
    assert str(file) in capsys.readouterr().out


@pytest.mark.parametrize("title", ["Some Paper", "some paper!"])
def test_never_overwrites(archive: MakeArchive, title: str) -> None:
    root = archive({"content/papers/1999/some-paper.yaml": "x"})
    with pytest.raises(click.UsageError, match="exists already"):
        papershelf("new", title, "--site", root)


@pytest.mark.parametrize("title", ["", " \t\x1b"])
def test_wants_a_title(archive: MakeArchive, title: str) -> None:
    with pytest.raises(click.UsageError, match="needs a title"):
        papershelf("new", title, "--site", archive({"content/.keep": ""}))


def test_a_long_title_gives_a_short_name(archive: MakeArchive) -> None:
    root = archive({"content/.keep": ""})
    papershelf("new", "word " * 40, "--site", root)
    (file,) = root.glob("content/papers/*/*.md")
    assert file.stem == "-".join(["word"] * 12)


def test_no_archive_no_record(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match=r"site\.yaml"):
        papershelf("new", "A", "--site", tmp_path)
