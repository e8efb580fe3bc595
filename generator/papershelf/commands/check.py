"""``papershelf check``: read and check everything, build nothing."""

from pathlib import Path

from papershelf.commands.problem_report import counted, print_problems
from papershelf.commands.site import inspect
from papershelf.problems import errors


def run(site: Path, content: Path | None, *, style: str) -> int:
    """Check the archive in ``site`` and print every problem; gives 1 if one of them is an error."""
    archive, read, problems = inspect(site, content)
    print_problems(problems, archive, style)
    if style == "text" and not errors(problems):
        print(f"{counted(len(read.records), 'record')} checked: no errors")
    return 1 if errors(problems) else 0
