"""The command line as a whole: what `--help` says, and what a command does not wait for."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from papershelf.cli import COMMANDS

from tests.commands.papershelf import command, papershelf

HEAVY = {"numpy", "rich", "bibtexparser", "lunr"}
"""Modules that take longer to import than a small archive to check or to find unchanged."""
WITHOUT = {"build": HEAVY, "check": HEAVY, "new": HEAVY | {"jinja2"}, "init": HEAVY | {"jinja2"}}


def test_every_row_is_the_command_of_its_name() -> None:
    assert {name: command(name).name for name in COMMANDS} == {name: name for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples_that_the_command_takes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = command(name)
    text = found.get_help(click.Context(found, info_name=name))
    examples = re.findall(r"^    papershelf (.+)$", text.partition("Examples:")[2], re.MULTILINE)
    assert len(examples) >= 2
    for example in examples:
        first, *arguments = shlex.split(example)
        assert first == name
        for path in (Path(argument) for argument in arguments if "." in argument and ":" not in argument):
            (path.parent if path.suffix else path).mkdir(parents=True, exist_ok=True)
            if path.suffix:  # some commands ask for files that are there
                path.touch()
        found.make_context(name, arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_shows_whole_sentences(name: str) -> None:
    summary = command(name).get_short_help_str(limit=60)
    assert summary.endswith(".")
    assert not summary.endswith("...")


def test_a_mistyped_command_is_wrong_use() -> None:
    with pytest.raises(click.UsageError) as mistake:
        papershelf("chek")
    assert mistake.value.format_message() == "No such command 'chek'. Did you mean 'check'?"


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_a_command_does_not_wait_for_what_it_does_not_need(name: str) -> None:
    program = f"import sys, {COMMANDS[name]}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) & WITHOUT[name] == set()
