"""A build from the content to the published site, step by step: read ``build_site`` from top to bottom."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import islice

from papershelf.checks import run_checks
from papershelf.config import SiteConfig
from papershelf.content.load import Content, Loaded, assembled, load
from papershelf.content.source import Found, find
from papershelf.lib.code import code_digest
from papershelf.lib.digest import fingerprint
from papershelf.model.output import Part
from papershelf.model.paper import papers_of
from papershelf.model.site import Site
from papershelf.pipeline import manifest, plan, publish, workers
from papershelf.pipeline.manifest import Manifest, PartEntry
from papershelf.pipeline.options import Options, Progress, RecordCache, Report
from papershelf.pipeline.outdated import Outdated, Touched, outdated, whole_reason
from papershelf.pipeline.stage import Job, Staged, stage, stage_here, told_once
from papershelf.pipeline.stat_scan import unknown_files
from papershelf.problems import Problem, errors
from papershelf.render.html import closure_digests, source_digest, unused_layouts
from papershelf.views.site_view import site_view

UNKNOWN_TOLD = 100  # files of unknown origin that are remembered


def build_site(
    options: Options,
    progress: Progress,
    record_cache: RecordCache,
    old: Manifest,
    found: Found,
    state: bytes,
    look: Callable[[], Touched],
) -> Report:
    """Build what is not as the last build, which left the manifest ``old``, made it.

    ``found`` is the content and ``state`` its digest by stat values; ``look`` waits for what was touched in the output.
    In the background run the look over the output (from before), the checks with the saving of what was read, and the
    bundles, which take longest.
    """
    record_cache.plan = None
    with ExitStack() as background:
        # Read the content.
        loaded = _load(options, found, record_cache)
        checks = partial(_check, loaded, found, options)
        checked = background.enter_context(workers.in_background(checks, options.jobs, low_priority=True))
        if errors(loaded.problems):
            return _failed([*loaded.problems, *checked()])

        # Join it to a site, and compare what all pages depend on.
        site = _site(loaded.content, options.base_url)
        new, broken_layouts = _manifest(site, options, old, state)
        everything = whole_reason(old, new, options.clean)
        touched = {} if everything or options.pages_first else look()

        # Plan the bundles, and begin those that are outdated.
        papers = papers_of(site)
        bundles = tuple(plan.bundles(papers))
        old_bundles, old_parts = _divided(old, {bundle.name for bundle in bundles})
        first = outdated(bundles, old_bundles, new, touched, everything, options)
        job = _job(options, site, new, first)
        jobs = options.jobs if first.parts else 1
        bundled = background.enter_context(workers.in_background(partial(stage_here, job), jobs))

        # Plan all other parts, and choose the outdated ones.
        parts = tuple(plan.parts(site, papers, options.layouts, whole=bool(everything)))
        record_cache.plan = (site, papers, parts)
        second = outdated(parts, old_parts, new, touched, everything, options)

        # Nothing is made of content that is wrong.
        new = replace(new, warnings=tuple(sorted([*loaded.problems, *checked(), *broken_layouts])))
        if errors(new.warnings):
            return _failed(new.warnings)

        # Make what is outdated, on all cores.
        work = _joined(first, second)
        # Where pages come first, to fork takes longer than the little there is to do.
        jobs = 1 if options.pages_first else options.jobs
        made: list[Staged] = []
        for staged in stage(replace(job, outdated=second), jobs):
            made.append(staged)
            progress.step(len(made), len(work.parts))
        made += bundled()
        progress.step(len(made), len(work.parts))

        # Look for what stands in the way: addresses claimed twice, files of others.
        entries = {part.name: old.parts[part.name] for part in work.current}
        entries |= {staged.name: staged.entry for staged in made}
        paths = {path for staged in made for path in manifest.paths(staged.entry)}
        stale = work.rows.keys() - paths
        problems = told_once(problem for staged in made for problem in staged.problems)
        problems += _clashes(site.config, work, entries, made, paths)
        problems += publish.obstacles(options.output, stale)
        if errors(problems):
            return _failed([*new.warnings, *problems])

        # Publish.
        unknown = old.unknown_files if old.parts else unknown_files(options.output, paths, publish.STAGE)
        there = (path for path in unknown if path not in paths and (options.output / path).exists())
        new = replace(new, parts=entries, unknown_files=tuple(islice(there, UNKNOWN_TOLD)))
        publish.publish(options.output, options.cache, new, stale)
        return Report(
            problems=new.warnings,
            total=sum(entry.files for entry in entries.values()),
            reasons=tuple(sorted([reason for staged in made for reason in staged.reasons])),
            removed=len(stale),
            unknown_files=new.unknown_files,
        )


def read_ahead(options: Options, record_cache: RecordCache) -> None:
    """Read the records before the next build asks for them."""
    found = find(options.root, options.content)
    record_cache.records = load(found, cache_dir=options.cache / "content").papers


def _failed(problems: Iterable[Problem]) -> Report:
    return Report(problems=tuple(sorted(problems)))


def _load(options: Options, found: Found, record_cache: RecordCache) -> Loaded:
    if options.clean:
        record_cache.records = None
        for kept in options.cache.iterdir():
            if kept.name != "manifest":  # which names the files that may be deleted
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    run = partial(workers.run, jobs=options.jobs)
    loaded = load(found, cache_dir=options.cache / "content", run=run, before=record_cache.records)
    record_cache.records = loaded.papers
    return loaded


def _check(loaded: Loaded, found: Found, options: Options) -> tuple[Problem, ...]:
    """Check the content, and save what was read for the next build."""
    if not options.pages_first:
        loaded.remember()
    return run_checks(loaded.content, found)


def _site(content: Content, base_url: str) -> Site:
    config = replace(content.config, url=base_url) if base_url else content.config
    return assembled(replace(content, config=config))


def _manifest(site: Site, options: Options, old: Manifest, state: bytes) -> tuple[Manifest, list[Problem]]:
    """Return the manifest without parts and warnings, and what is wrong with layouts."""
    sources = source_digest(options.layouts)
    same = old.layouts if sources == old.sources else None
    layouts, broken = (same, []) if same else closure_digests(options.layouts)
    broken += unused_layouts(options.layouts)
    settings = fingerprint((site.config, site_view(site)))
    new = Manifest(code=code_digest(), settings=settings, state=state, sources=sources, layouts=layouts)
    return new, broken


def _divided(old: Manifest, names: set[str]) -> tuple[Manifest, Manifest]:
    """Return the manifest with the parts so named only, and with the others."""
    some = {name: entry for name, entry in old.parts.items() if name in names}
    others = {name: entry for name, entry in old.parts.items() if name not in names}
    return replace(old, parts=some), replace(old, parts=others)


def _job(options: Options, site: Site, new: Manifest, work: Outdated) -> Job:
    return Job(
        outdated=work,
        config=site.config,
        site=site_view(site),
        folders=options.layouts,
        layouts=tuple(new.layouts.values()),
        cache=options.cache,
        stage=str(publish.stage_folder(options.output)),
    )


def _joined(first: Outdated, second: Outdated) -> Outdated:
    """Return what two plans have to do, as one."""
    return replace(
        second,
        parts=[*first.parts, *second.parts],
        current=[*first.current, *second.current],
        rows={**first.rows, **second.rows},
        input_digests={**first.input_digests, **second.input_digests},
    )


def _clashes(
    config: SiteConfig,
    work: Outdated,
    entries: Mapping[str, PartEntry],
    made: Sequence[Staged],
    paths: set[str],
) -> Iterable[Problem]:
    """Report addresses claimed twice; that there are none is told without a look at most parts.

    ``entries`` is what all parts leave, ``paths`` are those that the outdated ones do.
    """
    doubled = any(staged.doubled for staged in made) or sum(staged.entry.files for staged in made) > len(
        paths
    )
    new = paths - work.rows.keys()
    if not doubled and all(
        new.isdisjoint(manifest.paths(entries[part.name])) for part in work.current if new
    ):
        return ()
    claims: list[tuple[str, str]] = []
    for part in (*work.parts, *work.current):
        if isinstance(part, Part):
            claims += [(output.path, output.origin) for output in part.outputs(part.slice, config)]
        else:
            claims += [(path, "") for path in manifest.paths(entries[part.name])]
    return plan.clashes(claims)
