"""Where else a paper has an identifier: what each service is called, how its identifiers look, where they lead."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One service's identifiers."""

    name: str
    """As pages say it."""
    address: str
    """What an identifier's address begins with."""
    pattern: str
    """Regular expression of a whole identifier."""
    example: str


SCHEMES = {
    "openreview": Scheme(
        name="OpenReview",
        address="https://openreview.net/forum?id=",
        pattern=r"[\w-]{4,40}",
        example="rJl-b3RcF7",
    ),
    "acl": Scheme(
        name="ACL Anthology",
        address="https://aclanthology.org/",
        pattern=r"[A-Z]\d\d-\d{4,5}|\d{4}\.[\w.-]+\.\d+",
        example="2020.acl-main.1",
    ),
    "dblp": Scheme(
        name="DBLP",
        address="https://dblp.org/rec/",
        pattern=r"[a-z]+/[\w./+-]+",
        example="conf/acl/Doe20",
    ),
    "pmid": Scheme(
        name="PubMed", address="https://pubmed.ncbi.nlm.nih.gov/", pattern=r"[1-9]\d{0,8}", example="12345678"
    ),
    "hdl": Scheme(
        name="Handle", address="https://hdl.handle.net/", pattern=r"[\w.]+/\S+", example="1721.1/12345"
    ),
    "s2": Scheme(
        name="Semantic Scholar",
        address="https://www.semanticscholar.org/paper/",
        pattern=r"[0-9a-f]{40}|(?:CorpusI[dD]:)?\d+",
        example="649def34f8be52c8b66281af98ae884c09aef38b",
    ),
    "openalex": Scheme(
        name="OpenAlex", address="https://openalex.org/", pattern=r"W\d+", example="W2741809807"
    ),
}
"""Name in records -> scheme."""

if TYPE_CHECKING:
    SchemeName = str
else:
    SchemeName = Literal[tuple(SCHEMES)]
"""The name of a scheme, as the schema of records has it."""


def identifier(scheme: str, text: str) -> str:
    """Return the bare identifier of a scheme, without its address or name; raise ``ValueError`` where it is none."""
    row = SCHEMES[scheme]
    bare = text.removeprefix(row.address).rstrip("/")
    bare = (
        re.sub(rf"(?i:{scheme}|{row.name}|handle|pubmed)\s*:\s*", "", bare, count=1) if ":" in bare else bare
    )
    if not re.fullmatch(row.pattern, bare, re.ASCII):
        raise ValueError(f"{text!r} is no identifier of {row.name} (want one as {row.example})")
    return bare
