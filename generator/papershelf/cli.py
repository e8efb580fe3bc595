"""The command line: one row per command; what a command takes and does stands in its module."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from papershelf import __version__

COMMANDS = {
    "build": "papershelf.commands.build",
    "serve": "papershelf.commands.serve",
    "check": "papershelf.commands.check",
    "new": "papershelf.commands.new",
    "init": "papershelf.commands.init",
    "search": "papershelf.commands.search",
    "export": "papershelf.commands.export",
    "digest": "papershelf.commands.digest",
}
"""Name -> the module whose ``command`` it is. A module is imported when asked for: `check` need not wait for numpy."""


class _Commands(click.Group):
    """The rows of COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            if ctx.resilient_parsing:  # a shell completes words; it wants no advice
                return None
            raise click.exceptions.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx)
        command: click.Command = import_module(COMMANDS[name]).command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="papershelf")
def cli() -> None:
    """Build archives of research papers: static pages, with search in the reader's browser."""


def main() -> None:
    """Run the command line; the exit status is 0 (fine), 1 (problems in the content) or 2 (wrong use)."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for terminals that cannot show every name
    try:
        status = cli.main(standalone_mode=False) or 0
        sys.stdout.flush()
        sys.stderr.flush()
        # Not sys.exit: to free the million objects of a large archive one by one takes a second.
        os._exit(status)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
