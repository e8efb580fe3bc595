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

_IN_BOOK = (
    ("volume", "volume"),
    ("number", "number"),
    ("series", "series"),
    ("publisher", "publisher"),
    ("address", "place"),
    ("isbn", "isbn"),
)
_MISC = (("organization", "publisher"), ("address", "place"))

FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "article": (("volume", "volume"), ("number", "issue"), ("series", "series"), ("issn", "issn")),
    "inproceedings": _IN_BOOK,
    "chapter": (*_IN_BOOK, ("edition", "edition")),
    "book": (*_IN_BOOK, ("edition", "edition")),
    "thesis": (("school", "institution"), ("address", "place"), ("isbn", "isbn")),
    "report": (("institution", "institution"), ("number", "number"), ("address", "place")),
    "preprint": _MISC,
    "dataset": _MISC,
    "software": _MISC,
}
"""Kind -> further fields, each with the record's field that it holds."""
