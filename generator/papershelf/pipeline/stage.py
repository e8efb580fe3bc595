"""The worker's part: find out which planned files have to be written, render those, and stage them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from papershelf.config import SiteConfig
from papershelf.lib.digest import digest, fingerprint
from papershelf.model.output import Bundle, Output, Part
from papershelf.pipeline.manifest import PartEntry, Row, pack
from papershelf.pipeline.outdated import Outdated
from papershelf.pipeline.reasons import Reason
from papershelf.pipeline.renderers import compile_layouts, renderers
from papershelf.pipeline.workers import run
from papershelf.problems import Location, Problem
from papershelf.render.html import error_place
from papershelf.views.site_view import SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker needs besides the part it works on; made before the workers are, and shared with them."""

    outdated: Outdated
    config: SiteConfig
    site: SiteView
    folders: tuple[Path, ...]
    """Where layouts are looked for."""
    layouts: tuple[bytes, ...]
    """Digests of all layouts now."""
    cache: Path
    """Folder of what is kept from build to build: compiled layouts, the work of bundles."""
    stage: str
    """Folder of the stage, as text: a path object would be turned into one for every file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What became of one part."""

    name: str
    entry: PartEntry
    reasons: tuple[tuple[str, Reason], ...]
    """Paths that were staged, and why."""
    problems: tuple[Problem, ...] = ()
    doubled: bool = False
    """Whether two of its outputs claim one path."""


def stage_here(job: Job) -> list[Staged]:
    """Stage everything that has to be written, in this process."""
    return [_stage(job, part) for part in job.outdated.parts]


def stage(job: Job, jobs: int) -> Iterable[Staged]:
    """Stage everything that has to be written, on ``jobs`` processes; results come in no particular order."""
    if job.outdated.everything:  # an edit needs few layouts, which workers compile as they come
        compile_layouts(job.folders, job.layouts, job.cache / "layouts")
    return run(partial(_stage, job), job.outdated.parts, jobs)


def _stage(job: Job, part: Part | Bundle) -> Staged:
    rows: dict[str, Row] = {}
    reasons: list[tuple[str, Reason]] = []
    problems: list[Problem] = []
    files = _bundle(job, part) if isinstance(part, Bundle) else _part(job, part, problems)
    doubled = False
    folders: set[str] = set()
    for path, key, reason, data in files:
        doubled |= path in rows
        if reason is None:
            rows[path] = job.outdated.rows[path]
        else:
            rows[path] = _write(job.stage, path, data, key, folders)
            reasons.append((path, reason))
    return Staged(
        name=part.name,
        entry=pack(part.input_digest, rows),
        reasons=tuple(reasons),
        problems=tuple(told_once(problems)),
        doubled=doubled,
    )


def _part(job: Job, part: Part, problems: list[Problem]) -> Iterator[tuple[str, bytes, Reason | None, bytes]]:
    """Yield path, key, why it has to be written if so, and then the bytes of every file of a part."""
    render = renderers(job.folders, job.site, job.layouts, job.cache / "layouts")
    for output in part.outputs(part.slice, job.config):
        key = fingerprint((output.renderer, output.layout, output.view))
        reason = _reason(job, output, key)
        data = b""
        if reason:
            try:
                data = render[output.renderer](output)
            except Exception as error:  # a layout may fail in any way; its writer needs the file and the page
                problems.append(failure(output, error))
        yield output.path, key, reason, data


def _reason(job: Job, output: Output, key: bytes) -> Reason | None:
    old = job.outdated.rows.get(output.path)
    if old is None:
        return Reason.NEW
    if job.outdated.everything:
        return job.outdated.everything
    if old.key != key:
        return Reason.CONTENT
    if output.layout in job.outdated.layouts:
        return Reason.LAYOUT
    return Reason.TOUCHED if output.path in job.outdated.touched else None


def _bundle(job: Job, bundle: Bundle) -> Iterator[tuple[str, bytes, Reason | None, bytes]]:
    """Yield path, key, why it has to be written if so, and the bytes of every file of a bundle."""
    same_input = job.outdated.input_digests.get(bundle.name) == bundle.input_digest
    why = job.outdated.everything or (Reason.TOUCHED if same_input else Reason.CONTENT)
    for path, data in bundle.files(bundle.slice, job.config, job.cache / bundle.name):
        key, old = digest(data), job.outdated.rows.get(path)
        stands = old is not None and old.key == key and path not in job.outdated.touched
        reason = None if stands and not job.outdated.everything else why
        yield path, key, reason if old else Reason.NEW, data


def _write(stage: str, path: str, data: bytes, key: bytes, folders: set[str]) -> Row:
    """Write a file, and its folder unless that is one of ``folders``, which gets it."""
    target = f"{stage}/{path}"
    folder = target.rpartition("/")[0]
    if folder not in folders:
        folders.add(folder)
        try:  # most files are the first of their folder
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        stat = os.fstat(handle)
    finally:
        os.close(handle)
    return Row(key, stat.st_size, stat.st_mtime_ns)


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems of pages sorted, of those that a layout fails on alike only the first."""
    first: dict[tuple[Location, str], Problem] = {}
    for problem in sorted(problems):
        first.setdefault((problem.location, problem.message.partition(": ")[2]), problem)
    return list(first.values())


def failure(output: Output, error: Exception) -> Problem:
    """Return the problem of a page that its renderer failed on."""
    layout, line = error_place(error, output.layout)
    where = layout and f"layouts/{layout}"
    reason = f"{type(error).__name__}: {str(error)[:300]}"
    if isinstance(error, RecursionError):
        reason = "a layout extends, includes or calls itself, or others that lead back to it"
    return Problem(
        location=Location(path=where or output.origin or output.path, line=line),
        message=f"{output.path} cannot be rendered: {reason}",
        advice=f"the page comes from {output.origin}" if output.origin and where else "",
        code="layout",
    )
