"""Bring a site to what its content says: load, check, plan, stage, publish."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from papershelf.checks import run_checks
from papershelf.content.load import Content, Loaded, load
from papershelf.content.source import Found, find
from papershelf.lib.code import code_digest
from papershelf.lib.digest import fingerprint
from papershelf.model.output import Part
from papershelf.model.paper import papers_of
from papershelf.model.site import Site, assemble
from papershelf.model.site_view import site_view
from papershelf.pipeline import manifest, publish, workers
from papershelf.pipeline.manifest import Manifest, PartEntry
from papershelf.pipeline.options import Options, RecordCache, Report, Watch
from papershelf.pipeline.outdated import Work, choose, joined
from papershelf.pipeline.plan import bundles, clashes, parts
from papershelf.pipeline.reasons import Reason
from papershelf.pipeline.stage import Job, Staged, stage, stage_all
from papershelf.problems import Problem, errors
from papershelf.render.html import closure_digests, source_digest

_held: list[object] = []
"""What the last build read and planned; held until the next one, since a command that ends need not free it."""


def renew(
    options: Options,
    watch: Watch,
    held: RecordCache,
    old: Manifest,
    found: Found,
    state: bytes,
    touched: Callable[[], dict[str, frozenset[str]]],
) -> Report:
    """Build what is not as the last build left it; see ``fresh`` for ``state`` and ``touched``."""
    _held.clear()
    run = partial(workers.run, jobs=options.jobs)
    loaded = load(found, cache_dir=options.cache / "content", run=run, before=held.papers)
    held.papers = loaded.papers
    _held.append(loaded)
    with workers.in_background(
        partial(_look, loaded, found, options), options.jobs, low_priority=True
    ) as looked:
        if errors(loaded.problems):
            report = Report(problems=tuple(sorted([*loaded.problems, *looked()])))
        else:
            site = _site(loaded.content, options.base_url)
            new, broken = _manifest(site, options, old, state)

            def problems() -> tuple[Problem, ...]:
                return tuple(sorted([*loaded.problems, *looked(), *broken]))

            report = _renew(options, watch, old, new, site, touched, problems)
    if report.failed:
        publish.discard(options.output)
    return report


def prepare(options: Options, held: RecordCache) -> None:
    """Read the records before the next build asks for them."""
    held.papers = load(find(options.root, options.content), cache_dir=options.cache / "content").papers


def _look(loaded: Loaded, found: Found, options: Options) -> tuple[Problem, ...]:
    """Check the content, and note for the next build what was read."""
    if not options.pages_first:
        loaded.remember()
    return run_checks(loaded.content, found)


def _manifest(site: Site, options: Options, old: Manifest, state: bytes) -> tuple[Manifest, list[Problem]]:
    """Return the manifest without parts and warnings, and what is wrong with layouts."""
    sources = source_digest(options.layouts)
    known = old.layouts if sources == old.sources else None
    layouts, broken = (known, []) if known else closure_digests(options.layouts)
    settings = fingerprint((site.config, site_view(site)))
    return Manifest(
        code=code_digest(), settings=settings, state=state, sources=sources, layouts=layouts
    ), broken


def _renew(
    options: Options,
    watch: Watch,
    old: Manifest,
    new: Manifest,
    site: Site,
    touched: Callable[[], dict[str, frozenset[str]]],
    problems: Callable[[], tuple[Problem, ...]],
) -> Report:
    """Plan, stage and publish.

    Bundles, which take longest, are made beside the planning of all else; where all is to be made, planning is the
    least of it, and one process less is quicker.
    """
    papers = papers_of(site)
    together = tuple(bundles(site, papers, options.cache))
    names = {bundle.name for bundle in together}
    old_bundles = {name: kept for name, kept in old.parts.items() if name in names}
    first = choose(together, replace(old, parts=old_bundles), new, touched, options)
    job = Job(
        work=first,
        folders=options.layouts,
        site=site_view(site),
        layouts=tuple(new.layouts.values()),
        cache_dir=options.cache / "layouts",
        tree=str(publish.stage_tree(options.output)),
    )
    early = bool(first.parts and not first.everything)
    with workers.in_background(partial(stage_all, job), options.jobs if early else 1) as begun:
        others = tuple(parts(site, papers, options.layouts, whole=bool(first.everything)))
        _held.extend((site, papers, others))
        old_others = {name: kept for name, kept in old.parts.items() if name not in names}
        second = choose(others, replace(old, parts=old_others), new, touched, options)
        new = replace(new, warnings=problems())
        if errors(new.warnings):
            return Report(problems=new.warnings)
        work = joined(first, second)

        def staged() -> Iterator[Staged]:
            yield from stage(replace(job, work=second if early else work), _jobs_for_little(options))
            if early:
                yield from begun()

        return _publish(options, watch, old, new, work, staged())


def _jobs_for_little(options: Options) -> int:
    """Return one job in a pages_first: to fork takes longer than the little there is to do."""
    return 1 if options.pages_first else options.jobs


def _site(content: Content, base_url: str) -> Site:
    config = content.config
    if base_url:
        config = replace(config, url=base_url if base_url.endswith("/") else base_url + "/")
    return assemble(config, content.records, content.people, content.venues, content.pages, content.statics)


def _publish(
    options: Options, watch: Watch, old: Manifest, new: Manifest, work: Work, results: Iterable[Staged]
) -> Report:
    """Gather what was staged, and publish it if nothing is wrong with it."""
    kept = {part.name: old.parts[part.name] for part in work.standing}
    planned: dict[str, PartEntry] = {}
    reasons: list[tuple[str, Reason]] = []
    problems: list[Problem] = []
    doubled = False
    for staged in results:
        planned[staged.name] = staged.kept
        reasons += staged.reasons
        problems += staged.problems
        doubled |= staged.doubled
        watch.progress(len(planned), len(work.parts))
    paths = [path for part in planned.values() for path in manifest.paths(part)]
    problems += _clashes(work, planned | kept, paths, doubled)
    if errors(problems):
        return Report(problems=tuple(sorted([*new.warnings, *problems])))
    new = replace(new, parts=kept | planned)
    stale = work.old.keys() - set(paths)
    unknown_files = _unknown_files(options.output, set(paths)) if not old.parts else ()
    publish.publish(options.output, options.manifest, new, stale)
    return Report(
        problems=new.warnings,
        total=sum(part.files for part in new.parts.values()),
        reasons=tuple(sorted(reasons)),
        removed=len(stale),
        unknown_files=unknown_files,
    )


def _clashes(work: Work, kept: dict[str, PartEntry], paths: list[str], doubled: bool) -> Iterable[Problem]:
    """Report addresses claimed twice; that there are none is told without a look at most parts.

    ``kept`` is what all parts leave, ``paths`` what those of ``work.parts`` do.
    """
    new = set(paths) - work.old.keys()
    clear = not doubled and len(set(paths)) == len(paths)
    if clear and all(new.isdisjoint(manifest.paths(kept[part.name])) for part in work.standing if new):
        return ()
    claims: list[tuple[str, str]] = []
    for part in (*work.parts, *work.standing):
        if isinstance(part, Part):
            claims += [(output.path, output.origin) for output in part.plan()]
        else:
            claims += [(path, "") for path in manifest.paths(kept[part.name])]
    return clashes(claims)


def _unknown_files(output: Path, known: set[str]) -> tuple[str, ...]:
    """Return up to three files that stand in the output already, though no manifest names them and this build won't."""
    found = []
    for folder, folders, names in os.walk(output):
        if publish.STAGE in folders:
            folders.remove(publish.STAGE)
        for name in names:
            path = Path(folder, name).relative_to(output).as_posix()
            if path not in known:
                found.append(path)
                if len(found) == 3:
                    return tuple(found)
    return tuple(found)
