"""``papershelf check``: read and check everything, build nothing."""

import sys
import textwrap
from collections import Counter
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.explanations import EXPLANATIONS
from papershelf.commands.problem_report import counted, print_problems
from papershelf.commands.site import inspect, inspect_all
from papershelf.content.mend import edits, mend
from papershelf.content.source import on_disk
from papershelf.lib.terminal import say
from papershelf.lib.text import printable
from papershelf.problems import errors

MAX_ROUNDS = 5  # of mending


@click.command("check")
@arguments.site
@arguments.content
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="Form of the problems: for people, annotations on GitHub, programs, code scanning.",
)
@click.option("--fix", is_flag=True, help="Mend what is certain in the files, then check.")
@click.option(
    "--explain", "code", metavar="CODE", help="Tell what a problem's code, shown in brackets, means."
)
def command(site: Path, content: Path | None, style: str, fix: bool, code: str | None) -> int:
    """Check everything and report all problems by place.

    \b
    Examples:
      papershelf check
      papershelf check --format github
      papershelf check --site ../archive --format json
      papershelf check --fix
      papershelf check --explain cut-text
    """
    if code:
        return _explain(code)
    if fix:
        _fix(site, content)
    archive, read, problems = inspect_all(site, content)
    print_problems(problems, archive, style)
    if style == "text" and not errors(problems):
        say(f"{counted(len(read.records), 'record')} checked: no errors")
    return 1 if errors(problems) else 0


def _explain(code: str) -> int:
    if code not in EXPLANATIONS:
        raise click.BadParameter(f"there is no {code!r}; codes: {', '.join(EXPLANATIONS)}")
    say(textwrap.fill(f"{code}: {EXPLANATIONS[code]}", 100))
    return 0


def _fix(site: Path, content: Path | None) -> None:
    """Mend until nothing more is certain: a mended value may show the next problem."""
    mended: Counter[str] = Counter()
    for _ in range(MAX_ROUNDS):
        archive, _, problems = inspect(site, content)
        changes = edits(problems)
        for path, some in changes.items():
            file = Path(on_disk(path, archive.root, archive.content))
            mend(file, some)
            mended[str(file)] += len(some)
        if not changes:
            break
    for name, number in sorted(mended.items()):
        say(f"{printable(name, 1_000)}: {counted(number, 'problem')} mended", file=sys.stderr)
