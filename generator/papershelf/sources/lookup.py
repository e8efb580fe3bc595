"""Identifiers and addresses as people paste them, looked up."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import httpx

from papershelf.problems import Problem
from papershelf.sources.codes import arxiv_of_doi, find_arxiv, find_doi
from papershelf.sources.entry import Document, Entry, skipped
from papershelf.sources.fetch import Unavailable, Unknown
from papershelf.sources.services import ARXIV, LOOKUPS, Service

Ask = Callable[[str, str, Callable[[bytes], bool]], bytes]
"""Returns the answer at an address, asked for with a media type; is told which answers are usable. Raises
``Unavailable``."""

TOGETHER = 50  # ids of arXiv in one question
_OPENREVIEW = re.compile(
    r"(?:openreview\.net/(?:forum|pdf|attachment)\?(?:.*&)?id=|^openreview:\s*)(?P<key>[\w-]{6,})"
)
_ACL = re.compile(
    r"(?:aclanthology\.org/|aclweb\.org/anthology/|^acl:\s*)(?P<key>[A-Z]\d\d-\d{4,5}|\d{4}\.[\w.]+-\w+\.\d+)"
)
_PMLR = re.compile(r"proceedings\.mlr\.press/(?P<key>(?:v|r)\d+/[^/?#]+?)(?:\.html|/|\.pdf|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """What somebody pasted, as a scheme of ``LOOKUPS`` and a key in it."""

    text: str
    """As pasted."""
    scheme: str
    key: str


def identify(text: str) -> Identifier | None:
    """Return the identifier in a text: an id, ``doi:10....``, an address that holds one; None where there is none."""
    for scheme, pattern in (("openreview", _OPENREVIEW), ("acl", _ACL), ("pmlr", _PMLR)):
        if match := pattern.search(text):
            return Identifier(text=text, scheme=scheme, key=unquote(match["key"]))
    if doi := find_doi(text):
        if arxiv := arxiv_of_doi(doi):
            return Identifier(text=text, scheme="arxiv", key=arxiv)
        return Identifier(text=text, scheme="doi", key=doi)
    if arxiv := find_arxiv(text.strip()):
        return Identifier(text=text, scheme="arxiv", key=arxiv)
    return None


def look_up(identifiers: Sequence[Identifier], ask: Ask) -> Iterator[Entry | Problem]:
    """Look identifiers up, those of arXiv together; each gives an entry or the reason why there is none."""
    of_arxiv = [each for each in identifiers if each.scheme == "arxiv"]
    for start in range(0, len(of_arxiv), TOGETHER):
        yield from _from_arxiv(of_arxiv[start : start + TOGETHER], ask)
    for each in identifiers:
        if each.scheme != "arxiv":
            yield from _first_answer(each, ask)


def _from_arxiv(several: Sequence[Identifier], ask: Ask) -> Iterator[Entry | Problem]:
    found = list(_answer(ARXIV, ",".join(dict.fromkeys(each.key for each in several)), ask))
    yield from found
    there = {item.values.get("arxiv") for item in found if isinstance(item, Entry)}
    if any(isinstance(item, Problem) for item in found):
        return
    for each in several:
        if each.key not in there:
            yield skipped(each.text, 0, f"arXiv does not know {each.key}")


def _first_answer(identifier: Identifier, ask: Ask) -> Iterator[Entry | Problem]:
    reasons: list[str] = []
    for service in LOOKUPS[identifier.scheme]:
        found = list(_answer(service, identifier.key, ask))
        if entries := [item for item in found if isinstance(item, Entry)]:
            yield from entries
            return
        reasons += [item.message for item in found if isinstance(item, Problem)]
    yield skipped(identifier.text, 0, "; ".join(reasons) or "nobody knows it")


def _answer(service: Service, key: str, ask: Ask) -> Iterator[Entry | Problem]:
    address = service.address(key)

    def usable(data: bytes) -> bool:
        try:
            return any(isinstance(item, Entry) for item in service.read(_document(address, data)))
        except ValueError:
            return False

    try:
        data = ask(address, service.accept, usable)
        yield from service.read(_document(address, data))
    except Unknown:
        yield skipped(address, 0, f"{service.name} does not know {key}")
    except Unavailable as error:
        yield skipped(address, 0, str(error))
    except ValueError as error:
        yield skipped(address, 0, f"the answer of {httpx.URL(address).host} cannot be read: it {error}")


def _document(address: str, data: bytes) -> Document:
    return Document(path=address, data=data, is_answer=True)
