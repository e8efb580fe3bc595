"""The workflows of a new archive: their scripts, run in order in a clone of what was pushed, as GitHub runs them."""

import sys
from pathlib import Path

import pytest
import yaml

from tests.commands.papershelf import papershelf
from tests.commands.workflows import run as run_script
from tests.commands.workflows import scripts

NEW = """\
---
title: A Paper Somebody Brought
authors: [Ada B. Example, {literal: The Group}]
date: 2025-03
---
Text.
"""
BASE_URL = "https://example.org/archive/"
ADDED = "content/papers/2025/a-paper.md"


def run(script: str, folder: Path, **environment: str) -> str:
    """Run a script where `papershelf` is that of this environment, but for stand-ins."""
    return run_script(script, folder, f"{folder.parent / 'bin'}:{Path(sys.executable).parent}", **environment)


def steps(file: Path, **environment: str) -> list[str]:
    """Run the scripts of a workflow or an action, but for the installation; return what each printed."""
    root = next(folder for folder in file.parents if folder.name == ".github").parent
    values = {"inputs.base-url": BASE_URL}
    return [
        run(script, root, **{**own, **environment})
        for script, own in scripts(file, values)
        if "pip install" not in script
    ]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a bare repository to which a new archive was pushed."""
    papershelf("init", tmp_path / "archive")
    (tmp_path / "bin").mkdir()
    run("git init -q -b main && git add . && git commit -qm First", tmp_path / "archive")
    run("git clone -q --bare archive bare.git && git clone -q bare.git clone && mkdir runner", tmp_path)
    return tmp_path / "clone"


@pytest.mark.slow
def test_publishing_builds_the_site_and_then_what_changed(clone: Path) -> None:
    build = clone / ".github/actions/build/action.yml"
    said = steps(build)
    assert " written (" in said[-1]
    # The next run finds what actions/cache kept: the same files, packed and unpacked by tar, beside a fresh clone.
    run(
        "tar --posix -cf kept.tar -C clone .cache output && mv clone before && git clone -q bare.git clone"
        " && tar -xf kept.tar -C clone",
        clone.parent,
    )
    again = steps(build)
    assert " 0 written (0 pages), 0 removed" in again[-1]


@pytest.mark.slow
def test_a_pull_request_shows_what_it_changes(clone: Path) -> None:
    (clone / ADDED).write_text(NEW, encoding="utf-8")
    run(
        "git switch -qc brought && git add . && git commit -qm Paper && git switch -q main"
        " && git merge -q --no-ff brought -m Merge && git switch -q --detach",
        clone,
    )
    runner = clone.parent / "runner"
    where = {"RUNNER_TEMP": str(runner), "GITHUB_STEP_SUMMARY": str(runner / "summary.md")}
    steps(clone / ".github/workflows/check.yml", **where)
    summary = (runner / "summary.md").read_text(encoding="utf-8")
    assert "- **A Paper Somebody Brought**  \n  Ada B. Example, The Group · 2025-03\n" in summary
    assert "+title: A Paper Somebody Brought\n" in summary
    assert (runner / "changed/papers/a-paper/index.html").is_file()
    assert (runner / "changed/assets/site.css").is_file()
    assert not (runner / "changed/papers/number-of-authors").exists()


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_suggestion_becomes_a_branch_and_a_pull_request(clone: Path, end: str) -> None:
    folder = clone.parent
    stubs = {
        "gh": 'echo "$@" > ../asked',
        "papershelf": f'test "$1" != add || {{ echo "$3" > ../identifier; cp ../brought.md {ADDED}; }}',
    }
    for name, script in stubs.items():
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / "bin" / name).chmod(0o755)
    (folder / "brought.md").write_text(NEW, encoding="utf-8")
    form = ["### arXiv id, DOI or address", "", "2302.06675 --force $(touch ../ran)", "", "### Why?", "", "x"]
    github = "https://x-access-token:secret@github.com/owner/name.git"
    environment = {
        "BODY": end.join(form),
        "NUMBER": "7",
        "RUNNER_TEMP": str(folder / "runner"),
        "GH_TOKEN": "secret",
        "GITHUB_REPOSITORY": "owner/name",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{folder / 'bare.git'}.insteadOf",
        "GIT_CONFIG_VALUE_0": github,
    }
    workflow = clone / ".github/workflows/suggest.yml"
    asks = yaml.safe_load((clone / ".github/ISSUE_TEMPLATE/add-paper.yml").read_text(encoding="utf-8"))
    assert f"### {asks['body'][0]['attributes']['label']}" == form[0]
    assert f"startsWith(github.event.issue.body, '{form[0]}')" in workflow.read_text(encoding="utf-8")
    steps(workflow, **environment)
    assert (folder / "identifier").read_text() == "2302.06675\n"
    assert not (folder / "ran").exists()
    assert "--head suggestion-7" in (folder / "asked").read_text()
    assert NEW in run(f"git show suggestion-7:{ADDED}", folder / "bare.git")
