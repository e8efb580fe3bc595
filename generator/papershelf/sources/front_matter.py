"""Markdown files with front matter: the volumes of PMLR, publications of Hugo sites, papers of JOSS."""

import re
import tomllib
from functools import lru_cache
from typing import Any

import yaml

from papershelf.problems import Location
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, Values
from papershelf.sources.json_text import first, mapping, mappings, text

_PARTS = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<head>.*?)\n(?P=fence)[ \t]*(?:\n(?P<body>.*))?\Z", re.DOTALL
)
_INSIDE = re.compile(r"```(?:markdown|yaml)?\n(?P<head>---\n.*?)```", re.DOTALL)
_SHORTCODE = re.compile(r"\{\{[<%].*?[%>]\}\}", re.DOTALL)
_HUGO_TYPES = {
    "1": "inproceedings", "paper-conference": "inproceedings", "2": "article", "article-journal": "article",
    "3": "preprint", "article": "preprint", "4": "report", "report": "report", "5": "book", "book": "book",
    "6": "chapter", "chapter": "chapter", "7": "thesis", "thesis": "thesis", "dataset": "dataset",
    "software": "software",
}  # fmt: skip
_URLS = {
    "url_code": "code", "url_dataset": "data", "url_poster": "poster", "url_project": "project", "url_slides": "slides",
    "url_video": "video",
}  # fmt: skip
# PMLR's abstracts have lost their braces: \emphone is \emph{one}. What else begins so is a command of its own.
_BARE = re.compile(
    r"\\(?:emph|text(?!ascii|back|bar|bf|brace|bullet|cite|circum|color|degree|dollar|ellipsis|em|en|greater|it|less|md|mu"
    r"|normal|quote|registered|rm|sc|section|sf|sl|sub|super|tilde|times|trademark|tt|under|up|width))(?=[a-z])"
)
_LISTS = re.compile(r"\\?\\(?:begin|end)\{?(?:itemize|enumerate)\}?|\\item\b")


def read_pmlr(document: Document) -> Found:
    """Read a post of a PMLR volume, or one of the kind that JMLR's Jekyll sites have.

    The volume's own ``_config.yml`` tells its editors, and where and when its conference was.
    """
    head, _ = _parts(document)
    volume = _volume(document.above)
    meeting = mapping(volume.get("conference"))
    first_page, last_page = text(head.get("firstpage")), text(head.get("lastpage"))
    key = text(head.get("id"))
    container = text(head.get("container-title")) or text(head.get("booktitle"))
    values: Values = {
        "type": "inproceedings",
        "title": text(head.get("title")) or text(head.get("tex_title")),
        "authors": [_person(name) for name in mappings(head.get("author"))],
        "editors": [_person(name) for name in mappings(volume.get("editor"))]
        or ([] if container else [_person(name) for name in mappings(head.get("editor"))]),
        "event": {
            "name": text(meeting.get("name")) or text(volume.get("conference")),
            "place": text(meeting.get("location")),
            "start": text(volume.get("start")),
            "end": text(volume.get("end")),
        },
        "abstract": _BARE.sub("", _LISTS.sub(" ", text(head.get("abstract")))),
        "date": text(head.get("date")) or head.get("issued"),
        "venue": container,
        "volume": text(head.get("volume")),
        "series": text(head.get("series")),
        "place": text(head.get("address")),
        "pages": text(head.get("page")) or "-".join(filter(None, (first_page, last_page))),
        "pdf": text(head.get("pdf")).replace(" ", "%20"),
        "bibkey": key.replace(" ", ""),
        "links": {"code": text(head.get("software")), "supplement": _supplement(head)},
        "ids": {"openreview": text(head.get("openreview"))},
    }
    venue = {
        "kind": "conference",
        "publisher": text(head.get("publisher")),
        "issn": text(head.get("issn")),
        "short": text(volume.get("shortname")),
    }
    yield Entry(
        location=Location(path=document.path, line=1), values=values, venue=venue if container else {}
    )


@lru_cache(1)
def _volume(data: bytes) -> dict[str, Any]:
    """Return the settings of a volume; none where they are damaged, since its papers are not."""
    try:
        return mapping(yaml.load(decode(data), Loader=yaml.CBaseLoader))  # nosec B506: texts, lists and mappings only
    except yaml.YAMLError:
        return {}


def _person(name: dict[str, Any]) -> Values:
    parts = {key: text(name.get(key)) for key in ("given", "family", "suffix")}
    return {**parts, "particle": text(name.get("prefix"))}


def _supplement(head: dict[str, Any]) -> str:
    extras = [text(extra.get("link")) for extra in mappings(head.get("extras"))]
    return text(head.get("supplementary")) or next((link for link in extras if link.startswith("http")), "")


def read_hugo(document: Document) -> Found:
    """Read a publication of HugoBlox (Wowchemy, Academic)."""
    head, body = _parts(document)
    hugo = mapping(head.get("hugoblox"))
    codes = mapping(hugo.get("ids")) or {}
    abstract = text(head.get("abstract"))
    links = {kind: text(head.get(field)) for field, kind in _URLS.items()}
    links |= {
        text(link.get("type")): text(link.get("url"))
        for link in mappings(head.get("links"))
        if link.get("type") in _URLS.values()
    }
    pdfs = [text(link.get("url")) for link in mappings(head.get("links")) if link.get("type") == "pdf"]
    publication = re.sub(r"[*_]|^In ", "", text(head.get("publication")))
    notes = re.sub(r"[ \t]+\n", "\n", _SHORTCODE.sub("", body)).strip()
    yield Entry(
        location=Location(path=document.path, line=1),
        values={
            "type": _HUGO_TYPES.get(first(head.get("publication_types")), ""),
            "title": text(head.get("title")),
            "subtitle": text(head.get("subtitle")),
            "authors": [text(name) for name in head.get("authors") or [] if text(name) != "admin"],
            "abstract": abstract or notes,
            "date": text(head.get("date")) or text(head.get("publishDate")),
            "venue": publication,
            "tldr": text(head.get("summary")),
            "tags": [*(head.get("tags") or []), *(head.get("categories") or [])],
            "doi": text(head.get("doi")) or text(codes.get("doi")),
            "arxiv": text(codes.get("arxiv")),
            "pdf": first([text(head.get("url_pdf")), *pdfs]),
            "links": {kind: url for kind, url in links.items() if url.startswith("http")},
            "featured": "true" if text(head.get("featured")).lower() == "true" else "",
        },
        venue={"short": re.sub(r"[*_]|^In ", "", text(head.get("publication_short")))} if publication else {},
        is_markdown=True,
    )


def read_joss(document: Document) -> Found:
    """Read a ``paper.md`` of JOSS: its front matter, alone or shown inside a page."""
    head, body = _parts(document)
    places = {
        text(place.get("index")): text(place.get("name")) for place in mappings(head.get("affiliations"))
    }
    authors = [
        {
            "name": text(author.get("name")),
            "given": text(author.get("given-names")) or text(author.get("given")),
            "family": text(author.get("surname")) or text(author.get("family")),
            "particle": text(author.get("non-dropping-particle")) or text(author.get("dropping-particle")),
            "suffix": text(author.get("suffix")),
            "orcid": text(author.get("orcid")),
            "affiliation": [
                places[index]
                for index in re.split(r"[,\s]+", text(author.get("affiliation")))
                if index in places
            ],
            "equal": text(author.get("equal-contrib")),
            "corresponding": text(author.get("corresponding")),
        }
        for author in mappings(head.get("authors"))
    ]
    summary = re.search(r"^#+ Summary\s*\n(.*?)(?=^#|\Z)", body, re.MULTILINE | re.DOTALL)
    yield Entry(
        location=Location(path=document.path, line=1),
        values={
            "title": text(head.get("title")),
            "authors": authors,
            "abstract": summary[1] if summary else "",
            "date": text(head.get("date")),
            "tags": head.get("tags") or [],
            "doi": text(head.get("doi")),
        },
        is_markdown=True,
    )


def _parts(document: Document) -> tuple[dict[str, Any], str]:
    """Return front matter and body; raises ``ValueError`` where there is none."""
    source = decode(document.data)
    inside = None if _PARTS.match(source) else _INSIDE.search(source)
    match = _PARTS.match(inside["head"] + "\n" if inside else source)
    if not match:
        raise ValueError("it has no front matter between two lines of ---")
    try:
        if match["fence"] == "+++":
            head: Any = tomllib.loads(match["head"])
        else:
            head = yaml.load(match["head"], Loader=yaml.CBaseLoader)  # nosec B506: it makes texts, lists and mappings only
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise ValueError(f"its front matter is damaged: {' '.join(str(error).split())}") from None
    if not isinstance(head, dict):
        raise ValueError("its front matter is no list of keys")
    return head, match["body"] or ""
