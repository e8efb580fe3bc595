"""The plan: every file the site consists of, from every part of the program that has files to give."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.feeds import FEEDS
from generator.lib.digest import digest
from generator.model.output import Bundle, Output
from generator.model.site import Site, Static
from generator.pages import PAGE_KINDS
from generator.problems import Location, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All files of one build."""

    outputs: tuple[Output, ...]
    bundles: tuple[Bundle, ...]


def outputs(site: Site, layouts: tuple[Path, ...]) -> tuple[Output, ...]:
    """Plan every single file: pages, feeds and data, assets, static files."""
    planned: list[Output] = []
    for kind in PAGE_KINDS:
        planned.extend(kind.plan(site))
    for feed in FEEDS:
        planned.extend(feed.plan(site))
    planned.extend(_copies(site.statics))
    planned.extend(_copies(_assets(layouts)))
    return tuple(planned)


def clashes(planned: tuple[Output, ...]) -> Iterator[Problem]:
    """Report every address that more than one thing claims, naming all that do."""
    if len({output.path for output in planned}) == len(planned):
        return
    claims: dict[str, list[str]] = defaultdict(list)
    for output in planned:
        claims[output.path].append(output.origin or "a page that the archive makes itself")
    for path, origins in claims.items():
        if len(origins) > 1:
            first, *others = sorted(set(origins), reverse=True) or origins
            yield Problem(
                location=Location(path=first),
                message=f"its page {path} is also claimed by {', '.join(others) or 'itself'}",
                advice="give one of them another id, slug or alias",
            )


def _copies(statics: "tuple[Static, ...] | Iterator[Static]") -> Iterator[Output]:
    for static in statics:
        yield Output(path=static.path, renderer="copy", view=static, origin=static.source)


def _assets(layouts: tuple[Path, ...]) -> Iterator[Static]:
    """Give the files of every ``layouts/assets/``; an archive's own file stands before the generator's."""
    found: dict[str, Path] = {}
    for folder in layouts:
        for file in sorted((folder / "assets").rglob("*")):
            if file.is_file():
                found.setdefault(f"assets/{file.relative_to(folder / 'assets').as_posix()}", file)
    for path in sorted(found):
        yield Static(path=path, source=str(found[path]), digest=digest(found[path].read_bytes()))
