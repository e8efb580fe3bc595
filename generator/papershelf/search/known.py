"""Identifiers inside a query (arXiv, DOI, OpenReview, ACL, BibTeX keys, and addresses of these), which name one paper.

They are terms of the index behind MARK, which no word begins with. The patterns travel to the browser in the manifest;
`layouts/assets/js/search/known.js` is the twin.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

MARK: Final = ":"
"""What the term of an identifier begins with."""

SAID: Final = (
    r"(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/([^?#]+?)(?:v[0-9]+)?(?:\.pdf)?(?:[?#].*)?",
    r"arxiv:(.+?)(?:v[0-9]+)?",
    r"(?:https?://)?(?:dx\.)?doi\.org/(.+)",
    r"doi:(.+)",
    r"(?:https?://)?openreview\.net/(?:forum|pdf)\?id=([^&#]+).*",
    r"(?:https?://)?(?:www\.)?aclanthology\.org/([^/?#]+?)(?:v[0-9]+)?(?:\.pdf|\.bib)?/?",
)
"""What says itself that it is an identifier: in a query it is nothing else."""

GUESSED: Final = (
    r"([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?",
    r"([a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?",
    r"(10\.[0-9]{4,9}/.+)",
    r"((?=[^0-9]*[0-9])(?=[^a-z]*[a-z])[a-z0-9_:+/.-]{6,80})",
)
"""What may be one: it is, if a paper has it, else it is a word."""

MOST: Final = 8
"""Guesses looked up in one query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The papers that a query names, in its order, what else it says, and identifiers that no paper has."""

    papers: tuple[int, ...]
    rest: str
    unknown: tuple[str, ...]


def terms_of(ids: Sequence[str]) -> str:
    """Return the terms of a paper's identifiers, separated by spaces."""
    return " ".join(MARK + each.lower() for each in ids if each and not re.search(r"\s", each))


def known(text: str, papers_of: Callable[[str], Sequence[int]]) -> Known:
    """Take the identifiers out of a query; `papers_of` returns the papers of a term."""
    papers, rest, unknown, guesses = list[int](), list[str](), list[str](), 0
    for token in text.split():
        bare = re.sub(r"^[<(\[{\"']+|[>\]}\"',.;:]+$", "", token)
        bare = bare if "(" in bare else bare.rstrip(").,;:")  # brackets belong to some DOIs
        said = _identifier(bare, SAID)
        guess = "" if said or guesses == MOST else _identifier(bare, GUESSED)
        guesses += bool(guess)
        found = papers_of(MARK + (said or guess)) if said or guess else ()
        papers.extend(found)
        if said and not found:
            unknown.append(bare)
        elif not found:
            rest.append(token)
    if not papers and not unknown:
        return Known(papers=(), rest=text, unknown=())
    return Known(papers=tuple(dict.fromkeys(papers)), rest=" ".join(rest), unknown=tuple(unknown))


def _identifier(token: str, patterns: Sequence[str]) -> str:
    for pattern in patterns:
        found = re.fullmatch(pattern, token, re.IGNORECASE | re.ASCII)
        if found:
            return found[1].lower()
    return ""
