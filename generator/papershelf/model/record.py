"""The record: everything a content file may say about one paper, as one definition.

pydantic reads this definition to check content files (``content/``) and to make the JSON Schema for editors; the rest
of the program sees a plain frozen dataclass. A field is added here, then in the layout and the formats that show it.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic.json_schema import SkipJsonSchema

from papershelf.lib.digest import Digested
from papershelf.lib.fields import (
    Count,
    FileOrUrl,
    Flag,
    Language,
    Line,
    Lines,
    Meant,
    Paragraphs,
    Url,
    as_list,
)
from papershelf.model.fields import (
    Aliases,
    Arxiv,
    CitationKey,
    Date,
    Doi,
    Isbn,
    Issn,
    License,
    Pages,
    PrintedName,
    RecordId,
)
from papershelf.model.id_schemes import SchemeName, identifier
from papershelf.model.names import names_in
from papershelf.model.record_parts import (
    STRICT,
    Event,
    Funding,
    Link,
    LinkKind,
    Notice,
    PartLicense,
    Related,
    Result,
    Version,
)
from papershelf.model.work_types import TypeName

Status = Literal["published", "preprint", "accepted", "corrected", "retracted", "withdrawn"]


def links(value: Any) -> Any:
    """Read ``links``: ``{code: URL}``, ``{code: [URL, URL]}`` or a list of ``{type, url, title}``."""
    if isinstance(value, str):
        raise ValueError("is a mapping of kinds to addresses: write {code: https://...}")
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
        message = "is a list of names: write [Ada Lovelace, Grace Hopper]"
        several = names_in(value)
        raise Meant(message, several) if several else ValueError(message)
    if value == []:
        raise ValueError("is an empty list: leave the key out, or give author_count")
    return as_list(value)


def topics(value: Any) -> Any:
    """Read a list of tags, or one; a text with commas or semicolons is refused, since it is several."""
    if isinstance(value, str) and (parts := [part.strip() for part in re.split("[,;]", value)])[1:]:
        raise Meant("is a list: one text is one tag", [part for part in parts if part])
    return as_list(value)


def pairs(value: Any) -> Any:
    """Read a mapping as sorted pairs: the frozen form of a mapping."""
    if isinstance(value, str):
        raise ValueError("is a mapping: write {key: value}")
    return sorted(value.items()) if isinstance(value, dict) else value


def checked_ids(ids: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Check each identifier by its scheme."""
    return tuple((scheme, identifier(scheme, text)) for scheme, text in ids)


Links = Annotated[tuple[Link, ...], BeforeValidator(links)]
Ids = Annotated[tuple[tuple[SchemeName, Line], ...], BeforeValidator(pairs), AfterValidator(checked_ids)]
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
    type: TypeName | Literal[""] = ""
    """Type of work, where the venue does not tell."""
    subtitle: Line = ""
    """What stands behind the title, a line of its own."""
    title_short: Line = ""
    """For places where the title is too long."""
    title_original: Line = ""
    """Title of the work that this one translates."""
    title_translated: Line = ""
    """The title in the archive's language."""
    authors: Names = ()
    """As printed, in the order of the paper."""
    author_count: Count | None = None
    """How many authors, where their names are not known."""
    editors: Names = ()
    """Of the volume it stands in."""
    abstract: Paragraphs = ""
    """Markdown with ``$math$``."""
    notes: Paragraphs = ""
    """The body of a ``.md`` file that has ``abstract:`` in its front matter."""
    tldr: Line = ""
    """The paper in one sentence."""
    language: Language = ""
    """Of the paper: a BCP 47 tag."""
    tags: Annotated[tuple[Line, ...], BeforeValidator(topics)] = ()
    """Topics; each has a page."""

    # when it came
    added: Date = ""
    """When it joined the archive; ``date`` unless given. See ``joined``."""
    updated: Date = ""
    """Day of the last real change of this record."""

    # where it stands
    venue: Line = ""
    """As written; ``Site`` finds the venue record and the year in it."""
    volume: Line = ""
    """Of the journal or series."""
    issue: Line = ""
    """Of the volume."""
    number: Line = ""
    """Of a report or article."""
    article_number: Line = ""
    """Of a paper in a journal that counts no pages: ``e17134``."""
    pages: Pages = ""
    """First and last, ``12-34``, or how many."""
    publisher: Line = ""
    """Who published it, where the venue does not tell."""
    place: Line = ""
    """Where it was published."""
    series: Line = ""
    """Of books or reports that it is part of."""
    edition: Line = ""
    """Of a book."""
    degree: Line = ""
    """For which a thesis was written: ``PhD thesis``; its ``institution`` granted it."""
    institution: Line = ""
    """Of a thesis or report."""
    event: Event | None = None
    """The conference at which it was given."""
    isbn: Isbn = ""
    """Of the book, with 10 or 13 digits."""
    issn: Issn = ""
    """Of the journal, where the venue does not tell."""

    # identifiers and links
    doi: Doi = ""
    """Bare: ``10.1145/3292500.3330701``."""
    arxiv: Arxiv = ""
    """Bare: ``2302.06675``, with or without a version."""
    ids: Ids = ()
    """Further identifiers, by scheme."""
    url: Url = ""
    """The publisher's page."""
    pdf: FileOrUrl = ""
    """Its address, or a file in ``content/static/``."""
    links: Links = ()
    """What goes with it: ``{code: https://...}``."""
    discussion: Url = ""
    """Where it is talked about."""
    image: FileOrUrl = ""
    """A figure for its card: an address, or a file in ``content/static/``."""
    image_alt: Line = ""
    """What the image shows, for those who do not see it."""

    # its standing
    status: Status | Literal[""] = ""
    """Its standing, where it is not simply published."""
    notices: Notices = ()
    """Errata, corrections, retractions."""
    versions: tuple[Version, ...] = ()
    """Its published states."""
    awards: Lines = ()
    """Prizes it won."""
    licenses: tuple[PartLicense, ...] = ()
    """Of parts that have another: code, data."""
    license: License = ""
    """SPDX id or address."""
    related: tuple[Related, ...] = ()
    """Other papers it belongs with."""
    references: Lines = ()
    """Papers it cites, one entry each, as text or DOI."""
    funding: tuple[Funding, ...] = ()
    """Who paid."""
    results: tuple[Result, ...] = ()
    """What it reports, for leaderboards."""

    # its echo
    comments: Count | None = None
    """How many comments it has at its source."""
    upvotes: Count | None = None
    """How many votes it has at its source."""
    stars: Count | None = None
    """How many stars its code has."""
    citations: Count | None = None
    """How often it is cited."""

    # the archive's own business
    submitter: Line = ""
    """Who brought it to the archive."""
    organization: Line = ""
    """Group or company it comes from."""
    bibkey: CitationKey = ""
    """Key of its BibTeX entry; made unless given."""
    bibtex: Paragraphs = ""
    """Its BibTeX entry, given as it is."""
    note: Line = ""
    """A remark for readers, one line."""
    aliases: Aliases = ()
    """Former addresses, each a redirect to this paper."""
    draft: Flag = False
    """``true`` leaves it out of the site for now."""
    featured: Flag = False
    """``true`` where the home page may show it: see ``home`` of ``site.yaml``."""
    extra: Extra = ()
    """Anything else, as text; custom taxonomies may read it."""

    @property
    def joined(self) -> str:
        """When it joined the archive, as exactly as is known: ``added``, else ``date``."""
        return self.added or self.date

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
