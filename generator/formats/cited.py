"""What a bibliographic format needs of a paper: its record, its venue, and what kind of work it is."""

from dataclasses import dataclass

from generator.lib.tex import plain
from generator.model.people import Name, Venue, parse_name
from generator.model.record import Record
from generator.model.site import Directory, split_venue

_KIND_OF_CONTAINER = {
    "conference": "inproceedings",
    "workshop": "inproceedings",
    "journal": "article",
    "book-series": "chapter",
    "university": "thesis",
    "preprint-server": "preprint",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A paper as it is cited."""

    record: Record
    venue: Venue | None = None
    """Record of its venue."""


def cited(record: Record, directory: Directory) -> Cited:
    """Give a record with its venue."""
    return Cited(record=record, venue=directory.venue(record))


def kind(paper: Cited) -> str:
    """Give the kind of work, a ``Kind``: as the record says, else by what contains it."""
    record = paper.record
    if record.type:
        return record.type
    if paper.venue and paper.venue.kind in _KIND_OF_CONTAINER:
        return _KIND_OF_CONTAINER[paper.venue.kind]
    if record.venue:
        return "article" if record.volume or record.issue else "inproceedings"
    return "inproceedings" if record.event else "report" if record.institution else "preprint"


def container(paper: Cited) -> str:
    """Give the title of what contains the paper: the venue's full name if known, else the venue as written.

    Either reads back as the same venue.
    """
    if not paper.venue:
        return paper.record.venue
    title = paper.venue.title
    return title if title != split_venue(paper.record.venue)[0] else paper.record.venue


def family(name: Name) -> str:
    """Give the family name with its particle, or the whole of a name that is not taken apart."""
    return name.name if name.literal else f"{name.particle} {name.family}" if name.particle else name.family


def name_parts(given: str, particle: str, family: str, suffix: str) -> dict[str, str]:
    """Give a record's author from the parts that a format names; a particle may stand inside ``family``."""
    if not given:
        return {"literal": " ".join(part for part in (particle, family, suffix) if part)}
    if not particle and family[:1].islower() and " " in family:
        parsed = parse_name(f"{family}, {given}")
        particle, family = parsed.particle, parsed.family
    parts = {"given": given, "particle": particle, "family": family, "suffix": suffix}
    return {key: value for key, value in parts.items() if value}


def join_tags(tags: tuple[str, ...]) -> str:
    """Give tags as one text: ``a, b``; where a tag holds a comma, each is closed by a semicolon."""
    if any("," in tag for tag in tags):
        return " ".join(plain(tag).replace(";", ",") + ";" for tag in tags)
    return ", ".join(plain(tag) for tag in tags)


def split_tags(text: str) -> list[str]:
    """Give the tags of one text."""
    parts = text.split(";" if ";" in text else ",")
    return [part.strip() for part in parts if part.strip()]


def arxiv_address(arxiv: str) -> str:
    """Give the address of an arXiv id's page."""
    return f"https://arxiv.org/abs/{arxiv}"
