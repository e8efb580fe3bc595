"""Two records with one id, DOI or arXiv id; or, as a doubt, with one title, year and first author."""

from collections.abc import Callable, Iterable, Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content
from papershelf.lib.text import fold
from papershelf.model.identifiers import arxiv_of_doi
from papershelf.model.record import Record

_SAME_WORK = ("same", "version-of")


def check(content: Content) -> Iterator[Finding]:
    """Name every claimant of an identifier, in the file of each but the first."""
    records = content.records
    for first, other in _pairs(records, lambda record: record.id):
        yield error(
            other, ("id",), f"the id {other.id!r} is taken by {first.source}", "ids are unique: rename one"
        )
    for first, other in _pairs(records, lambda record: record.doi.lower()):
        if not _declared(first, other):
            yield error(
                other, ("doi",), f"the DOI {other.doi} is also that of {first.source}", _advice(first)
            )
    for first, other in _pairs(records, _arxiv):
        if not _declared(first, other):
            message = f"the arXiv id {_arxiv(other)} is also that of {first.source}"
            yield error(other, ("arxiv" if other.arxiv else "doi",), message, _advice(first))
    for first, other in _pairs(records, _gist):
        if first.id != other.id and not _declared(first, other):
            message = f"title, year and first author are also those of {first.source}"
            yield warning(other, ("title",), message, _advice(first))


def _pairs(records: Iterable[Record], key: Callable[[Record], str]) -> Iterator[tuple[Record, Record]]:
    """Return (first, other) for each record whose key, if not empty, an earlier one has."""
    first: dict[str, Record] = {}
    for record in records:
        value = key(record)
        if value and first.setdefault(value, record) is not record:
            yield first[value], record


def _declared(first: Record, other: Record) -> bool:
    """Whether one of the two says that it is a version of the other."""
    return any(
        link.rel in _SAME_WORK and link.id == to.id
        for record, to in ((first, other), (other, first))
        for link in record.related
    )


def _advice(first: Record) -> str:
    return f"keep one, or relate them: related: [{{rel: version-of, id: {first.id}}}]"


def _arxiv(record: Record) -> str:
    return record.arxiv or arxiv_of_doi(record.doi)


def _gist(record: Record) -> str:
    author = record.authors[0].family if record.authors else ""
    return fold(f"{record.title}\n{record.year}\n{author}")
