"""The site of an archive for commands that only read it: loaded and checked, nothing built."""

import gc
from functools import partial
from pathlib import Path

from generator.build.workers import default_jobs
from generator.build.workers import run as run_tasks
from generator.checks import run_checks
from generator.commands.archive import find as find_archive
from generator.commands.problem_report import print_problems
from generator.content.load import load
from generator.content.source import find
from generator.model.site import Site, assemble
from generator.problems import errors


def open_site(folder: Path) -> Site | None:
    """Give the site of the archive in ``folder``; None, with its problems printed, where it has errors."""
    gc.disable()  # records live to the end of the process
    archive = find_archive(folder, None)
    found = find(archive.root, archive.content)
    loaded = load(found, memory=None, run=partial(run_tasks, jobs=default_jobs()))
    content = loaded.content
    wrong = errors([*loaded.problems, *run_checks(content, found)])
    if wrong:
        print_problems(wrong, archive, "text")
        return None
    return assemble(
        content.config, content.records, content.people, content.venues, content.pages, content.statics
    )
