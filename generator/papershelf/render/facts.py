"""The small print of a paper's page: where it stands in print, who published, who paid, which licence."""

from urllib.parse import quote

from papershelf.formats.licenses import license_address
from papershelf.model.dates import spoken
from papershelf.model.record import Record
from papershelf.model.record_parts import Event

Fact = tuple[str, str, str]
"""Label, text, address that the text links to or an empty text."""

ADDRESSES = {
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "dblp": "https://dblp.org/rec/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "s2": "https://www.semanticscholar.org/paper/",
    "openalex": "https://openalex.org/",
}
"""Scheme of an identifier -> what its address begins with."""

NAMES = {
    "openreview": "OpenReview",
    "acl": "ACL Anthology",
    "dblp": "DBLP",
    "pmid": "PubMed",
    "hdl": "Handle",
    "s2": "Semantic Scholar",
    "openalex": "OpenAlex",
}


def facts(record: Record) -> list[Fact]:
    """Return what a record says beyond title, authors, abstract and links; nothing for what it leaves out."""
    rows = [
        ("Editors", ", ".join([name.name for name in record.editors]), ""),
        ("Event", _event(record.event) if record.event else "", ""),
        ("Volume", record.volume, ""),
        ("Issue", record.issue, ""),
        ("Number", record.number, ""),
        ("Pages", record.pages.replace("--", "–").replace("-", "–"), ""),
        ("Series", record.series, ""),
        ("Edition", record.edition, ""),
        ("Institution", record.institution, ""),
        ("Publisher", ", ".join([text for text in (record.publisher, record.place) if text]), ""),
        ("ISBN", record.isbn, ""),
        ("ISSN", record.issn, ""),
        ("Language", record.language, ""),
        ("License", record.license, license_address(record.license)),
        ("Organization", record.organization, ""),
        ("Submitted by", record.submitter, ""),
        ("Note", record.note, ""),
    ]
    shown = [row for row in rows if row[1]]
    shown += [
        (NAMES[scheme], text, ADDRESSES[scheme] + quote(text, safe="/:")) for scheme, text in record.ids
    ]
    shown += [("Funding", f"{grant.funder} {grant.award}".strip(), "") for grant in record.funding]
    return shown


def _event(event: Event) -> str:
    days = " to ".join([spoken(day) for day in (event.start, event.end) if day])
    return ", ".join([text for text in (event.name, event.place, days) if text])
