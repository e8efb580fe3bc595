"""The types of work a record can be, one row each: what every format calls them. A new type is a new row."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

BibtexField = tuple[str, str, str]
"""Field of BibTeX, field of the record, CSL variable."""

Citation = Literal["journal", "in-book", "preprint", "thesis", "report", "book", "other"]
"""How a citation in APA or IEEE style is laid out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkType:
    """One type of work."""

    name: str
    """As records say it, in ``type``."""
    label: str
    """As pages say it."""
    venue_kinds: tuple[str, ...] = ()
    """Kinds of venue whose papers are of this type, unless they say what they are."""
    publisher: Literal["publisher", "institution"] = "publisher"
    """The record's field for who publishes it."""
    citation: Citation = "other"
    remark: str = ""
    """What APA and IEEE say of such a work in their own words: ``Data set``."""

    csl: str
    """CSL type (citationstyles.org, CSL 1.0.2, appendix III)."""
    csl_aliases: tuple[str, ...] = ()
    """Other CSL types that are read as this one."""

    bibtex: str
    """Entry type (biblatex 3.19, section 2.1)."""
    bibtex_aliases: tuple[str, ...] = ()
    """Other entry types that are read as this one."""
    bibtex_type: str = ""
    """Text of the field ``type``, by which an entry type of many uses is told apart."""
    bibtex_container: str
    """Field of what contains the work."""
    bibtex_fields: tuple[BibtexField, ...]
    """Further fields that biblatex allows the entry type."""
    bibtex_pages: bool = True
    """Whether the entry type has pages."""

    bibtex_event: bool = False
    """Whether the entry type has the event at which the work was given."""

    ris: str
    """Reference type, ``TY``."""
    ris_aliases: tuple[str, ...] = ()
    """Other reference types that are read as this one."""
    ris_container: str = "T2"
    """Tag of what contains the work."""

    schema_org: str
    """Type of schema.org."""
    schema_title: Literal["headline", "name"] = "name"
    """Property that holds the title: a headline of articles."""

    highwire: str = ""
    """``citation_*`` tag of what contains the work or awarded it."""


_PLACE = ("address", "place", "publisher-place")
_EDITION = ("edition", "edition", "edition")
_BOOK: tuple[BibtexField, ...] = (
    ("volume", "volume", "volume"),
    ("number", "number", "number"),
    ("series", "series", "collection-title"),
    ("publisher", "publisher", "publisher"),
    _PLACE,
    ("isbn", "isbn", "ISBN"),
)
_MISC: tuple[BibtexField, ...] = (("organization", "publisher", "publisher"), _PLACE)

WORK_TYPES: tuple[WorkType, ...] = (
    WorkType(
        name="article",
        label="Article",
        venue_kinds=("journal",),
        citation="journal",
        csl="article-journal",
        bibtex="article",
        bibtex_container="journal",
        bibtex_fields=(
            ("volume", "volume", "volume"),
            ("number", "issue", "issue"),
            ("series", "series", "collection-title"),
            ("issn", "issn", "ISSN"),
        ),
        ris="JOUR",
        ris_container="JO",
        schema_org="ScholarlyArticle",
        schema_title="headline",
        highwire="citation_journal_title",
    ),
    WorkType(
        name="inproceedings",
        label="Conference paper",
        venue_kinds=("conference", "workshop"),
        citation="in-book",
        csl="paper-conference",
        bibtex="inproceedings",
        bibtex_aliases=("conference",),
        bibtex_container="booktitle",
        bibtex_fields=_BOOK,
        bibtex_event=True,
        ris="CPAPER",
        ris_aliases=("CONF",),
        schema_org="ScholarlyArticle",
        schema_title="headline",
        highwire="citation_conference_title",
    ),
    WorkType(
        name="preprint",
        label="Preprint",
        venue_kinds=("preprint-server",),
        citation="preprint",
        csl="article",
        bibtex="misc",
        bibtex_aliases=("online", "unpublished"),
        bibtex_container="howpublished",
        bibtex_fields=_MISC,
        bibtex_pages=False,
        ris="UNPB",
        ris_aliases=("GEN",),
        schema_org="ScholarlyArticle",
        schema_title="headline",
    ),
    WorkType(
        name="thesis",
        label="Thesis",
        venue_kinds=("university",),
        publisher="institution",
        citation="thesis",
        csl="thesis",
        bibtex="phdthesis",
        bibtex_aliases=("mastersthesis", "thesis"),
        bibtex_container="titleaddon",
        bibtex_fields=(("school", "institution", "publisher"), _PLACE, ("isbn", "isbn", "ISBN")),
        ris="THES",
        schema_org="Thesis",
        highwire="citation_dissertation_institution",
    ),
    WorkType(
        name="report",
        label="Report",
        publisher="institution",
        citation="report",
        csl="report",
        bibtex="techreport",
        bibtex_aliases=("report",),
        bibtex_container="titleaddon",
        bibtex_fields=(("institution", "institution", "publisher"), ("number", "number", "number"), _PLACE),
        ris="RPRT",
        schema_org="Report",
        schema_title="headline",
        highwire="citation_technical_report_institution",
    ),
    WorkType(
        name="book",
        label="Book",
        citation="book",
        csl="book",
        bibtex="book",
        bibtex_aliases=("proceedings", "collection"),
        bibtex_container="titleaddon",
        bibtex_fields=(*_BOOK, _EDITION),
        ris="BOOK",
        schema_org="Book",
    ),
    WorkType(
        name="chapter",
        label="Chapter",
        venue_kinds=("book-series",),
        citation="in-book",
        csl="chapter",
        bibtex="incollection",
        bibtex_aliases=("inbook",),
        bibtex_container="booktitle",
        bibtex_fields=(*_BOOK, _EDITION),
        ris="CHAP",
        schema_org="Chapter",
        highwire="citation_inbook_title",
    ),
    WorkType(
        name="dataset",
        label="Dataset",
        remark="Data set",
        csl="dataset",
        bibtex="misc",
        bibtex_aliases=("dataset",),
        bibtex_type="dataset",
        bibtex_container="howpublished",
        bibtex_fields=_MISC,
        bibtex_pages=False,
        ris="DATA",
        schema_org="Dataset",
    ),
    WorkType(
        name="software",
        label="Software",
        remark="Computer software",
        csl="software",
        bibtex="misc",
        bibtex_aliases=("software",),
        bibtex_type="software",
        bibtex_container="howpublished",
        bibtex_fields=_MISC,
        bibtex_pages=False,
        ris="COMP",
        schema_org="SoftwareSourceCode",
    ),
)

BY_NAME = {row.name: row for row in WORK_TYPES}
"""Name of a type -> its row."""

if TYPE_CHECKING:
    TypeName = str
else:
    TypeName = Literal[tuple(BY_NAME)]
"""The name of a type, as the schema of records has it."""
