"""A build from beginning to end: find, load, check, plan, stage, publish."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build import fresh, manifest, publish, workers
from generator.build.manifest import Manifest
from generator.build.plan import Plan, clashes, plan
from generator.build.reasons import Reason
from generator.build.stage import Job, stage
from generator.checks import run_checks
from generator.content.load import Content, load
from generator.content.source import find
from generator.lib.code import code_digest
from generator.lib.digest import digest, fingerprint
from generator.model.site import Site, assemble
from generator.model.site_view import SiteView, site_view
from generator.problems import Problem, errors
from generator.render.html import closure_digest, load_layouts

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for."""

    root: Path
    """The archive's folder, which holds ``site.yaml``."""
    content: Path
    output: Path
    clean: bool = False
    """Render everything, trust nothing from before."""
    jobs: int = 1
    base_url: str = ""
    """Stands in for ``url`` of ``site.yaml`` where given."""

    @property
    def layouts(self) -> tuple[Path, ...]:
        """The archive's own layouts, if it has any, go before the generator's."""
        own = (self.root / "layouts").resolve()
        return (LAYOUTS,) if own == LAYOUTS else (own, LAYOUTS)

    @property
    def cache(self) -> Path:
        """Folder of what is kept from one build of this content into this output to the next."""
        place = f"{self.content.resolve()}\n{self.output.resolve()}".encode()
        return self.root / ".cache" / "papershelf" / digest(place).hex()[:12]

    @property
    def manifest(self) -> Path:
        """File of the manifest."""
        return self.cache / "manifest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    problems: tuple[Problem, ...] = ()
    total: int = 0
    """Files the site consists of."""
    reasons: tuple[tuple[str, Reason], ...] = ()
    """Files written, and why, sorted by path."""
    removed: int = 0
    repaired: bool = False
    """Whether a killed build was finished first."""
    strangers: tuple[str, ...] = ()
    """A few files in ``output/`` that no build is known to have written."""

    @property
    def failed(self) -> bool:
        """Whether nothing was published."""
        return bool(errors(self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How a build tells what it is doing."""

    waiting: Callable[[], None] = lambda: None
    """Another build holds the output."""
    progress: Callable[[int, int], None] = lambda done, total: None
    """So many of all files are looked at and, where need be, written."""


def build(options: Options, watch: Watch | None = None) -> Report:
    """Bring ``output/`` to what the content says, all or nothing; raises ``OSError`` where the disk refuses."""
    watch = watch or Watch()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.cache / "lock", watch.waiting), _no_collector():
        repaired = publish.repair(options.output, options.manifest)
        try:
            return replace(_build(options, watch), repaired=repaired)
        except OSError:
            if not publish.decided(options.output):
                publish.discard(options.output)
            raise


@contextmanager
def _alone(lock_file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    lock = FileLock(lock_file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _no_collector() -> Iterator[None]:
    """Stop the cyclic garbage collector: a build makes millions of objects that live to its end, and no cycles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _build(options: Options, watch: Watch) -> Report:
    old = manifest.read(options.manifest)
    found = find(options.root, options.content)
    state = fresh.state(found, options.layouts, options.base_url)
    if (
        state
        and state == old.state
        and not options.clean
        and fresh.stand(options.output, old.rows, options.jobs)
    ):
        return Report(problems=old.warnings, total=len(old.rows))
    run = partial(workers.run, jobs=options.jobs)
    loaded = load(found, memory=options.cache / "content", run=run)
    problems = sorted([*loaded.problems, *run_checks(loaded.content, found)])
    if errors(problems):
        return Report(problems=tuple(problems))
    site = _site(loaded.content, options.base_url)
    planned = plan(site, options.layouts, options.cache)
    problems += clashes(planned.outputs)
    if errors(problems):
        return Report(problems=tuple(problems))
    return _render(options, watch, old, planned, site, state, problems)


def _site(content: Content, base_url: str) -> Site:
    config = content.config
    if base_url:
        config = replace(config, url=base_url if base_url.endswith("/") else base_url + "/")
    return assemble(config, content.records, content.people, content.venues, content.pages, content.statics)


def _render(
    options: Options,
    watch: Watch,
    old: Manifest,
    planned: Plan,
    site: Site,
    state: bytes,
    problems: list[Problem],
) -> Report:
    view = site_view(site)
    job = _job(options, old, planned, site, view)
    total = len(planned.outputs)
    written: dict[str, manifest.Row] = {}
    bundles: dict[str, tuple[bytes, tuple[str, ...]]] = {}
    reasons: list[tuple[str, Reason]] = []
    done = 0
    for staged in stage(job, options.jobs):
        written |= staged.written
        reasons += staged.reasons
        problems += staged.problems
        done += staged.size
        if staged.bundle:
            name, key, made = staged.bundle
            bundles[name] = (key, made)
        watch.progress(done, total)
    if errors(problems):
        publish.discard(options.output)
        return Report(problems=tuple(sorted(problems)))
    paths = [output.path for output in planned.outputs]
    paths += [path for _, names in bundles.values() for path in names]
    rows = {path: written.get(path) or old.rows[path] for path in paths}
    new = Manifest(
        code=code_digest(),
        settings=fingerprint((site.config, view)),
        state=state,
        layouts=dict(job.layouts),
        bundles=bundles,
        rows=rows,
        warnings=tuple(problems),
    )
    stale = old.rows.keys() - rows.keys()
    strangers = _strangers(options.output, rows) if not old.rows else ()
    publish.publish(options.output, options.manifest, new, stale)
    return Report(
        problems=tuple(problems),
        total=len(rows),
        reasons=tuple(sorted(reasons)),
        removed=len(stale),
        strangers=strangers,
    )


def _job(options: Options, old: Manifest, planned: Plan, site: Site, view: SiteView) -> Job:
    layouts = load_layouts(options.layouts)
    used = sorted({output.layout for output in planned.outputs if output.layout})
    everything = None
    if options.clean:
        everything = Reason.CLEAN
    elif old.code != code_digest():
        everything = Reason.CODE
    elif old.settings != fingerprint((site.config, view)):
        everything = Reason.SETTINGS
    return Job(
        outputs=planned.outputs,
        bundles=planned.bundles,
        folders=options.layouts,
        site=view,
        old=old,
        layouts={name: closure_digest(layouts, name) for name in used},
        everything=everything,
        output=str(options.output),
        tree=str(publish.stage_tree(options.output)),
    )


def _strangers(output: Path, rows: dict[str, manifest.Row]) -> tuple[str, ...]:
    """Give up to three files that stand in the output already, though no manifest names them and this build won't."""
    found = []
    for folder, folders, names in os.walk(output):
        if publish.STAGE in folders:
            folders.remove(publish.STAGE)
        for name in names:
            path = Path(folder, name).relative_to(output).as_posix()
            if path not in rows:
                found.append(path)
                if len(found) == 3:
                    return tuple(found)
    return tuple(found)
