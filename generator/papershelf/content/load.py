"""All of content/ as frozen data, and everything that is wrong with single files."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from papershelf.config import SiteConfig
from papershelf.content import store
from papershelf.content.listings import read_page, read_people, read_settings, read_venues
from papershelf.content.pdfs import place
from papershelf.content.records import Records, Run, read_records, rows_of
from papershelf.content.source import PUBLISHED, STATIC, Found, Kind, file_digest, on_disk, unreadable
from papershelf.content.store import StatCache, Store
from papershelf.lib.digest import digest
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.site import FreePage, Site, Static, assemble
from papershelf.model.venues import Venue
from papershelf.problems import Problem

# How the files that are not records are read: each gives a tuple of what is in it, or its problems.
READERS: Mapping[Kind, Callable[[str, bytes], tuple[Any, ...] | list[Problem]]] = MappingProxyType(
    {Kind.SETTINGS: read_settings, Kind.PEOPLE: read_people, Kind.VENUES: read_venues, Kind.PAGE: read_page}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What an archive holds."""

    config: SiteConfig
    records: tuple[Record, ...] = ()
    """All papers, drafts too, by source file."""
    people: tuple[Person, ...] = ()
    venues: tuple[Venue, ...] = ()
    pages: tuple[FreePage, ...] = ()
    statics: tuple[Static, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Content, and what is wrong with it: a file with an error is left out, the rest can be checked."""

    content: Content
    problems: tuple[Problem, ...]
    papers: Records = field(compare=False)
    """How the records were read, for the next look at the same archive in this process."""
    remember: Callable[[], None] = field(compare=False)
    """Brings the store up to date, for the next build; whoever has a process to spare does it there."""


def load(found: Found, *, cache_dir: Path | None, run: Run = map, before: Records | None = None) -> Loaded:
    """Read the content that was found.

    ``cache_dir`` is the store's file, None for a fresh look; ``before`` the ``papers`` of an earlier look at the same
    archive, where this process has one.
    """
    old = store.read(cache_dir) if cache_dir else Store(path=Path())
    papers = read_records(found, old, run, before)
    stat_cache = dict(papers.stat_cache)
    problems = [*found.problems, *papers.problems]
    parsed: dict[Kind, list[Any]] = {kind: [] for kind in Kind}
    for source in found.sources:
        if source.kind is Kind.RECORD:
            continue
        file = on_disk(source.path, found.root, found.content)
        try:
            if source.kind in PUBLISHED:
                content_digest = old.digest(source) or file_digest(file)
                name = unicodedata.normalize("NFC", source.path.removeprefix(STATIC))
                parsed[source.kind].append(Static(path=name, source=file, content_digest=content_digest))
            else:
                data = Path(file).read_bytes()
                content_digest = digest(data)
                result = READERS[source.kind](source.path, data)
                (problems if isinstance(result, list) else parsed[source.kind]).extend(result)
        except OSError as error:
            problems.append(unreadable(source.path, error))
        except Exception as error:
            error.add_note(f"while reading {source.path}")
            raise
        else:
            stat_cache[source.path] = (source.stat, content_digest)
    config = parsed[Kind.SETTINGS][0] if parsed[Kind.SETTINGS] else SiteConfig(title="")
    records, statics, unnamed = place(
        chain.from_iterable(papers.by_path.values()), parsed[Kind.STATIC], parsed[Kind.PDF]
    )
    problems += unnamed
    content = Content(
        config=config,
        records=records,
        people=tuple(parsed[Kind.PEOPLE]),
        venues=tuple(parsed[Kind.VENUES]),
        pages=tuple(parsed[Kind.PAGE]),
        statics=statics,
    )
    return Loaded(
        content=content,
        problems=tuple(problems),
        papers=papers,
        remember=partial(_remember, cache_dir, stat_cache, papers, old),
    )


def assembled(content: Content) -> Site:
    """Return the site that content makes, in which no check has found an error."""
    return assemble(
        content.config, content.records, content.people, content.venues, content.pages, content.statics
    )


def _remember(cache_dir: Path | None, stat_cache: StatCache, papers: Records, old: Store) -> None:
    if cache_dir and stat_cache != old.stat_cache:
        store.write(cache_dir, papers.began, stat_cache, papers.by_path, partial(rows_of, papers), old)
