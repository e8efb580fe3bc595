"""What the table of work types says of each: its words in every format."""

from dataclasses import dataclass
from typing import Literal

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
    genre: str = ""
    """CSL genre and RIS ``M3``, where the type alone does not tell it. Zotero refuses a whole file for a CSL type that
    it does not know (``software``, ``standard``), and takes a book with a version for software."""
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

    bibtex_version: bool = False
    """Whether the entry type has a version."""
    bibtex_event: bool = False
    """Whether the entry type has the event at which the work was given."""

    ris: str
    """Reference type, ``TY``."""
    ris_aliases: tuple[str, ...] = ()
    """Other reference types that are read as this one."""
    ris_container: str = "T2"
    """Tag of what contains the work."""
    ris_number: str = "M1"
    """Tag of the number: in reports and patents it stands where others have their ISBN or ISSN."""

    schema_org: str
    """Type of schema.org."""
    schema_title: Literal["headline", "name"] = "name"
    """Property that holds the title: a headline of articles."""

    highwire: str = ""
    """``citation_*`` tag of what contains the work or awarded it."""
    zotero: str
    """Zotero's item type, told where no such tag tells it."""
