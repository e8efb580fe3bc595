"""The small print of a paper's page or a volume's: where it stands in print, who published, who paid, which licence."""

from urllib.parse import quote

from papershelf.model.dates import spoken
from papershelf.model.full_text import ARXIV
from papershelf.model.id_schemes import SCHEMES
from papershelf.model.licenses import license_address
from papershelf.model.record import Record
from papershelf.model.record_parts import Event
from papershelf.model.volumes import Volume

Fact = tuple[str, str, str]
"""Label, text, address that the text links to or an empty text."""


def facts(record: Record) -> list[Fact]:
    """Return what a record says beyond title, authors, abstract and links; nothing for what it leaves out."""
    rows = [
        ("Original title", record.title_original, ""),
        ("Translated title", record.title_translated, ""),
        ("Editors", ", ".join([name.name for name in record.editors]), ""),
        ("Event", _event(record.event) if record.event else "", ""),
        ("Volume", record.volume, ""),
        ("Issue", record.issue, ""),
        ("Number", record.number, ""),
        ("Article", record.article_number, ""),
        ("Pages", record.pages.replace("--", "–").replace("-", "–"), ""),
        ("Series", record.series, ""),
        ("Edition", record.edition, ""),
        ("Degree", record.degree, ""),
        ("Institution", record.institution, ""),
        ("Publisher", ", ".join([text for text in (record.publisher, record.place) if text]), ""),
        ("ISBN", record.isbn, ""),
        ("ISSN", record.issn, ""),
        ("Language", record.language, ""),
        ("License", record.license, license_address(record.license)),
        ("Organization", record.organization, ""),
        ("Submitted by", record.submitter, ""),
        ("Note", record.note, ""),
        ("Updated", spoken(record.updated) if record.updated else "", ""),
    ]
    shown = [row for row in rows if row[1]]
    shown += [("arXiv", record.arxiv, ARXIV + record.arxiv)] if record.arxiv else []
    shown += [("DOI", record.doi, "https://doi.org/" + quote(record.doi))] if record.doi else []
    shown += [
        (SCHEMES[scheme].name, text, SCHEMES[scheme].address + quote(text, safe="/:"))
        for scheme, text in record.ids
    ]
    shown += [
        (f"License of the {row.part}", row.license, license_address(row.license)) for row in record.licenses
    ]
    shown += [
        (name.name, ", ".join(name.roles).replace("-", " "), "") for name in record.authors if name.roles
    ]
    shown += [("Funding", f"{grant.funder} {grant.award}".strip(), "") for grant in record.funding]
    return shown


def volume_facts(volume: Volume) -> list[Fact]:
    """Return what a volume says of itself besides its title and front matter."""
    doi = f"https://doi.org/{quote(volume.doi)}" if volume.doi else ""
    rows = [
        ("Editors", ", ".join([name.name for name in volume.editors]), ""),
        ("Event", _event(volume.event) if volume.event else "", ""),
        ("Volume", volume.volume, ""),
        ("Issue", volume.issue, ""),
        ("Series", volume.series, ""),
        ("Published", spoken(volume.date) if volume.date else volume.year, ""),
        ("Publisher", ", ".join([text for text in (volume.publisher, volume.place) if text]), ""),
        ("ISBN", volume.isbn, ""),
        ("DOI", volume.doi, doi),
    ]
    return [row for row in rows if row[1]]


def _event(event: Event) -> str:
    days = " to ".join([spoken(day) for day in (event.start, event.end) if day])
    return ", ".join([text for text in (event.name, event.place, days) if text])
