"""A paper's page on the web: its ``citation_*`` tags, as Google Scholar asks publishers for them."""

from collections import defaultdict

from lxml import html
from lxml.etree import LxmlError

from papershelf.problems import Location
from papershelf.sources.entry import Document, Entry, Found, Values

_KINDS = (
    ("citation_journal_title", "article"),
    ("citation_conference_title", "inproceedings"),
    ("citation_dissertation_institution", "thesis"),
    ("citation_technical_report_institution", "report"),
    ("citation_inbook_title", "chapter"),
)


def read(document: Document) -> Found:
    """Read the one paper of a page; raises ``ValueError`` where the page has no such tags."""
    try:
        root = html.document_fromstring(
            document.data, parser=html.HTMLParser(no_network=True, huge_tree=False)
        )
    except (LxmlError, ValueError):
        raise ValueError("is no HTML") from None
    tags: dict[str, list[str]] = defaultdict(list)
    authors: list[Values] = []
    for node in root.iter("meta"):
        name, content = (node.get("name") or "").lower(), (node.get("content") or "").strip()
        if name == "citation_author" and content:
            authors.append({"name": content})
        elif name in ("citation_author_institution", "citation_author_orcid") and authors:
            authors[-1]["affiliation" if name.endswith("institution") else "orcid"] = content
        elif name.startswith("citation_") and content:
            tags[name].append(content)
    if "citation_title" not in tags:
        raise ValueError("has no citation_title")
    yield Entry(
        location=Location(path=document.path), values=_values(document, tags, authors, _abstract(root))
    )


def _abstract(root: html.HtmlElement) -> str:
    found = root.xpath("//*[@id='abstract' or @class='abstract']")
    return str(found[0].text_content()).strip() if found else ""


def _values(document: Document, tags: dict[str, list[str]], authors: list[Values], abstract: str) -> Values:
    one = {name: contents[0] for name, contents in tags.items()}
    pages = [one.get("citation_firstpage", ""), one.get("citation_lastpage", "")]
    container = next((one[name] for name, _ in _KINDS if name in one), "")
    kind = next((kind for name, kind in _KINDS if name in one), "")
    return {
        "type": kind,
        "title": one["citation_title"],
        "authors": authors,
        "abstract": one.get("citation_abstract") or abstract,
        "date": one.get("citation_publication_date")
        or one.get("citation_date")
        or one.get("citation_online_date"),
        "institution" if kind in ("thesis", "report") else "venue": container,
        "volume": one.get("citation_volume"),
        "issue": one.get("citation_issue"),
        "pages": "-".join(filter(None, pages)),
        "publisher": one.get("citation_publisher"),
        "doi": one.get("citation_doi"),
        "isbn": one.get("citation_isbn"),
        "issn": one.get("citation_issn"),
        "arxiv": one.get("citation_arxiv_id"),
        "pdf": one.get("citation_pdf_url"),
        "url": document.path,
        "language": one.get("citation_language"),
        "tags": [tag for text in tags.get("citation_keywords", ()) for tag in text.split(";")],
    }
