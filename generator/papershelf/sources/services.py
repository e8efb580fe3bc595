"""The table of services that know papers by their identifiers."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from papershelf.sources import acl, arxiv, crossref, datacite, exchange, openreview, web_page
from papershelf.sources.entry import Document, Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service on the web."""

    name: str
    """As messages call it."""
    base: str
    """Where its addresses begin. ``PAPERSHELF_<NAME>_URL`` in the environment stands in for it: a mirror, a test."""
    path: Callable[[str], str]
    """Returns the rest of the address for an identifier."""
    accept: str
    """Media type that is asked for."""
    read: Callable[[Document], Found]

    def address(self, key: str) -> str:
        """Return the address that tells of an identifier."""
        variable = f"PAPERSHELF_{self.name.upper().replace('.', '_').replace(' ', '_')}_URL"
        return os.environ.get(variable, self.base) + self.path(key)


ARXIV = Service(
    name="arXiv",
    base="https://export.arxiv.org/",
    path=lambda ids: f"api/query?id_list={quote(ids, safe=',/.')}&max_results={ids.count(',') + 1}",
    accept="application/atom+xml",
    read=arxiv.read,
)
CROSSREF = Service(
    name="Crossref",
    base="https://api.crossref.org/",
    path=lambda doi: f"works/{quote(doi, safe='')}",
    accept="application/json",
    read=crossref.read,
)
DATACITE = Service(
    name="DataCite",
    base="https://api.datacite.org/",
    path=lambda doi: f"dois/{quote(doi, safe='')}",
    accept="application/vnd.api+json",
    read=datacite.read,
)
DOI_ORG = Service(
    name="doi.org",
    base="https://doi.org/",
    path=lambda doi: quote(doi, safe="/"),
    accept="application/vnd.citationstyles.csl+json",
    read=exchange.read_csl_json,
)
OPENREVIEW = Service(
    name="OpenReview",
    base="https://api2.openreview.net/",
    path=lambda key: f"notes?id={quote(key, safe='')}",
    accept="application/json",
    read=openreview.read,
)
OPENREVIEW_1 = Service(
    name="OpenReview 1",
    base="https://api.openreview.net/",
    path=OPENREVIEW.path,
    accept="application/json",
    read=openreview.read,
)
ACL = Service(
    name="ACL",
    base="https://aclanthology.org/",
    path=lambda key: f"{quote(key, safe='')}.bib",
    accept="text/plain",
    read=acl.read_bibtex,
)
PMLR = Service(
    name="PMLR",
    base="https://proceedings.mlr.press/",
    path=lambda key: f"{quote(key, safe='/')}.html",
    accept="text/html",
    read=web_page.read,
)

LOOKUPS: Mapping[str, tuple[Service, ...]] = MappingProxyType(
    {
        "arxiv": (ARXIV,),
        "doi": (CROSSREF, DATACITE, DOI_ORG),
        "openreview": (OPENREVIEW, OPENREVIEW_1),
        "acl": (ACL,),
        "pmlr": (PMLR,),
    }
)
"""Scheme of an identifier -> the services that are asked, one after the other until one knows it."""
