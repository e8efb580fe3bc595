"""Papers as the search index sees them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from papershelf.markup.line import plain
from papershelf.model.large import texts_in_pages
from papershelf.model.paper import Paper, papers_of
from papershelf.model.site import Site
from papershelf.search.document import FIELDS, FLAGS, Document, SearchSettings
from papershelf.search.languages import language_of
from papershelf.search.papers import Papers


def documents(site: Site) -> tuple[Document, ...]:
    """Return every paper of the site as a document."""
    return tuple(_document(paper) for paper in papers_of(site))


def settings(site: Site) -> SearchSettings:
    """Return how the site is searched."""
    weights = site.config.search
    boosts = {name: float(getattr(weights, name)) for name in FIELDS}
    texts = "page" if texts_in_pages(len(site.records)) else "json"
    return SearchSettings(language=language_of(site.config.language), boosts=boosts, texts=texts)


def index(papers: tuple[Paper, ...], how: SearchSettings, cache_dir: Path) -> Iterator[tuple[str, bytes]]:
    """Return every file of the index of these papers; ``cache_dir`` is where it may keep its work for next time."""
    # Imported here, in the process that makes the index: numpy takes a twentieth of a second.
    from papershelf.search.index import build

    documents = Papers(
        digests=tuple([paper.digest for paper in papers]), read=lambda number: _document(papers[number])
    )
    return build(documents, how, cache_dir)


def _document(paper: Paper) -> Document:
    record = paper.record
    return Document(
        id=record.id,
        digest=paper.digest,
        title=plain(record.title),
        authors=tuple([name.name for name in record.authors]),
        abstract=record.abstract,
        venue=record.venue,
        venue_slug=paper.venue.slug if paper.venue else "",
        tags=record.tags,
        date=record.date,
        added=record.day,
        votes=record.upvotes or 0,
        flags=_flags(bool(record.pdf or record.arxiv), tuple([link.type for link in record.links])),
    )


@cache
def _flags(pdf: bool, types: tuple[str, ...]) -> frozenset[str]:
    return frozenset((*types, "pdf") if pdf else types).intersection(FLAGS)
