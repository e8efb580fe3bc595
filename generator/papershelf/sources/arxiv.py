"""arXiv: the Atom feed of its API, and OAI-PMH records in Dublin Core."""

import re
from collections.abc import Iterator

from lxml import etree

from papershelf.problems import Location
from papershelf.sources.codes import find_arxiv
from papershelf.sources.entry import Entry, Found, Values, skipped
from papershelf.sources.markup_tree import children, each_root, line_of, local, text_of, whole_text, within

_COMMENT_LINK = re.compile(r"https?://(?:github|gitlab)\.com/[\w./-]+[\w/-]")


@each_root
def read(root: etree._Element, path: str) -> Found:
    """Read the entries of an Atom feed; an error of arXiv's comes as an entry without a date."""
    if local(root) != "feed":
        raise ValueError(f"is no Atom feed but a document of <{local(root)}>")
    for node in within(root, "entry"):
        line = line_of(node)
        address, published = text_of(node, "id"), text_of(node, "published")
        if not published or "/errors" in address:
            reason = text_of(node, "summary") or text_of(node, "title") or "the entry has no date"
            yield skipped(path, line, f"arXiv says: {reason}")
            continue
        yield Entry(location=Location(path=path, line=line), values=_values(node, address, published))


def _values(node: etree._Element, address: str, published: str) -> Values:
    comment = text_of(node, "comment")
    code = _COMMENT_LINK.search(comment)
    return {
        "type": "preprint",
        "title": text_of(node, "title"),
        "authors": [_author(author) for author in children(node, "author")],
        "abstract": text_of(node, "summary"),
        "date": published,
        "arxiv": find_arxiv(address),
        "doi": text_of(node, "doi"),
        "links": {"code": code[0]} if code else {},
    }


def _author(node: etree._Element) -> Values:
    places = [whole_text(place) for place in children(node, "affiliation")]
    return {"name": text_of(node, "name"), "affiliation": places}


@each_root
def read_dublin_core(root: etree._Element, path: str) -> Found:
    """Read records of OAI-PMH in Dublin Core, one or a list of them."""
    for node in _dublin_core(root):
        texts = {name: [whole_text(part) for part in children(node, name)] for name in map(local, node)}
        identifiers = " ".join(texts.get("identifier", ()))
        yield Entry(
            location=Location(path=path, line=line_of(node)),
            values={
                "type": "preprint" if "arxiv" in identifiers.lower() else "",
                "title": next(iter(texts.get("title", ())), ""),
                "authors": texts.get("creator", []),
                # The first is the abstract; others are comments ("12 pages").
                "abstract": next(iter(texts.get("description", ())), ""),
                "date": min(texts.get("date", [""])),
                "tags": texts.get("subject", []),
                "arxiv": find_arxiv(identifiers),
                "doi": identifiers if "doi" in identifiers.lower() else "",
                "language": next(iter(texts.get("language", ())), ""),
                "publisher": next(iter(texts.get("publisher", ())), ""),
            },
        )


def _dublin_core(root: etree._Element) -> Iterator[etree._Element]:
    yield from (node for node in root.iter() if local(node) in ("dc", "dublin_core"))
