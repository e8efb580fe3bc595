"""Papers as the search index sees them, and the index as a bundle of the plan."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from papershelf.config import SiteConfig
from papershelf.markup.line import plain
from papershelf.model.full_text import pdf_address
from papershelf.model.large import texts_in_pages
from papershelf.model.output import Bundle
from papershelf.model.paper import Paper, papers_of
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.model.venues import Venue
from papershelf.search.document import FIELDS, FLAGS, Document, SearchSettings
from papershelf.search.languages import language_of
from papershelf.search.papers import Papers


def documents(site: Site) -> tuple[Document, ...]:
    """Return every paper of the site as a document."""
    return tuple(map(_document, papers_of(site)))


def settings(config: SiteConfig, count: int) -> SearchSettings:
    """Return how an archive of ``count`` papers is searched."""
    boosts = {name: float(getattr(config.search, name)) for name in FIELDS}
    texts = "page" if texts_in_pages(count) else "json"
    return SearchSettings(language=language_of(config.language), boosts=boosts, texts=texts)


def bundle(papers: tuple[Paper, ...]) -> Bundle:
    """Return the search index of all papers."""
    return Bundle(name="search", slice=papers, files=_index)


def _index(papers: tuple[Paper, ...], config: SiteConfig, cache_dir: Path) -> Iterator[tuple[str, bytes]]:
    # Imported here, in the process that makes the index: numpy takes a twentieth of a second.
    from papershelf.search.index import build

    found = Papers(
        digests=tuple([paper.digest for paper in papers]), read=lambda number: _document(papers[number])
    )
    return build(found, settings(config, len(papers)), cache_dir)


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
        venue_names=_names(paper.venue) if paper.venue else (),
        tags=record.tags,
        date=record.date,
        added=record.joined,
        ids=_ids(record),
        votes=record.upvotes or 0,
        flags=_flags(bool(pdf_address(record)), tuple([link.type for link in record.links])),
    )


def _ids(record: Record) -> tuple[str, ...]:
    arxiv = (record.arxiv, f"10.48550/arXiv.{record.arxiv}") if record.arxiv else ()
    others = [number for scheme, number in record.ids if scheme in ("openreview", "acl")]
    return (*filter(None, (record.doi, record.bibkey)), *arxiv, *others)


@cache
def _names(venue: Venue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (venue.short, venue.title, *venue.aliases))))


@cache
def _flags(pdf: bool, types: tuple[str, ...]) -> frozenset[str]:
    return frozenset((*types, "pdf") if pdf else types).intersection(FLAGS)
