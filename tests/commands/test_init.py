"""`papershelf init` and `upgrade`: an archive that has nothing wrong with it, and stays its owner's."""

import json
import re
import shutil
from dataclasses import fields
from pathlib import Path

import click
import pytest
from papershelf.commands import skeleton
from papershelf.config import SiteConfig
from papershelf.content.load import load
from papershelf.content.settings_text import NESTED, settings_text
from papershelf.content.source import find
from papershelf.typed_yaml import read
from papershelf.yaml_document import Source

from tests.commands.papershelf import papershelf
from tests.conftest import ROOT

CHECK = ".github/workflows/check.yml"


@pytest.mark.parametrize("host", skeleton.HOSTS)
def test_a_new_archive_has_no_problem_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    folder = tmp_path / "new" / "archive"
    assert papershelf("init", folder, "--host", host) == 0
    capsys.readouterr()
    assert papershelf("check", "--site", folder) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("3 records checked: no errors\n", "")
    content = load(find(folder, folder / "content"), cache_dir=None).content
    assert {record.authors_known for record in content.records} == {2, 5}
    assert all("invented" in record.title.lower() for record in content.records)


def test_every_setting_is_shown_as_it_is_when_left_out() -> None:
    text = re.sub(r"^#(?! \S)", "", settings_text(), flags=re.MULTILINE)
    shown = read(Source(path="site.yaml", text=text), SiteConfig)
    assert isinstance(shown, SiteConfig)
    as_written = read(Source(path="site.yaml", text=settings_text()), SiteConfig)
    assert isinstance(as_written, SiteConfig)
    with_defaults = {field.name for field in fields(SiteConfig)} - {"repository", *NESTED} | {
        "feeds",
        "search",
    }
    for name in with_defaults:
        assert getattr(shown, name) == getattr(as_written, name)
    for name in {field.name for field in fields(SiteConfig)} - with_defaults:
        assert getattr(shown, name)


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert papershelf("init", tmp_path) == 0
    assert (tmp_path / "README.md").read_text() == "mine"
    assert "README.md: stays as it is" in capsys.readouterr().out
    assert papershelf("check", "--site", tmp_path) == 0


def test_is_not_for_an_archive(tmp_path: Path) -> None:
    papershelf("init", tmp_path)
    with pytest.raises(click.UsageError, match="an archive already"):
        papershelf("init", tmp_path)


def test_an_archive_of_today_needs_no_upgrade(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papershelf("init", tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    capsys.readouterr()
    assert papershelf("upgrade", "--site", tmp_path) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_an_upgrade_renews_what_its_owner_has_not_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = skeleton.maintained("github")
    newer = {path: data + b"# newer\n" for path, data in old.items()} | {"added.txt": b"new"}
    del newer[".vscode/extensions.json"]
    papershelf("init", tmp_path)
    (tmp_path / CHECK).write_text("mine")
    (tmp_path / ".gitignore").unlink()
    lines = (tmp_path / "requirements.txt").read_bytes()
    (tmp_path / "requirements.txt").write_bytes(
        lines.replace(b"\n", b"\r\n")
    )  # as Git on Windows checks it out
    monkeypatch.setattr("papershelf.commands.upgrade.maintained", lambda host: newer)
    capsys.readouterr()
    assert papershelf("upgrade", "--site", tmp_path) == 0
    said = capsys.readouterr().out
    assert f"{tmp_path / CHECK}: left, since it was changed here" in said
    assert f"{tmp_path / '.gitignore'}: left, since it was removed here" in said
    assert f"{tmp_path / 'requirements.txt'}: renewed" in said
    assert (tmp_path / CHECK).read_text() == "mine"
    assert not (tmp_path / ".gitignore").exists()
    assert not (tmp_path / ".vscode/extensions.json").exists()
    for path in newer.keys() - {CHECK, ".gitignore"}:
        assert (tmp_path / path).read_bytes() == newer[path]


def test_an_archive_from_before_there_were_notes_loses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papershelf("init", tmp_path)
    (tmp_path / skeleton.NOTE).unlink()
    (tmp_path / CHECK).write_text("mine")
    (tmp_path / ".gitignore").unlink()
    assert papershelf("upgrade", "--site", tmp_path) == 0
    assert (tmp_path / CHECK).read_text() == "mine"
    assert (tmp_path / ".gitignore").exists()


def test_an_archive_taken_out_of_the_template_is_as_init_writes_one(tmp_path: Path) -> None:
    papershelf("init", tmp_path / "new")
    shutil.copytree(ROOT / "content", tmp_path / "taken/content")
    shutil.copy(ROOT / "site.yaml", tmp_path / "taken/site.yaml")
    assert papershelf("upgrade", "--site", tmp_path / "taken") == 0
    for path in (*skeleton.maintained("github"), skeleton.NOTE, "schemas/record.json"):
        assert (tmp_path / "taken" / path).read_bytes() == (tmp_path / "new" / path).read_bytes()


def test_no_note_reaches_a_file_outside_the_archive(tmp_path: Path) -> None:
    papershelf("init", tmp_path / "archive")
    outside = tmp_path / "outside"
    outside.write_text("mine")
    note = tmp_path / "archive" / skeleton.NOTE
    noted = json.loads(note.read_text())
    noted["written"]["../outside"] = skeleton.text_digest(b"mine")
    note.write_text(json.dumps(noted))
    assert papershelf("upgrade", "--site", tmp_path / "archive") == 0
    assert outside.read_text() == "mine"
