"""The ``citation_*`` tags of a paper's page, by which Google Scholar indexes and Zotero saves it.

Rules: Google Scholar's inclusion guidelines. Title, authors and date count together or not at all; one
container tag; no TeX; a PDF only from the page's own folder. What only Zotero reads (its item type, the abstract) is
as its translator "Embedded Metadata" has it.
"""

from papershelf.formats.names import container
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_lines
from papershelf.model import routes
from papershelf.model.names import Name
from papershelf.model.paper import Paper


def tags(paper: Paper, base: str) -> list[tuple[str, str]]:
    """Return name and content of every tag, in order; ``base`` is the site's absolute address.

    None without authors: Scholar reads a page whose required tags are not all there as if it had none.
    """
    record, work = paper.record, paper.type
    if not record.authors:
        return []
    out = [("citation_title", plain(record.title))]
    for name in record.authors:
        out.append(("citation_author", _author(name)))
        out += [("citation_author_institution", text) for text in name.affiliations]
    out.append(("citation_publication_date", _date(record.date)))
    if record.added:
        out.append(("citation_online_date", _date(record.added)))
    if work.highwire and work.publisher == "institution":
        pairs = [(work.highwire, record.institution), ("citation_technical_report_number", record.number)]
    elif work.highwire:
        pairs = [(work.highwire, plain(container(paper)))]
    else:
        pairs = []
    first, _, last = record.pages.replace("–", "-").partition("-")
    pairs += [
        ("citation_volume", record.volume),
        ("citation_issue", record.issue),
        ("citation_firstpage", first.strip() or record.article_number),
        ("citation_lastpage", last.strip("- ")),
        ("citation_issn", paper.issn),
        ("citation_isbn", record.isbn),
        ("citation_publisher", record.publisher or (paper.venue.publisher if paper.venue else "")),
        ("citation_doi", record.doi),
        ("citation_arxiv_id", record.arxiv),
        ("citation_pmid", dict(record.ids).get("pmid", "")),
        ("citation_language", record.language),
        ("citation_pdf_url", own_pdf(paper, base)),
        ("citation_public_url", record.url),
    ]
    out += [pair for pair in pairs if pair[1]]
    out += [("citation_keywords", plain(tag).replace(";", ",")) for tag in record.tags]
    return out


def zotero_tags(paper: Paper, *, abstract: bool) -> list[tuple[str, str]]:
    """Return the tags that Zotero alone reads: the abstract, and the item's type where no container tag tells it."""
    work = paper.type
    contained = work.highwire and (
        paper.record.institution if work.publisher == "institution" else paper.record.venue
    )
    pairs = [
        ("citation_abstract", to_lines(paper.record.abstract) if abstract else ""),
        ("z:itemType", "" if contained and paper.record.authors else work.zotero),
    ]
    return [pair for pair in pairs if pair[1]]


def _author(name: Name) -> str:
    """Return a name as Zotero takes it apart rightly: ``van Beethoven, Ludwig``, ``King, Martin Luther, Jr.``.

    One with a space on both sides of the comma it would read as two names, so that stays in reading order.
    """
    if name.literal:
        return name.name
    family = f"{name.particle} {name.family}".strip()
    if " " in family and " " in name.given:
        return name.name
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def own_pdf(paper: Paper, base: str) -> str:
    """Return the absolute address of a PDF in the folder of the paper's page, else an empty text."""
    url = routes.url("paper", paper.record.id)
    return base + paper.record.pdf if paper.record.pdf.startswith(url) else ""


def _date(date: str) -> str:
    """Return ``2010/5/12``, or the year alone: Scholar knows no months without a day."""
    if len(date) < 10:
        return date[:4]
    year, month, day = date.split("-")
    return f"{year}/{int(month)}/{int(day)}"
