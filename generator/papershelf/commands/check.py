"""``papershelf check``: read and check everything, build nothing."""

from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.problem_report import counted, print_problems
from papershelf.commands.site import inspect
from papershelf.problems import errors


@click.command("check")
@arguments.site
@arguments.content
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="Form of the problems: for people, for annotations on GitHub, for programs.",
)
def command(site: Path, content: Path | None, style: str) -> int:
    """Check everything and report all problems by place.

    \b
    Examples:
      papershelf check
      papershelf check --format github
      papershelf check --site ../archive --format json
    """
    archive, read, problems = inspect(site, content)
    print_problems(problems, archive, style)
    if style == "text" and not errors(problems):
        print(f"{counted(len(read.records), 'record')} checked: no errors")
    return 1 if errors(problems) else 0
