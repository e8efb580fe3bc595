"""What strangers wrote is no command for a terminal or the log of a workflow, whichever command repeats it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive
from tests.lib.test_terminal import harms

EVIL = "::error::\x1b[31m\u202e##[error]y\n::stop-commands::z\x9b"
NAME = EVIL.replace("/", "")
BIBTEX = f"@article{{k, title={{A {EVIL}}}, author={{{EVIL} and Doe, J}}, year={{2020}}, doi={{{EVIL}}}}}\n@b{{{EVIL}"
CSL = [{"id": EVIL, "type": EVIL, "title": EVIL, "author": [{"family": EVIL}], "DOI": EVIL, EVIL: EVIL}]


@pytest.fixture
def strange(archive: MakeArchive, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an archive of strange names, and go there."""
    root = archive(
        {
            f"content/papers/{NAME}.md": f"---\ntitle: {EVIL}\n---\n",
            f"content/static/{NAME}": EVIL,
            "content/papers/a.md": f"---\n{json.dumps(EVIL)}: {json.dumps(EVIL)}\ntitle: {json.dumps(EVIL)}\n---\n",
            f"layouts/{NAME}.html": "",
            f"files/{NAME}.bib": BIBTEX,
            f"files/{NAME}.json": json.dumps(CSL),
            f"files/{NAME}.jsonl": f"{json.dumps({'title': EVIL})}\n{EVIL}",
            f"files/{NAME}.xml": EVIL,
        }
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("build",),
        ("build", "--format", "json"),
        ("build", "--output", NAME),
        ("search", EVIL),
        ("export", "bibtex", "--list", EVIL),
        ("import", "files"),
        ("import", "files", "--dry-run"),
        ("add", f"files/{NAME}.bib"),
        ("add", f"files/{NAME}.json"),
        ("add", f"files/{NAME}.jsonl"),
        ("new", EVIL),
        ("init", NAME),
    ],
)
def test_what_strangers_wrote_is_repeated_without_harm(
    strange: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    papershelf(*arguments)
    told = capsys.readouterr()
    assert told.out + told.err
    assert not harms(told.out)
    assert not harms(told.err)


def test_files_of_others_in_the_output_are_told_of_without_harm(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({f"output/{NAME}": "", "content/papers/a.md": "---\ntitle: A\ndate: 2024\n---\n"})
    papershelf("build", "--site", root)
    told = capsys.readouterr()
    assert "also holds files" in told.out
    assert not harms(told.out)


@pytest.mark.parametrize("arguments", [("check", "--site", EVIL), ("upgrade", EVIL), (EVIL,)])
def test_wrong_use_is_told_without_harm(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "papershelf", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert not harms(done.stderr)
