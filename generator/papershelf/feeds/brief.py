"""What the feeds and the API of a large archive say of a paper: no abstract, and nothing that follows from the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from papershelf.formats.standing import standing
from papershelf.lib.lazy import Lazy
from papershelf.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPaper:
    """Some fields of a record."""

    id: str
    title: str
    authors: tuple[str, ...]
    date: str
    joined: str
    changed: str
    """When it last changed, as exactly as is known."""
    standing: str
    """Its notices, else a status that must be told; empty for most."""
    arxiv: str
    tldr: str
    image: str
    code: str
    project: str
    stars: int | None
    upvotes: int | None
    comments: int | None


Brief = Lazy[BriefPaper]


def briefs(records: Iterable[Record]) -> dict[str, Brief]:
    """Return papers in brief, by id."""
    return {record.id: Lazy(record.digest, partial(_brief, record)) for record in records}


def _brief(record: Record) -> BriefPaper:
    return BriefPaper(
        id=record.id,
        title=record.title,
        authors=tuple([name.name for name in record.authors]),
        date=record.date,
        joined=record.joined,
        changed=changed(record),
        standing=standing(record),
        arxiv=record.arxiv,
        tldr=record.tldr,
        image=record.image,
        code=record.link("code"),
        project=record.link("project"),
        stars=record.stars,
        upvotes=record.upvotes,
        comments=record.comments,
    )


def changed(record: Record) -> str:
    """Return when a paper last changed, as exactly as is known."""
    return max(record.updated, record.joined)
