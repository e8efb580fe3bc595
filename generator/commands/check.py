"""``papershelf check``: read and check everything, build nothing."""

import gc
from functools import partial
from pathlib import Path

from generator.build.workers import default_jobs
from generator.build.workers import run as run_tasks
from generator.checks import run_checks
from generator.commands.archive import find as find_archive
from generator.commands.problem_report import counted, print_problems
from generator.content.load import load
from generator.content.source import find
from generator.problems import errors


def run(site: Path, content: Path | None, *, style: str) -> int:
    """Check the archive in ``site`` and print every problem; gives 1 if one of them is an error."""
    gc.disable()  # a hundred thousand records, none of them garbage before the end
    archive = find_archive(site, content)
    found = find(archive.root, archive.content)
    loaded = load(found, memory=None, run=partial(run_tasks, jobs=default_jobs()))
    problems = [*loaded.problems, *run_checks(loaded.content, found)]
    print_problems(problems, archive, style)
    if style == "text" and not errors(problems):
        print(f"{counted(len(loaded.content.records), 'record')} checked: no errors")
    return 1 if errors(problems) else 0
