"""XML of DBLP and PubMed."""

from lxml import etree

from papershelf.problems import Location
from papershelf.sources.entry import Entry, Found, Values, remark
from papershelf.sources.markup_tree import (
    children,
    each_root,
    inner_markup,
    line_of,
    local,
    text_of,
    whole_text,
)

_TYPES = {
    "article": "article", "inproceedings": "inproceedings", "incollection": "chapter", "book": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis",
}  # fmt: skip


@each_root
def read_dblp(root: etree._Element, path: str) -> Found:
    """Read the publications of an extract; volumes and home pages are none."""
    for node in [root] if local(root) in _TYPES else list(root):
        location = Location(path=path, line=line_of(node))
        if kind := _TYPES.get(local(node)):
            yield Entry(location=location, values=_dblp(node, kind))
        elif local(node):
            yield remark(location, f"<{local(node)}> {node.get('key') or ''} is no paper")


def _dblp(node: etree._Element, kind: str) -> Values:
    addresses = [whole_text(part) for part in children(node, "ee")]
    title = inner_markup(children(node, "title")[0]) if children(node, "title") else ""
    return {
        "type": kind,
        # DBLP ends each title with a full stop.
        "title": title.removesuffix(".") if not title.endswith("..") else title,
        "authors": [
            {"name": whole_text(part), "orcid": part.get("orcid") or ""} for part in children(node, "author")
        ],
        "date": text_of(node, "year"),
        "venue": text_of(node, "journal") or text_of(node, "booktitle"),
        "volume": text_of(node, "volume"),
        "issue": text_of(node, "number"),
        "pages": text_of(node, "pages"),
        "institution": text_of(node, "school"),
        "doi": next((address for address in addresses if "10." in address), ""),
        "url": next(iter(addresses), ""),
        "ids": {"dblp": node.get("key") or ""},
    }


@each_root
def read_pubmed(root: etree._Element, path: str) -> Found:
    """Read the articles of an answer of PubMed."""
    for node in root.iter("PubmedArticle"):
        citation = next(iter(children(node, "MedlineCitation")), node)
        article = next(iter(children(citation, "Article")), citation)
        yield Entry(location=Location(path=path, line=line_of(node)), values=_pubmed(citation, article))


def _pubmed(citation: etree._Element, article: etree._Element) -> Values:
    journal = next(iter(children(article, "Journal")), article)
    issue = next(iter(children(journal, "JournalIssue")), journal)
    day = next(iter(children(issue, "PubDate")), issue)
    date = [text_of(day, "Year"), text_of(day, "Month"), text_of(day, "Day")]
    sections = [
        part for abstract in children(article, "Abstract") for part in children(abstract, "AbstractText")
    ]
    title = inner_markup(children(article, "ArticleTitle")[0]) if children(article, "ArticleTitle") else ""
    authors = [author for names in children(article, "AuthorList") for author in children(names, "Author")]
    return {
        "type": "article",
        "title": title.strip("[]").removesuffix("."),
        "authors": [_author(author) for author in authors],
        "abstract": "\n\n".join(
            f"{label.capitalize()}: {inner_markup(part)}"
            if (label := part.get("Label"))
            else inner_markup(part)
            for part in sections
        ),
        "date": "-".join(filter(None, date)) or text_of(day, "MedlineDate"),
        "venue": text_of(journal, "Title"),
        "volume": text_of(issue, "Volume"),
        "issue": text_of(issue, "Issue"),
        "pages": next((text_of(part, "MedlinePgn") for part in children(article, "Pagination")), ""),
        "issn": text_of(journal, "ISSN"),
        "doi": next(
            (whole_text(part) for part in children(article, "ELocationID") if part.get("EIdType") == "doi"),
            "",
        ),
        "ids": {"pmid": text_of(citation, "PMID")},
        "language": text_of(article, "Language"),
    }


def _author(node: etree._Element) -> Values:
    if group := text_of(node, "CollectiveName"):
        return {"literal": group}
    places = [text_of(place, "Affiliation") for place in children(node, "AffiliationInfo")]
    orcids = [whole_text(part) for part in children(node, "Identifier") if part.get("Source") == "ORCID"]
    return {
        "given": text_of(node, "ForeName") or text_of(node, "Initials"),
        "family": text_of(node, "LastName"),
        "suffix": text_of(node, "Suffix"),
        "orcid": next(iter(orcids), ""),
        "affiliation": places,
    }
