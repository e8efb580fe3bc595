"""The digest of the program: another version of anything that makes bytes is another program."""

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from papershelf.lib import code

ROOT = Path(__file__).resolve().parents[2]
NEVER_IN_OUTPUT = {
    "bibtexparser",
    "citeproc-py",
    "click",
    "filelock",
    "ftfy",
    "httpx",
    "lxml",
    "rich",
    "stamina",
    "watchdog",
}
"""Dependencies that read what is imported, talk to a person or to the system; no build writes what they make."""


def digest_now() -> bytes:
    """Return the digest as a program started now would."""
    return code.code_digest.__wrapped__()


def dependencies() -> set[str]:
    """Return the names of the packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[ \[><=;]", line)[0] for line in project["dependencies"]}


@pytest.mark.parametrize("name", sorted(dependencies() - NEVER_IN_OUTPUT))
def test_another_version_of_a_dependency_is_another_program(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = digest_now()
    monkeypatch.setattr(code, "version", lambda asked: version(asked) + (".post1" if asked == name else ""))
    assert digest_now() != before


def test_a_file_of_code_counts_by_its_place_and_its_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(code, "_PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("1")
    digests = [digest_now()]
    (tmp_path / "a.py").write_text("2")
    digests.append(digest_now())
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    digests.append(digest_now())
    assert len(set(digests)) == 3


def test_other_releases_of_python_make_other_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_now()
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert digest_now() != before
