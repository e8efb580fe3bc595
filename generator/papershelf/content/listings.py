"""The content files besides records: settings, people, venues and free pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, ClassVar, TypeVar

from pydantic import ConfigDict

from papershelf.config import SiteConfig
from papershelf.content.front_matter import decode, split
from papershelf.lib.digest import digest
from papershelf.lib.fields import Flag, Line
from papershelf.lib.text import slug as slug_of
from papershelf.model import identifiers, routes
from papershelf.model.people import Person
from papershelf.model.site import FreePage
from papershelf.model.venues import Venue
from papershelf.problems import Problem
from papershelf.typed_yaml import check, read
from papershelf.yaml_document import Document, Source, parse

Entry = TypeVar("Entry", Person, Venue)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """The front matter of a free page."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    title: Line
    nav: Flag = True
    """Whether the site's menu shows the page."""


def read_settings(path: str, data: bytes) -> tuple[SiteConfig, ...] | list[Problem]:
    """Read ``site.yaml``."""
    text = decode(data, path)
    document = text if isinstance(text, Problem) else parse(Source(path=path, text=text))
    if isinstance(document, Problem):
        return [document]
    config = check(document, document.data, SiteConfig)
    if isinstance(config, list):
        return config
    return list(_taxonomy_problems(config, document)) or (config,)


def _taxonomy_problems(config: SiteConfig, document: Document) -> Iterator[Problem]:
    """Return each taxonomy whose name is the address of something else."""
    taken = {routes.pattern(name).split("/")[0] for name in routes.ROUTES}
    written = document.data["taxonomies"] if isinstance(document.data, dict) and config.taxonomies else ()
    for index, row in enumerate(config.taxonomies):
        place: tuple[str | int, ...] = ("taxonomies", index) if isinstance(written, list) else ("taxonomies",)
        if row.name in taken:
            message = f"taxonomies: the address /{row.name}/ is taken"
            yield document.problem((*place, "name"), message, "choose another name", code="addresses")
        taken.add(row.name)


def read_people(path: str, data: bytes) -> tuple[Person, ...] | list[Problem]:
    """Read ``people.yaml``: a mapping of slugs to people."""
    return _entries(path, data, Person)


def read_venues(path: str, data: bytes) -> tuple[Venue, ...] | list[Problem]:
    """Read ``venues.yaml``: a mapping of slugs to venues."""
    return _entries(path, data, Venue)


def read_page(path: str, data: bytes) -> tuple[FreePage, ...] | list[Problem]:
    """Read a file of ``content/pages/``: front matter with a title, then Markdown."""
    text = decode(data, path)
    parts = text if isinstance(text, Problem) else split(text, path)
    if isinstance(parts, Problem):
        return [parts]
    entry = read(parts.head, PageEntry)
    if isinstance(entry, list):
        return entry
    slug = PurePosixPath(path).stem.lower()
    try:
        identifiers.slug(slug)
    except ValueError:
        message = f"the file's name {slug!r} cannot be an address"
        advice = "rename it: lower-case letters, digits, '-' and '.', as in about.md"
        return [parts.head.problem(1, 0, message, advice, code="addresses")]
    page_digest = digest(path.encode() + b"\0" + data)
    page = FreePage(
        slug=slug, title=entry.title, body=parts.body, nav=entry.nav, source=path, digest=page_digest
    )
    return (page,)


def _entries(path: str, data: bytes, kind: type[Entry]) -> tuple[Entry, ...] | list[Problem]:
    text = decode(data, path)
    if isinstance(text, Problem):
        return [text]
    document = parse(Source(path=path, text=text))
    if isinstance(document, Problem):
        return [document]
    if not isinstance(document.data, dict):
        advice = f"write `{_first_slug(document.data)}:`, and below it `key: value` lines without a dash"
        return [document.problem((), "is a mapping of slugs to entries", advice, code="yaml")]
    problems: list[Problem] = []
    entries: list[Entry] = []
    for slug, item in document.data.items():
        problems += _slug_problems(slug, document)
        entry = check(document, item, kind, within=(slug,))
        if isinstance(entry, list):
            problems += entry
        else:
            entries.append(replace(entry, slug=slug))
    return problems or tuple(entries)


def _first_slug(data: Any) -> str:
    """Return the slug of the first entry of a list that should be a mapping."""
    first = data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}
    name = first.get("name") or first.get("title")
    return slug_of(name) if isinstance(name, str) else "slug"


def _slug_problems(slug: str, document: Document) -> Iterator[Problem]:
    try:
        identifiers.slug(slug)
    except ValueError as error:
        yield document.problem((slug,), str(error), key=True, code="value")
