"""The site of an archive for commands that only read it: loaded and checked, nothing built."""

import gc
from functools import partial
from pathlib import Path

from papershelf.checks import run_checks
from papershelf.commands.archive import Archive
from papershelf.commands.archive import find as find_archive
from papershelf.commands.problem_report import print_problems
from papershelf.content.load import Content, assembled, load
from papershelf.content.source import find
from papershelf.model.site import Site
from papershelf.pipeline.options import LAYOUTS
from papershelf.pipeline.workers import default_jobs
from papershelf.pipeline.workers import run as run_tasks
from papershelf.problems import Problem, errors
from papershelf.render.html import closure_digests, unused_layouts


def inspect(folder: Path, content: Path | None) -> tuple[Archive, Content, list[Problem]]:
    """Return the archive in ``folder``, what it holds, and everything that is wrong with it."""
    gc.disable()  # a hundred thousand records, none of them garbage before the end
    archive = find_archive(folder, content)
    found = find(archive.root, archive.content)
    loaded = load(found, cache_dir=None, run=partial(run_tasks, jobs=default_jobs()))
    problems = [*loaded.problems, *run_checks(loaded.content, found)]
    if folders := _own_layouts(archive.root):
        problems += [*closure_digests(folders)[1], *unused_layouts(folders)]
    return archive, loaded.content, problems


def inspect_all(folder: Path, content: Path | None) -> tuple[Archive, Content, list[Problem]]:
    """Do what ``inspect`` does, and try the archive's own layouts on its pages where nothing else is wrong."""
    archive, read, problems = inspect(folder, content)
    if (folders := _own_layouts(archive.root)) and not errors(problems):
        # Imported here: without layouts of its own an archive is checked without all that makes pages.
        from papershelf.pipeline.trial import failures

        problems += failures(assembled(read), folders, default_jobs())
    return archive, read, problems


def _own_layouts(root: Path) -> tuple[Path, ...]:
    """Return where layouts are looked for; nowhere if the archive has none of its own."""
    own = root / "layouts"
    return (own.resolve(), LAYOUTS) if own.is_dir() and own.resolve() != LAYOUTS else ()


def open_site(folder: Path) -> Site | None:
    """Return the site of the archive in ``folder``; None, with its problems printed, where it has errors."""
    archive, content, problems = inspect(folder, None)
    if wrong := errors(problems):
        print_problems(wrong, archive, "text")
        return None
    return assembled(content)
