"""An archive's settings: ``site.yaml`` as frozen data.

Like the record, the settings are one definition that pydantic checks: an unknown key is an error with a suggestion.
"""

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, WithJsonSchema

from papershelf.lib.fields import (
    Count,
    Flag,
    Language,
    Line,
    Lines,
    Paragraphs,
    Url,
    as_list,
    count,
    web_address,
)

STRICT = ConfigDict(extra="forbid")
# The usual form (RFC 5321's dot-string), in ASCII: what every mail server takes.
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)*", re.ASCII | re.IGNORECASE)

_PLACE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def base_address(value: str) -> str:
    """Check the site's address: scheme, host and path, in full; it gets a closing slash.

    Raises ``ValueError`` with the form to write where a scheme is missing or something follows the path.
    """
    wanted = re.split(r"[?#]", value)[0]
    if not re.match(r"https?://", wanted):
        raise ValueError(f"{value!r} does not begin with https:// (write https://{wanted.split('://')[-1]})")
    if wanted != value:
        raise ValueError(f"{value!r} goes on behind its path (write {wanted})")
    address = web_address(wanted)
    return address if address.endswith("/") else address + "/"


def colour(value: str) -> str:
    """Check a colour written as ``#rgb`` or ``#rrggbb``."""
    digits = value.removeprefix("#")
    if len(digits) not in (3, 6) or not all(char in "0123456789abcdefABCDEF" for char in digits):
        raise ValueError(f"{value!r} is not a colour (want #rrggbb, as in #b31b1b)")
    return f"#{digits.lower()}"


def mail_address(value: str) -> str:
    """Check an e-mail address, bare: ``ada@example.org``."""
    if not _ADDRESS.fullmatch(value.strip()):
        raise ValueError(f"{value!r} is not an e-mail address (want name@example.org)")
    return value.strip()


def way_out(value: str) -> str:
    """Check where one unsubscribes: a web address, or ``mailto:`` and an e-mail address."""
    return "mailto:" + mail_address(value[7:]) if value.startswith("mailto:") else web_address(value)


def place(value: str) -> str:
    """Check one part of an address."""
    if not _PLACE.fullmatch(value):
        raise ValueError(f"{value!r} cannot be an address (want lower-case letters, digits and hyphens)")
    return value


def grouping_field(value: str) -> str:
    """Check the name of a record's field by which papers can be grouped."""
    if value not in GROUPING_FIELDS and not value.startswith("extra."):
        choice = ", ".join(GROUPING_FIELDS)
        raise ValueError(f"{value!r} is no field to group papers by (want extra.<key>, {choice})")
    return value


def positive(value: Any) -> int:
    """Read a whole number, one or more."""
    if (number := count(value)) < 1:
        raise ValueError(f"{value} is too small (want 1 or more)")
    return number


def port(value: str | int) -> int:
    """Read the number of a TCP port."""
    if not 0 < (number := count(value)) < 65_536:
        raise ValueError(f"{value} is not a port (want 1 to 65535)")
    return number


HomeKind = Literal["day", "week", "month", "year", "newest", "featured"]

GROUPING_FIELDS = (
    *("type", "language", "status", "license", "awards", "organization", "institution"),
    *("publisher", "series", "edition", "place", "submitter"),
)
"""Fields of a record that hold one text of a line, or a list of such texts, and are often the same in two records."""

Base = Annotated[str, AfterValidator(base_address)]
Colour = Annotated[Line, AfterValidator(colour)]
MailAddress = Annotated[str, AfterValidator(mail_address)]
MailAddresses = Annotated[tuple[MailAddress, ...], BeforeValidator(as_list)]
GroupingField = Annotated[Line, AfterValidator(grouping_field)]
Place = Annotated[Line, AfterValidator(place)]
Positive = Annotated[int, BeforeValidator(positive), WithJsonSchema({"type": "integer", "minimum": 1})]
Port = Annotated[
    int, BeforeValidator(port), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 65535})
]
WayOut = Annotated[str, AfterValidator(way_out)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyConfig:
    """One way of grouping papers besides authors, venues and tags: a row of ``taxonomies:``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    name: Place
    """Address and key: ``topics`` gives ``/topics/<term>/``."""
    title: Line
    """Heading of its index."""
    field: GroupingField
    """Record field it reads: ``extra.<key>``, or one of ``GROUPING_FIELDS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeConfig:
    """The newsletter service behind the subscribe box; without one the box offers the feed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    action: Url
    """Address that the form posts to."""
    field: Line = "email"
    """Name of the form field that holds the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestConfig:
    """Who sends the digest to whom, and by which SMTP server; user name and password come from the environment."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    sender: MailAddress
    """E-mail address it comes from."""
    to: MailAddresses
    """Recipients, or the address of a mailing list."""
    host: Line
    """The SMTP server's name."""
    port: Port = 587
    """Of that server."""
    starttls: Flag = True
    """Whether to encrypt first; false only for a server on the same machine."""
    unsubscribe: WayOut | None = None
    """Web address, or ``mailto:`` one, where a recipient leaves the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsConfig:
    """How much the feeds hold."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    entries: Positive = 50
    """Papers in a feed, newest first."""
    terms_from: Count = 3
    """Papers that an author, venue or tag must have to get feeds of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchConfig:
    """Weights of the fields in ranking."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    title: Count = 3
    """Of a word in the title."""
    authors: Count = 2
    """Of one in the authors' names."""
    abstract: Count = 1
    """Of one in the abstract."""
    venue: Count = 1
    """Of one in the venue."""
    tags: Count = 1
    """Of one in the tags."""


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
    """Of the archive: a BCP 47 tag; search knows the common words and endings of some."""
    accent: Colour = "#b3362b"
    """The one accent colour, a shade readable on white."""
    repository: Url | Literal[""] = ""
    """``https://github.com/<owner>/<name>``: makes the "Edit this record" and "Add a paper" links."""
    contact: MailAddress | Literal[""] = ""
    """E-mail address given to the services that `papershelf add` asks."""
    branch: Line = "main"
    """Branch those links edit."""
    home: HomeKind | Literal[""] = ""
    """What the home page shows: the newest day, week, month or year, or the newest or the featured papers."""
    emails: Flag = False
    """Whether pages show the e-mail addresses that records give of authors."""
    per_page: Positive = 50
    """Papers on one page of a list."""
    static_allow: Lines = ()
    """Files of ``content/static/`` that run on the site's origin or set up its host, by path or pattern."""
    taxonomies: Annotated[tuple[TaxonomyConfig, ...], BeforeValidator(as_list)] = ()
    subscribe: SubscribeConfig | None = None
    digest: DigestConfig | None = None
    feeds: FeedsConfig = field(default_factory=FeedsConfig)
    search: SearchConfig = field(default_factory=SearchConfig)
