"""The table of sources: what kinds of files hold papers, how each is known, who reads it."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from papershelf.problems import Problem
from papershelf.sources import (
    acl,
    arxiv,
    bibtex,
    capture,
    crossref,
    datacite,
    exchange,
    front_matter,
    hugging_face,
    openreview,
    other_xml,
    ris,
    semantic_scholar,
    tables,
)
from papershelf.sources.entry import Document, Entry, Found, skipped

HEAD = 8_000  # bytes by which a file is known


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of file that holds papers."""

    name: str
    suffixes: tuple[str, ...]
    sign: str
    """Regular expression that its first bytes match somewhere; where it is empty the suffix tells."""
    read: Callable[[Document], Found]
    """Raises ``ValueError`` where the file as a whole cannot be read."""
    above: str = ""
    """Name of a file beside the folder that tells of all files in it."""


_JSON = (".json", ".jsonl", ".ndjson")
_TEXT = (".txt", ".text")

_CROSSREF = r'"message-type"|"is-referenced-by-count"|"container-title": ?\['
_HUGO = r"(?m)^publication(?:_types|_short)?\s*[:=]|^publishDate\s*[:=]"
_PMLR = r"(?m)^(?:container-title|tex_title|firstpage|booktitle)\s*:"

SOURCES: tuple[Source, ...] = (
    Source("BibTeX", (".bib", ".bibtex"), "", bibtex.read),
    Source("RIS", (".ris", ".ciw", ".enw"), "", ris.read),
    Source("RIS", _TEXT, r"(?m)^\s*(?:TY  ?- ?|PT [A-Z]\s*$)", ris.read),
    Source("Crossref", _JSON, _CROSSREF, crossref.read),
    Source("DataCite", _JSON, r'"creators"|"publicationYear"|"type": ?"dois"', datacite.read),
    Source("OpenReview", _JSON, r'"(?:forum|invitation|invitations|venueid)"', openreview.read),
    Source("Hugging Face", _JSON, r'"(?:publishedAt|submittedOnDailyAt|numComments)"', hugging_face.read),
    Source("Semantic Scholar", _JSON, r'"(?:paperId|externalIds)"', semantic_scholar.read),
    Source("JSON Lines", (".jsonl", ".ndjson"), "", exchange.read_jsonl),
    Source("CSL-JSON", (".json",), "", exchange.read_csl_json),
    Source("Mini-Conf", (".csv",), r"\A[^\n]*\bUID\b", tables.read_mini_conf),
    Source("CSV", (".csv", ".tsv"), "", tables.read),
    Source("arXiv", (".xml", ".atom"), r"<feed\b", arxiv.read),
    Source("arXiv OAI", (".xml",), r"<(?:\w+:)?dc\b|oai_dc", arxiv.read_dublin_core),
    Source("ACL Anthology", (".xml",), r"<collection\b", acl.read),
    Source("PubMed", (".xml",), r"<PubmedArticle", other_xml.read_pubmed),
    Source("DBLP", (".xml",), r"<dblp\b|\bkey=\"(?:journals|conf|books|phd|tr)/", other_xml.read_dblp),
    Source("HugoBlox", (".md",), _HUGO, front_matter.read_hugo),
    Source("PMLR", (".md",), _PMLR, front_matter.read_pmlr, "_config.yml"),
    Source("JOSS", (".md",), r"(?m)^affiliations\s*:", front_matter.read_joss),
    Source("daily papers", _TEXT, r"(?m)•\s*\d+ authors?\s*$|^Daily Papers\s*$", capture.read),
    Source("Hugging Face", _TEXT, r"(?m)^Title: .*\nPDF: ", hugging_face.read_text),
)
"""Kinds of files; the first that fits reads the file."""


def recognise(path: Path, data: bytes) -> Source | None:
    """Return the kind of a file by its suffix and its first bytes, None where it is none of them."""
    suffix, head = path.suffix.lower(), data[:HEAD]
    text = head.decode("latin-1") if b"\0" not in head else head.replace(b"\0", b"").decode("latin-1")
    fitting = (each for each in SOURCES if suffix in each.suffixes)
    return next((each for each in fitting if not each.sign or re.search(each.sign, text)), None)


def read_files(
    paths: Iterable[Path], columns: Mapping[str, str], year: str = ""
) -> Iterator[Entry | Problem]:
    """Read files, and folders with all below them, in a fixed order.

    ``columns`` and ``year`` are as in ``Document``. A file of no known kind is passed over in a folder, and a problem
    where it is named.
    """
    yield from chain.from_iterable(
        _read(file, columns, year, named=not path.is_dir()) for path in paths for file in _files(path)
    )


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "node_modules")))
        # HugoBlox keeps the same paper as BibTeX beside its page.
        own = {"cite.bib"} if "index.md" in names else set()
        yield from (
            Path(folder) / name for name in sorted(names) if not name.startswith(".") and name not in own
        )


@lru_cache(1)  # the files of a folder come one after the other
def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _read(file: Path, columns: Mapping[str, str], year: str, *, named: bool) -> Iterator[Entry | Problem]:
    try:
        data = file.read_bytes()
    except OSError as error:
        yield skipped(str(file), 0, f"cannot be read: {error.strerror}")
        return
    source = recognise(file, data)
    if source is None:
        if named:
            known = ", ".join(dict.fromkeys(each.name for each in SOURCES))
            yield skipped(str(file), 0, f"is no file of a known kind ({known})")
        return
    try:
        above = _bytes(file.parent.parent / source.above) if source.above else b""
        document = Document(path=str(file), data=data, columns=columns, year=year, above=above)
        yield from source.read(document)
    except ValueError as error:
        yield skipped(str(file), 0, f"cannot be read as {source.name}: {error}")
