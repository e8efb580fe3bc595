"""The plan: every file the site consists of, from every part of the program that has files to give."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import feeds, pages
from generator.build.documents import index, settings
from generator.formats.cited import cited
from generator.lib.digest import digest
from generator.model.output import Bundle, Output
from generator.model.site import Site, Static
from generator.problems import Location, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All files of one build."""

    outputs: tuple[Output, ...]
    bundles: tuple[Bundle, ...]


def plan(site: Site, layouts: tuple[Path, ...], memory: Path) -> Plan:
    """Plan every file: pages, feeds and data, assets, static files, the search index.

    ``memory`` is the folder in which bundles may keep their work for the next build.
    """
    planned = [
        *pages.plan(site),
        *feeds.plan(site),
        *[_copy(static) for static in site.statics],
        *_assets(layouts),
    ]
    return Plan(
        outputs=tuple(planned), bundles=(_search(site, memory / "search"), *feeds.bundles(site, memory))
    )


def clashes(outputs: tuple[Output, ...]) -> Iterator[Problem]:
    """Report every address that more than one thing claims, naming all that do."""
    if len({output.path for output in outputs}) == len(outputs):
        return
    claims: dict[str, list[str]] = defaultdict(list)
    for output in outputs:
        claims[output.path].append(output.origin or "a page that the archive makes itself")
    for path, origins in claims.items():
        if len(origins) > 1:
            first, *others = sorted(origins)
            yield Problem(
                location=Location(path=first),
                message=f"its page {path} is also claimed by {', '.join(others)}",
                advice="give one of them another id, name or alias",
            )


def _search(site: Site, memory: Path) -> Bundle:
    papers = cited(site)
    how = settings(site)
    view = (how.language, tuple(how.boosts.items()), how.texts, tuple([paper.digest for paper in papers]))
    return Bundle(name="search", view=view, make=partial(index, papers, how, memory))


def _copy(static: Static, renderer: str = "copy") -> Output:
    return Output(path=static.path, renderer=renderer, view=static, origin=static.source)


def _assets(layouts: tuple[Path, ...]) -> Iterator[Output]:
    """Plan the files of every ``layouts/assets/``; an archive's own file stands before the generator's."""
    found: dict[str, Path] = {}
    for folder in layouts:
        for file in sorted((folder / "assets").rglob("*")):
            if file.is_file():
                found.setdefault(f"assets/{file.relative_to(folder / 'assets').as_posix()}", file)
    for path in sorted(found):
        static = Static(path=path, source=str(found[path]), digest=digest(found[path].read_bytes()))
        yield _copy(static, "script" if path.endswith(".js") else "copy")
