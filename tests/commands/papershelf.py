"""Commands as tests use them: looked at, or run in this process."""

from pathlib import Path

import click
from papershelf.cli import cli


def command(name: str) -> click.Command:
    """Return the command of that name."""
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def papershelf(*arguments: str | Path) -> int:
    """Return the exit status of a command; wrong use raises ``click.UsageError``."""
    return cli.main([str(argument) for argument in arguments], standalone_mode=False) or 0
