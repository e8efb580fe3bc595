"""The worker's part: find out which planned files have to be written, render those, and stage them."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build.manifest import Manifest, Row
from generator.build.reasons import Reason
from generator.build.renderers import renderers
from generator.build.workers import run
from generator.lib.digest import digest, fingerprint
from generator.model.output import Bundle, Output
from generator.model.site_view import SiteView
from generator.problems import Location, Problem

SPAN = 400
"""Outputs per task: long enough to drown the cost of a message, short enough to keep all workers busy to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Everything a worker needs; made before the workers are, and shared with them."""

    outputs: Sequence[Output]
    bundles: Sequence[Bundle]
    folders: tuple[Path, ...]
    """Where layouts are looked for."""
    site: SiteView
    old: Manifest
    layouts: Mapping[str, bytes]
    """Layout -> digest of its closure now."""
    everything: Reason | None
    """Why every file must be written, where there is such a reason."""
    output: str
    tree: str
    """Folders as text: a path object would be turned into one for every file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What became of one task."""

    written: dict[str, Row]
    """Paths that were staged; all other planned paths keep their old row."""
    reasons: tuple[tuple[str, Reason], ...]
    """Why each of them was."""
    size: int = 0
    """Planned files that this task was about."""
    problems: tuple[Problem, ...] = ()
    bundle: tuple[str, bytes, tuple[str, ...]] | None = None
    """Name, key and all paths of the bundle that this task was."""


def stage(job: Job, jobs: int) -> Iterable[Staged]:
    """Stage everything that has to be written, on ``jobs`` processes; results come in no particular order."""
    _made.clear()
    spans = [slice(start, start + SPAN) for start in range(0, len(job.outputs), SPAN)]
    tasks: list[Bundle | slice] = [*job.bundles, *spans]
    return run(partial(_work, job), tasks, jobs)


def _work(job: Job, task: "Bundle | slice") -> Staged:
    return _bundle(job, task) if isinstance(task, Bundle) else _span(job, job.outputs[task])


def _span(job: Job, outputs: Sequence[Output]) -> Staged:
    rows: dict[str, Row] = {}
    reasons = []
    problems = []
    render = renderers(job.folders, job.site, tuple(job.layouts.values()))
    for output in outputs:
        key = fingerprint((output.renderer, output.layout, output.view))
        old = job.old.rows.get(output.path)
        reason = _reason(job, output, key, old)
        if reason is None:
            continue
        try:
            data = render[output.renderer](output)
        except (
            Exception
        ) as error:  # a layout may fail in any way; whoever wrote it needs the file and the page
            problems.append(_failure(output, error))
            continue
        rows[output.path] = _write(job.tree, output.path, data, key)
        reasons.append((output.path, reason))
    return Staged(written=rows, reasons=tuple(reasons), size=len(outputs), problems=tuple(problems))


def _reason(job: Job, output: Output, key: bytes, old: Row | None) -> Reason | None:
    if old is None:
        return Reason.NEW
    if job.everything:
        return job.everything
    if old.key != key:
        return Reason.CONTENT
    if output.layout and job.layouts[output.layout] != job.old.layouts.get(output.layout):
        return Reason.LAYOUT
    return None if _stands(job.output, output.path, old) else Reason.TOUCHED


def _bundle(job: Job, bundle: Bundle) -> Staged:
    key = fingerprint(bundle.view)
    old_key, paths = job.old.bundles.get(bundle.name, (b"", ()))
    reason = job.everything or (Reason.NEW if not old_key else Reason.CONTENT if key != old_key else None)
    if reason is None:
        if all(_stands(job.output, path, job.old.rows[path]) for path in paths):
            return Staged(written={}, reasons=(), bundle=(bundle.name, key, paths))
        reason = Reason.TOUCHED
    made = []
    rows: dict[str, Row] = {}
    for path, data in bundle.make():
        made.append(path)
        content = digest(data)
        old = job.old.rows.get(path)
        if old is None or old.key != content or not _stands(job.output, path, old):
            rows[path] = _write(job.tree, path, data, content)
    return Staged(
        written=rows, reasons=tuple((path, reason) for path in rows), bundle=(bundle.name, key, tuple(made))
    )


def _stands(output: str, path: str, row: Row) -> bool:
    try:
        stat = os.lstat(f"{output}/{path}")
    except OSError:
        return False
    return stat.st_mtime_ns == row.mtime and stat.st_size == row.size


_made: set[str] = set()


def _write(tree: str, path: str, data: bytes, key: bytes) -> Row:
    target = f"{tree}/{path}"
    folder = target.rpartition("/")[0]
    if folder not in _made:
        try:
            os.mkdir(folder)
        except OSError:
            os.makedirs(folder, exist_ok=True)
        _made.add(folder)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        stat = os.fstat(handle)
    finally:
        os.close(handle)
    return Row(key, stat.st_size, stat.st_mtime_ns)


def _failure(output: Output, error: Exception) -> Problem:
    where = output.layout and f"layouts/{output.layout}"
    line = getattr(error, "lineno", None) or _template_line(error)
    return Problem(
        location=Location(path=where or output.origin or output.path, line=line),
        message=f"{output.path} cannot be rendered: {type(error).__name__}: {str(error)[:300]}",
        advice=f"the page comes from {output.origin}" if output.origin and where else "",
    )


def _template_line(error: Exception) -> int:
    """Give the line of the innermost template frame of a traceback, 0 where there is none."""
    line, trace = 0, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
