"""`papershelf build`: what it says, and what happens when nobody listens or somebody interrupts it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from papershelf.cli import cli

from tests.conftest import ROOT
from tests.pipeline.archives import SITE, paper, write

DOUBTFUL = paper("On Engines", authors="['Ada Lovelace*']")  # a warning: the name carries a mark


def build(root: Path, *more: str) -> Result:
    arguments = ["build", "--jobs", "1", "--site", str(root), *more]
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def test_warnings_are_told_again_when_nothing_has_changed(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": SITE, "content/papers/a.md": DOUBTFUL})
    first, second = build(tmp_path), build(tmp_path)
    assert "carries a mark" in first.stderr
    assert second.stderr == first.stderr
    assert " 0 written" in second.stdout


def test_warnings_beyond_twenty_are_counted_and_errors_are_all_told(tmp_path: Path) -> None:
    doubtful = {
        f"content/papers/d{number:02}.md": DOUBTFUL.replace("Engines", f"Engines {number}")
        for number in range(25)
    }
    write(tmp_path, {"site.yaml": SITE, **doubtful})
    told = build(tmp_path).stderr
    assert told.count(": warning: ") == 20
    assert "d19.md" in told
    assert "d20.md" not in told
    assert "... and 5 more warnings" in told
    assert told.endswith("0 errors, 25 warnings\n")
    wrong = {f"content/papers/w{number:02}.md": paper(date="2024-02-30") for number in range(25)}
    write(tmp_path, {"site.yaml": SITE, **doubtful, **wrong})
    told = build(tmp_path).stderr
    assert told.count("is not a day of the calendar") == 25
    assert "\n25 errors, 25 warnings\n" in told


def test_files_that_nobody_built_stay_and_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": SITE, "content/papers/a.md": paper()})
    (tmp_path / "output/photos").mkdir(parents=True)
    (tmp_path / "output/photos/cat.jpg").write_bytes(b"purr")
    (tmp_path / "output/index.html").write_text("overwritten, so no need to tell")
    told = build(tmp_path).stdout
    assert "no build is known to have written, such as photos/cat.jpg; they stay" in told
    assert (tmp_path / "output/photos/cat.jpg").read_bytes() == b"purr"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["export jsonl", "check"])  # more than a pipe holds, and less
def test_a_reader_that_stops_listening_ends_a_command_without_a_word(tmp_path: Path, name: str) -> None:
    write(
        tmp_path, {"site.yaml": SITE, **{f"content/papers/p{n}.md": paper(f"Paper {n}") for n in range(300)}}
    )
    command = [sys.executable, "-m", "papershelf", *name.split(), "--site", str(tmp_path)]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, cwd=ROOT, env=buffered, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_build_with_its_workers_and_publishes_nothing(tmp_path: Path, jobs: str) -> None:
    papers = {f"content/papers/p{n}.md": paper(f"Paper {n}", abstract="Words. " * 200) for n in range(1500)}
    write(tmp_path, {"site.yaml": SITE, **papers})
    command = [sys.executable, "-m", "papershelf", "build", "--site", str(tmp_path), "--jobs", jobs]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0, text=True
    ) as process:
        while not (tmp_path / "output/.papershelf").exists():  # it has begun to stage files
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        said, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (said, errors.strip()) == ("", "")
    assert not (tmp_path / "output/index.html").exists()
    assert build(tmp_path).return_value == 0
    assert (tmp_path / "output/index.html").exists()


@pytest.mark.parametrize("command", [["check", "--format", "json"], ["build", "--format", "json"]])
@pytest.mark.parametrize("content", ["archive/content", "elsewhere"])
def test_problems_name_files_as_they_are_opened_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], content: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"archive/site.yaml": SITE, f"{content}/papers/a.md": DOUBTFUL, f"{content}/x.txt": ""})
    arguments = [*command, "--site", "archive", "--content", content]
    told = json.loads(CliRunner().invoke(cli, arguments, standalone_mode=False).stdout)
    problems = told if isinstance(told, list) else told["problems"]
    assert {problem["file"] for problem in problems} == {f"{content}/papers/a.md", f"{content}/x.txt"}
