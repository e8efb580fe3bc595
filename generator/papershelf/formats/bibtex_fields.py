"""BibTeX's words: entry types and, for each kind of work, the fields that biblatex's data model allows."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

ENTRIES = {
    "article": "article",
    "inproceedings": "inproceedings",
    "preprint": "misc",
    "thesis": "phdthesis",
    "report": "techreport",
    "book": "book",
    "chapter": "incollection",
    "dataset": "misc",
    "software": "misc",
}
"""Kind of a record -> entry type."""

KINDS = {
    **{entry: kind for kind, entry in ENTRIES.items() if entry != "misc"},
    "misc": "preprint",
    "online": "preprint",
    "unpublished": "preprint",
    "conference": "inproceedings",
    "inbook": "chapter",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "report": "report",
    "proceedings": "book",
    "collection": "book",
    "dataset": "dataset",
    "software": "software",
}
"""Entry type -> kind of a record."""

CONTAINERS = {
    "article": "journal",
    "inproceedings": "booktitle",
    "chapter": "booktitle",
    "preprint": "howpublished",
    "dataset": "howpublished",
    "software": "howpublished",
    "thesis": "titleaddon",
    "report": "titleaddon",
    "book": "titleaddon",
}
"""Kind -> field of what contains the paper."""

Field = tuple[str, str, str]
"""Field of BibTeX, field of the record, CSL variable."""

_PLACE = ("address", "place", "publisher-place")
_EDITION = ("edition", "edition", "edition")
_IN_BOOK: tuple[Field, ...] = (
    ("volume", "volume", "volume"),
    ("number", "number", "number"),
    ("series", "series", "collection-title"),
    ("publisher", "publisher", "publisher"),
    _PLACE,
    ("isbn", "isbn", "ISBN"),
)
_MISC: tuple[Field, ...] = (("organization", "publisher", "publisher"), _PLACE)

FIELDS: dict[str, tuple[Field, ...]] = {
    "article": (
        ("volume", "volume", "volume"),
        ("number", "issue", "issue"),
        ("series", "series", "collection-title"),
        ("issn", "issn", "ISSN"),
    ),
    "inproceedings": _IN_BOOK,
    "chapter": (*_IN_BOOK, _EDITION),
    "book": (*_IN_BOOK, _EDITION),
    "thesis": (("school", "institution", "publisher"), _PLACE, ("isbn", "isbn", "ISBN")),
    "report": (("institution", "institution", "publisher"), ("number", "number", "number"), _PLACE),
    "preprint": _MISC,
    "dataset": _MISC,
    "software": _MISC,
}
"""Kind -> further fields."""
