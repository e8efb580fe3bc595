"""The small print of a paper's page or a volume's: where it stands in print, who published, who paid, which licence."""

from urllib.parse import quote

from papershelf.markup.line import plain
from papershelf.model.dates import spoken
from papershelf.model.full_text import ARXIV
from papershelf.model.id_schemes import SCHEMES
from papershelf.model.licenses import license_address
from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.model.record_parts import Event
from papershelf.model.volumes import Volume

Fact = tuple[str, str, str]
"""Label, text, address that the text links to or an empty text."""


_USUAL = ("article", "inproceedings", "preprint")
"""Types of work that venue and date tell."""


def facts(paper: Paper, emails: bool = False) -> list[Fact]:
    """Return what a record says beyond title, authors, abstract and links; nothing for what it leaves out.

    ``emails`` tells whether authors' addresses are among it.
    """
    record, work = paper.record, paper.type
    rows = [
        ("Type", "" if work.name in _USUAL else work.label, ""),
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
        ("Corresponding", _names(record, "corresponding"), ""),
        ("Equal contribution", _names(record, "equal"), ""),
        ("Submitted by", record.submitter, ""),
        ("Note", record.note, ""),
        ("Updated", spoken(record.updated) if record.updated else "", ""),
    ]
    shown = [(label, plain(text), address) for label, text, address in rows if text]
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
    shown += [("Funding", plain(f"{grant.funder} {grant.award}".strip()), "") for grant in record.funding]
    if emails:
        shown += [
            (f"E-mail of {name.name}", name.email, f"mailto:{name.email}")
            for name in record.authors
            if name.email
        ]
    return shown


def _names(record: Record, flag: str) -> str:
    return ", ".join([name.name for name in record.authors if getattr(name, flag)])


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
    return [(label, plain(text), address) for label, text, address in rows if text]


def _event(event: Event) -> str:
    days = " to ".join([spoken(day) for day in (event.start, event.end) if day])
    return ", ".join([text for text in (event.name, event.place, days) if text])
