"""The record: everything a content file may say about one paper, as one definition.

pydantic reads this definition to check content files (``content/``) and to make the JSON Schema for editors; the rest
of the program sees a plain frozen dataclass. A field is added here, then in the layout and the formats that show it.
"""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from papershelf.lib.digest import Digested
from papershelf.lib.fields import (
    Count,
    FileOrUrl,
    Flag,
    Language,
    Line,
    Lines,
    Paragraphs,
    Url,
    as_list,
)
from papershelf.model import dates
from papershelf.model.fields import Arxiv, Date, Doi, Isbn, Issn, PrintedName, RecordId

STRICT = ConfigDict(extra="forbid")

Kind = Literal[
    "article", "inproceedings", "preprint", "thesis", "report", "book", "chapter", "dataset", "software"
]
Status = Literal["published", "preprint", "accepted", "corrected", "retracted", "withdrawn"]
NoticeKind = Literal["erratum", "correction", "retraction", "expression-of-concern"]
LinkKind = Literal["code", "data", "demo", "project", "video", "slides", "poster", "supplement"]
Relation = Literal["same", "version-of", "extends", "replies-to", "part-of"]
IdScheme = Literal["openreview", "acl", "dblp", "pmid", "hdl", "s2", "openalex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something that goes with the paper: its code, data, video, ..."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: LinkKind
    url: Url
    title: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A public remark on the paper's standing."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: NoticeKind
    date: Date = ""
    text: Line = ""
    url: Url = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One published state of the paper."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Line
    date: Date = ""
    note: Line = ""
    pdf: FileOrUrl = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The conference at which the paper was given."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    name: Line
    place: Line = ""
    start: Date = ""
    end: Date = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """How this paper stands to another: to a record of this archive (``id``) or a page elsewhere (``url``)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    rel: Relation
    id: RecordId = ""
    url: Url = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Who paid."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    funder: Line
    award: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of a leaderboard."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    task: Line
    dataset: Line
    metric: Line
    value: Line
    unit: Line = ""


def links(value: Any) -> Any:
    """Read ``links``: ``{code: URL}``, ``{code: [URL, URL]}`` or a list of ``{type, url, title}``."""
    if not isinstance(value, dict):
        return value
    return [
        {"type": kind, **(item if isinstance(item, dict) else {"url": item})}
        for kind, items in value.items()
        for item in as_list(items)
    ]


def names(value: Any) -> Any:
    """Read a list of names; one text is refused, since nobody can tell how many names it holds."""
    if isinstance(value, str):
        raise ValueError("is a list of names: write [Ada Lovelace, Grace Hopper]")
    if value == []:
        raise ValueError("is an empty list: leave the key out, or give author_count")
    return as_list(value)


def pairs(value: Any) -> Any:
    """Read a mapping as sorted pairs: the frozen form of a mapping."""
    return sorted(value.items()) if isinstance(value, dict) else value


Links = Annotated[tuple[Link, ...], BeforeValidator(links)]
Ids = Annotated[tuple[tuple[IdScheme, Line], ...], BeforeValidator(pairs)]
Extra = Annotated[tuple[tuple[Line, Line], ...], BeforeValidator(pairs)]
Names = Annotated[tuple[PrintedName, ...], BeforeValidator(names)]
Notices = Annotated[tuple[Notice, ...], BeforeValidator(as_list)]
Fixed = SkipJsonSchema[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Digested):
    """One paper. Empty text, zero-length tuple or None: not given.

    ``id``, ``source`` and ``digest`` come from the file where the record stands; all else from what the record says.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: RecordId
    """Key and address; the file's name unless given."""
    title: Line
    """With ``$math$``, and ``{Case}`` braces that protect capitals in BibTeX."""
    date: Date
    """Publication date, as cited; may be partial."""
    source: Fixed = ""
    """Content file, relative to the archive's folder."""
    digest: SkipJsonSchema[bytes] = b""
    """Stands for everything this record says; made from its source text."""

    # what it is
    type: Kind | Literal[""] = ""
    subtitle: Line = ""
    title_short: Line = ""
    authors: Names = ()
    author_count: Count | None = None
    """How many authors, where their names are not known."""
    editors: Names = ()
    abstract: Paragraphs = ""
    """Markdown with ``$math$``."""
    notes: Paragraphs = ""
    """The body of a ``.md`` file that has ``abstract:`` in its front matter."""
    tldr: Line = ""
    language: Language = ""
    tags: Lines = ()

    # when it came
    added: Date = ""
    """Day it joined the archive; ``date`` unless given. See ``day``."""
    updated: Date = ""

    # where it stands
    venue: Line = ""
    """As written; ``Site`` finds the venue record and the year in it."""
    volume: Line = ""
    issue: Line = ""
    number: Line = ""
    pages: Line = ""
    publisher: Line = ""
    place: Line = ""
    series: Line = ""
    edition: Line = ""
    institution: Line = ""
    event: Event | None = None
    isbn: Isbn = ""
    issn: Issn = ""

    # identifiers and links
    doi: Doi = ""
    arxiv: Arxiv = ""
    ids: Ids = ()
    url: Url = ""
    pdf: FileOrUrl = ""
    links: Links = ()
    discussion: Url = ""
    image: FileOrUrl = ""
    image_alt: Line = ""

    # its standing
    status: Status | Literal[""] = ""
    notices: Notices = ()
    versions: tuple[Version, ...] = ()
    awards: Lines = ()
    license: Line = ""
    """SPDX id or address."""
    related: tuple[Related, ...] = ()
    references: Lines = ()
    funding: tuple[Funding, ...] = ()
    results: tuple[Result, ...] = ()

    # its echo
    comments: Count | None = None
    upvotes: Count | None = None
    stars: Count | None = None
    citations: Count | None = None

    # the archive's own business
    submitter: Line = ""
    organization: Line = ""
    bibkey: Annotated[Line, Field(json_schema_extra={"pattern": "^[A-Za-z0-9:._+/-]+$"})] = ""
    bibtex: Paragraphs = ""
    note: Line = ""
    aliases: Lines = ()
    """Former addresses, each a redirect to this paper."""
    draft: Flag = False
    featured: Flag = False
    extra: Extra = ()
    """Anything else, as text; custom taxonomies may read it."""

    @property
    def day(self) -> str:
        """Day it joined the archive, ``YYYY-MM-DD``; a partial date counts from its first day."""
        text = self.added or self.date
        return text if len(text) == 10 else dates.first_day(text)

    @property
    def year(self) -> str:
        """Year of publication."""
        return self.date[:4]

    @property
    def authors_known(self) -> int:
        """Number of authors: of the names, else as counted on the source's card."""
        return len(self.authors) or self.author_count or 0

    def link(self, kind: LinkKind) -> str:
        """Return the first link of a kind, or an empty text."""
        return next((link.url for link in self.links if link.type == kind), "")
