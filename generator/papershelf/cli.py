"""The command line: one row per command; what a command takes and does stands in its module."""

import os
import sys
import traceback
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path

import click

from papershelf import __version__
from papershelf.lib.terminal import say
from papershelf.lib.text import printable

MAX_LINE = 1_000  # characters told of an exception that nobody foresaw
COMMANDS = {
    "build": "papershelf.commands.build",
    "serve": "papershelf.commands.serve",
    "check": "papershelf.commands.check",
    "new": "papershelf.commands.new",
    "add": "papershelf.commands.add",
    "import": "papershelf.commands.import_papers",
    "init": "papershelf.commands.init",
    "upgrade": "papershelf.commands.upgrade",
    "search": "papershelf.commands.search",
    "export": "papershelf.commands.export",
    "cite-check": "papershelf.commands.cite_check",
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
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # it was closed: what is said goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for terminals that cannot show every name
    try:
        status = cli.main(standalone_mode=False) or 0
        sys.stdout.flush()
        sys.stderr.flush()
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        say(shown.getvalue().rstrip("\n"), file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:  # nobody listens any more
        status = 1
    except Exception as error:
        if os.environ.get("PAPERSHELF_TRACEBACK"):
            raise
        say(unforeseen(error), file=sys.stderr)
        status = 1
    # Not sys.exit: to free the million objects of a large archive one by one takes a second.
    os._exit(status)


def unforeseen(error: Exception) -> str:
    """Return one line about an exception that nobody foresaw: what was in hand, and how to report it.

    What was in hand is told by notes on the exception (PEP 678).
    """
    hand = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    if isinstance(error, OSError):
        file = f"{error.filename}: " if error.filename else ""
        return printable(f"papershelf: error: {file}{error.strerror or error}{hand}", MAX_LINE)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    what = f"{type(error).__name__}: {error}{place}{hand}"
    return printable(f"papershelf: this should not happen: {what}", MAX_LINE) + (
        "; please report this line and the file, with what PAPERSHELF_TRACEBACK=1 in the environment adds"
    )
