"""Papers as the search index sees them: plain text, without markup."""

from generator.content.markdown import to_text
from generator.formats.cited import Cited, cited
from generator.lib.tex import plain
from generator.model.site import Site
from generator.search.document import FLAGS, Document


def documents(site: Site) -> tuple[Document, ...]:
    """Give every paper of the site as a document."""
    return tuple(_document(paper) for paper in cited(site))


def _document(paper: Cited) -> Document:
    record = paper.record
    flags = {link.type for link in record.links} | ({"pdf"} if record.pdf or record.arxiv else set())
    return Document(
        id=record.id,
        digest=paper.digest,
        title=plain(record.title),
        authors=tuple(name.name for name in record.authors),
        abstract=to_text(record.abstract),
        venue=record.venue,
        venue_slug=paper.venue.slug if paper.venue else "",
        tags=record.tags,
        date=record.date,
        added=record.day,
        votes=record.upvotes or 0,
        flags=frozenset(flags & set(FLAGS)),
    )
