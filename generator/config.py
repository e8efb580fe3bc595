"""An archive's settings: ``site.yaml`` as frozen data.

Like the record, the settings are one definition that pydantic checks: an unknown key is an error with a suggestion.
"""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from generator.lib.fields import Count, Language, Line, Paragraphs, Url, as_list

STRICT = ConfigDict(extra="forbid")


def base_address(value: str) -> str:
    """Check the site's address; it gets a closing slash."""
    return value if value.endswith("/") else value + "/"


def colour(value: str) -> str:
    """Check a colour written as ``#rgb`` or ``#rrggbb``."""
    digits = value.removeprefix("#")
    if len(digits) not in (3, 6) or not all(char in "0123456789abcdefABCDEF" for char in digits):
        raise ValueError(f"{value!r} is not a colour (want #rrggbb, as in #b31b1b)")
    return f"#{digits.lower()}"


Base = Annotated[Url, AfterValidator(base_address)]
Colour = Annotated[Line, AfterValidator(colour)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyConfig:
    """One way of grouping papers besides authors, venues and tags: a row of ``taxonomies:``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    name: Line
    """Address and key: ``topics`` gives ``/topics/<term>/``."""
    title: Line
    """Heading of its index."""
    field: Line
    """Record field it reads: ``language``, ``type``, ``organization``, ``awards`` or ``extra.<key>``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeConfig:
    """The newsletter service behind the subscribe box; without one the box offers the feed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    action: Url
    """Address that the form posts to."""
    field: Line = "email"
    """Name of the form field that holds the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsConfig:
    """How much the feeds hold."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    entries: Count = 50
    """Papers in a feed, newest first."""
    terms_from: Count = 3
    """Papers that an author, venue or tag must have to get feeds of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchConfig:
    """Weights of the fields in ranking."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    title: Count = 3
    authors: Count = 2
    abstract: Count = 1
    venue: Count = 1
    tags: Count = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """All settings of an archive."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    title: Line
    """Name of the archive."""
    url: Base = "http://127.0.0.1:8000/"
    """Where it will stand, with its path prefix; used for permalinks only, since pages link relatively."""
    tagline: Line = ""
    """One line under the title."""
    description: Paragraphs = ""
    """What the archive is, for machines and link previews."""
    language: Language = "en"
    accent: Colour = "#b3362b"
    """The one accent colour, a shade readable on white."""
    repository: Url | Literal[""] = ""
    """``https://github.com/<owner>/<name>``: makes the "Edit this record" and "Add a paper" links."""
    branch: Line = "main"
    """Branch those links edit."""
    per_page: Count = 50
    """Papers on one page of a list."""
    taxonomies: Annotated[tuple[TaxonomyConfig, ...], BeforeValidator(as_list)] = ()
    subscribe: SubscribeConfig | None = None
    feeds: FeedsConfig = field(default_factory=FeedsConfig)
    search: SearchConfig = field(default_factory=SearchConfig)
