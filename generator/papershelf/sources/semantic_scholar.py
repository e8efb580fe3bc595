"""Semantic Scholar: papers of its API, in which any value may be null."""

from collections.abc import Iterator
from typing import Any

from papershelf.problems import Location
from papershelf.sources.entry import Entry, Found, Values, skipped
from papershelf.sources.json_text import each_value, first, mapping, mappings, text

_TYPES = {
    "JournalArticle": "article", "Conference": "inproceedings", "Book": "book", "BookSection": "chapter",
    "Dataset": "dataset",
}  # fmt: skip


@each_value
def read(value: Any, location: Location) -> Found:
    """Read papers: one, a list, an answer with ``data``, or an author with ``papers``."""
    for paper in _papers(value):
        if not text(paper.get("title")):
            yield skipped(
                location.path, location.line, f"the paper {text(paper.get('paperId'))} has no title"
            )
            continue
        yield Entry(location=location, values=_values(paper))


def _papers(value: Any) -> Iterator[dict[str, Any]]:
    found = mapping(value)
    papers = found.get("papers") or found.get("data") or value
    yield from mappings(papers if isinstance(papers, list) else [papers])


def _values(paper: dict[str, Any]) -> Values:
    codes, journal = mapping(paper.get("externalIds")), mapping(paper.get("journal"))
    types = paper.get("publicationTypes")
    return {
        "type": first([_TYPES.get(name, "") for name in types or [] if isinstance(name, str)]),
        "title": text(paper["title"]),
        "authors": [text(author.get("name")) for author in mappings(paper.get("authors"))],
        "abstract": text(paper.get("abstract")),
        "tldr": text(mapping(paper.get("tldr")).get("text")),
        "date": paper.get("publicationDate") or text(paper.get("year")),
        "venue": text(journal.get("name")) or text(paper.get("venue")),
        "volume": text(journal.get("volume")),
        "pages": text(journal.get("pages")),
        "doi": text(codes.get("DOI")) or text(paper.get("doi")),
        "arxiv": text(codes.get("ArXiv")) or text(paper.get("arxivId")),
        "ids": {
            "s2": text(paper.get("paperId")),
            "pmid": text(codes.get("PubMed")),
            "acl": text(codes.get("ACL")),
            "dblp": text(codes.get("DBLP")),
        },
        "url": text(paper.get("url")),
        "pdf": text(mapping(paper.get("openAccessPdf")).get("url")),
    }
