"""The site of an archive for commands that only read it: loaded and checked, nothing built."""

import gc
from functools import partial
from pathlib import Path

from generator.build.workers import default_jobs
from generator.build.workers import run as run_tasks
from generator.checks import run_checks
from generator.commands.archive import Archive
from generator.commands.archive import find as find_archive
from generator.commands.problem_report import print_problems
from generator.content.load import Content, load
from generator.content.source import find
from generator.model.site import Site, assemble
from generator.problems import Problem, errors


def inspect(folder: Path, content: Path | None) -> tuple[Archive, Content, list[Problem]]:
    """Give the archive in ``folder``, what it holds, and everything that is wrong with it."""
    gc.disable()  # a hundred thousand records, none of them garbage before the end
    archive = find_archive(folder, content)
    found = find(archive.root, archive.content)
    loaded = load(found, memory=None, run=partial(run_tasks, jobs=default_jobs()))
    return archive, loaded.content, [*loaded.problems, *run_checks(loaded.content, found)]


def open_site(folder: Path) -> Site | None:
    """Give the site of the archive in ``folder``; None, with its problems printed, where it has errors."""
    archive, content, problems = inspect(folder, None)
    if wrong := errors(problems):
        print_problems(wrong, archive, "text")
        return None
    return assemble(
        content.config, content.records, content.people, content.venues, content.pages, content.statics
    )
