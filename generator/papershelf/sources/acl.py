"""The ACL Anthology: its XML volumes, and the BibTeX of one paper."""

import re

from lxml import etree

from papershelf.problems import Location
from papershelf.sources import bibtex
from papershelf.sources.entry import Document, Entry, Found, Values
from papershelf.sources.markup_tree import (
    children,
    each_root,
    inner_markup,
    line_of,
    local,
    text_of,
    whole_text,
    within,
)

_SITE = "https://aclanthology.org/"
_TEX = re.compile(r"<tex-math>(.*?)</tex-math>", re.DOTALL)


@each_root
def read(root: etree._Element, path: str) -> Found:
    """Read the papers of a collection; front matter is no paper."""
    if local(root) != "collection":
        raise ValueError(f"is no collection of the ACL Anthology but a document of <{local(root)}>")
    for volume in children(root, "volume"):
        meta = next(iter(children(volume, "meta")), volume)
        for paper in within(volume, "paper"):
            location = Location(path=path, line=line_of(paper))
            key = _key(root.get("id") or "", volume.get("id") or "", paper)
            yield Entry(location=location, values=_values(paper, meta, key), venue=_venue(meta, volume))


def read_bibtex(document: Document) -> Found:
    """Read the BibTeX that the Anthology gives for one paper, whose address holds its id."""
    for item in bibtex.read(document):
        if isinstance(item, Entry):
            key = document.path.rpartition("/")[2].removesuffix(".bib")
            item.values["ids"] = {"acl": key}
        yield item


def _key(collection: str, volume: str, paper: etree._Element) -> str:
    """Return a paper's Anthology id: its file name, else made of collection, volume and paper."""
    if (url := text_of(paper, "url")) and "/" not in url:
        return url
    number = paper.get("id") or ""
    if re.fullmatch(r"[A-Z]\d\d", collection):
        width = 2 if collection[0] == "W" or len(volume) > 1 else 3
        return f"{collection}-{volume}{number:0>{width}}"
    return f"{collection}-{volume}.{number}"


def _venue(meta: etree._Element, volume: etree._Element) -> Values:
    is_journal = volume.get("type") == "journal"
    return {
        "kind": "journal" if is_journal else "conference",
        "publisher": text_of(meta, "publisher"),
        "issn": text_of(meta, "issn"),
    }


def _values(paper: etree._Element, meta: etree._Element, key: str) -> Values:
    journal = text_of(meta, "journal-title")
    is_journal = bool(text_of(meta, "journal-volume"))
    booktitle = text_of(meta, "booktitle")
    month = text_of(meta, "month")
    retracted = children(paper, "retracted")
    return {
        "type": "article" if is_journal else "inproceedings",
        "title": _text(paper, "title"),
        "authors": [_name(author) for author in children(paper, "author")],
        "editors": [_name(editor) for editor in children(paper, "editor") or children(meta, "editor")],
        "abstract": _text(paper, "abstract"),
        "date": " ".join(filter(None, (month, text_of(meta, "year")))),
        "venue": journal or (booktitle.split(",")[0] if is_journal else booktitle),
        "publisher": text_of(meta, "publisher"),
        "place": text_of(meta, "address"),
        "isbn": text_of(meta, "isbn"),
        "volume": text_of(meta, "journal-volume"),
        "issue": text_of(meta, "journal-issue"),
        "pages": text_of(paper, "pages"),
        "doi": text_of(paper, "doi"),
        "ids": {"acl": key},
        "bibkey": text_of(paper, "bibkey"),
        "url": f"{_SITE}{key}/",
        "pdf": f"{_SITE}{key}.pdf",
        "language": text_of(paper, "language"),
        "awards": [whole_text(award) for award in children(paper, "award")],
        "status": "retracted" if retracted else "",
        "notices": [
            {
                "kind": "retraction",
                **({"date": date} if (date := node.get("date")) else {}),
                "text": whole_text(node) or "Retracted.",
            }
            for node in retracted
        ],
    }


def _text(paper: etree._Element, name: str) -> str:
    """Return a text with its markup; ``<tex-math>`` as a formula, ``<fixed-case>`` as braces of a title."""
    found = children(paper, name)
    if not found:
        return ""
    markup = _TEX.sub(lambda match: f"${match[1]}$", inner_markup(found[0]))
    if name == "title":
        markup = re.sub(r"</?fixed-case>", lambda match: "}" if match[0][1] == "/" else "{", markup)
    return markup


def _name(node: etree._Element) -> Values:
    parts = {"given": text_of(node, "first"), "family": text_of(node, "last")}
    places = [whole_text(place) for place in children(node, "affiliation")]
    return {**parts, "id": node.get("id") or "", "orcid": node.get("orcid") or "", "affiliation": places}
