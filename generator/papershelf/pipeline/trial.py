"""Pages of the archive's own layouts, rendered and thrown away: so `check` tells what a build would fail on."""

from functools import lru_cache, partial
from pathlib import Path

from papershelf.config import SiteConfig
from papershelf.model.output import Output, Part
from papershelf.model.paper import papers_of
from papershelf.model.site import Site
from papershelf.pipeline import plan
from papershelf.pipeline.stage import failure, told_once
from papershelf.pipeline.workers import run
from papershelf.problems import Problem
from papershelf.render.html import closure_digests, load_layouts, renderer
from papershelf.views.site_view import SiteView, site_view


def failures(site: Site, layouts: tuple[Path, ...], jobs: int) -> list[Problem]:
    """Return what is wrong with pages whose layouts are not the generator's alone, the last of ``layouts``."""
    built_in, all_of_them = closure_digests(layouts[-1:])[0], closure_digests(layouts)[0]
    own = frozenset(name for name, mark in all_of_them.items() if built_in.get(name) != mark)
    if not own:
        return []
    parts = tuple(plan.parts(site, papers_of(site), layouts, whole=True))
    task = partial(_try, site.config, site_view(site), layouts, own)
    return told_once([problem for found in run(task, parts, jobs) for problem in found])


def _try(
    config: SiteConfig, site: SiteView, layouts: tuple[Path, ...], own: frozenset[str], part: Part
) -> list[Problem]:
    return [
        problem
        for output in part.outputs(part.slice, config)
        if output.layout in own and (problem := _failure(output, site, layouts))
    ]


def _failure(output: Output, site: SiteView, layouts: tuple[Path, ...]) -> Problem | None:
    try:
        _renderer(layouts, site)(output)
    except Exception as error:  # a layout may fail in any way
        return failure(output, error)
    return None


_renderer = lru_cache(maxsize=1)(lambda layouts, site: renderer(load_layouts(layouts), site))
