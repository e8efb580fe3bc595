"""What bibliographic formats share: names taken apart and put together, tags as one text, addresses."""

from collections.abc import Mapping
from urllib.parse import quote

from papershelf.markup.line import plain
from papershelf.model.names import Name, split_particle
from papershelf.model.paper import Paper
from papershelf.model.venues import split_venue


def container(paper: Paper) -> str:
    """Return the title of what contains the paper: the volume's, the venue's full name, or the venue as written.

    Each reads back as the same venue. Proceedings are of a year, as the record may say; a journal's title has none.
    """
    if paper.volume and paper.volume.title and paper.type.citation != "journal":
        return paper.volume.title
    title = paper.venue.title if paper.venue else ""
    name, _ = split_venue(paper.record.venue)
    if paper.type.citation == "journal":
        return title or name
    return title if title and title != name else paper.record.venue


def csl_name(name: Name) -> dict[str, str]:
    """Return a CSL name. The particle goes with the family name: Zotero drops CSL's own slot for it."""
    if name.literal:
        return {"literal": name.name}
    whole = f"{name.particle} {name.family}" if name.particle else name.family
    if name.suffix:
        return {"family": whole, "given": name.given, "suffix": name.suffix}
    return {"family": whole, "given": name.given}


def name_parts(given: str, particle: str, family: str, suffix: str) -> dict[str, str]:
    """Return a record's author from the parts that a format names; a particle may stand inside ``family``."""
    if not given:
        return {"literal": " ".join(part for part in (particle, family, suffix) if part)}
    if not particle:
        particle, family = split_particle(family)
    parts = {"given": given, "particle": particle, "family": family, "suffix": suffix}
    return {key: value for key, value in parts.items() if value}


def comma_name(name: Mapping[str, str]) -> str:
    """Return a CSL name as ``Family, Given, Suffix``; one without a comma is not taken apart."""
    if "literal" in name:
        return name["literal"].replace(",", "")
    text = f"{name['family']}, {name['given']}"
    return f"{text}, {name['suffix']}" if "suffix" in name else text


def read_comma_name(text: str) -> dict[str, str]:
    """Return a record's author from ``Family, Given, Suffix``."""
    parts = [part.strip() for part in text.split(",")]
    return name_parts(parts[1] if len(parts) > 1 else "", "", parts[0], " ".join(parts[2:]))


def join_tags(tags: tuple[str, ...]) -> str:
    """Return tags as one text: ``a, b``; where a tag holds a comma, each is closed by a semicolon."""
    if "," in "".join(tags):
        return " ".join([plain(tag).replace(";", ",") + ";" for tag in tags])
    return ", ".join([plain(tag) for tag in tags])


def split_tags(text: str) -> list[str]:
    """Return the tags of one text."""
    parts = text.split(";" if ";" in text else ",")
    return [part.strip() for part in parts if part.strip()]


def arxiv_address(arxiv: str) -> str:
    """Return the address of an arXiv id's page."""
    return f"https://arxiv.org/abs/{arxiv}"


def doi_address(doi: str) -> str:
    """Return the address that resolves a DOI; its odd characters (``<>#?%``) are percent-encoded."""
    return "https://doi.org/" + quote(doi, safe="/:;()@!$*,&=+'")
