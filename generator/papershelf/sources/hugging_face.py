"""Hugging Face's daily papers: the JSON of its API, and lists made of it as text."""

import re
from collections.abc import Iterator
from typing import Any

from papershelf.problems import Location
from papershelf.sources.codes import find_arxiv
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, Values, skipped
from papershelf.sources.json_text import each_value, first, mapping, mappings, text

_BLOCK = re.compile(
    r"^Title: (?P<title>[^\n]*)\nPDF: (?P<pdf>\S*)[^\n]*\nSummary: (?P<summary>.*?)(?=\n---|\nTitle: |\Z)",
    re.M | re.S,
)


@each_value
def read(value: Any, location: Location) -> Found:
    """Read the papers of a list; ``publishedAt`` is arXiv's day, ``submittedOnDailyAt`` the list's."""
    for card in _cards(value):
        paper = mapping(card.get("paper")) or card
        if not text(paper.get("title")):
            yield skipped(
                location.path, location.line, f"is no paper: {text(paper.get('id')) or 'it'} has no title"
            )
            continue
        yield Entry(location=location, values=_values(card, paper))


def _cards(value: Any) -> Iterator[dict[str, Any]]:
    cards = mapping(value).get("papers", mapping(value).get("dailyPapers", value))
    yield from mappings(cards if isinstance(cards, list) else [cards])


def _values(card: dict[str, Any], paper: dict[str, Any]) -> Values:
    key = text(paper.get("id"))
    organization = paper.get("organization") or card.get("organization")
    submitter = paper.get("submittedOnDailyBy") or card.get("submittedBy")
    return {
        "type": "preprint",
        "title": text(paper["title"]),
        "authors": [text(author.get("name")) for author in mappings(paper.get("authors"))],
        "abstract": text(paper.get("summary")),
        "tldr": text(paper.get("ai_summary")),
        "date": paper.get("publishedAt") or card.get("publishedAt"),
        "added": paper.get("submittedOnDailyAt") or card.get("submittedOnDailyAt"),
        "arxiv": key if find_arxiv(key) else "",
        "tags": paper.get("ai_keywords") or [],
        "links": {"code": text(paper.get("githubRepo")), "project": text(paper.get("projectPage"))},
        "upvotes": _count(paper.get("upvotes")),
        "comments": _count(card.get("numComments")),
        "stars": _count(paper.get("githubStars")),
        "submitter": first([mapping(submitter).get("fullname"), mapping(submitter).get("name")]),
        "organization": first([mapping(organization).get("fullname"), mapping(organization).get("name")]),
    }


def _count(value: Any) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else ""


def read_text(document: Document) -> Found:
    """Read blocks of ``Title:``, ``PDF:`` and ``Summary:``; the arXiv id in the address tells the month."""
    source = decode(document.data)
    for match in _BLOCK.finditer(source):
        location = Location(path=document.path, line=source.count("\n", 0, match.start()) + 1)
        arxiv = find_arxiv(match["pdf"])
        values = {
            "type": "preprint",
            "title": match["title"],
            "abstract": match["summary"],
            "arxiv": arxiv,
            "pdf": "" if arxiv else match["pdf"],
        }
        yield Entry(location=location, values=values)
