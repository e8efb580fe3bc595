"""FAIR Signposting, level 1: typed links from a paper's page (signposting.org/FAIR, 2023-10-02).

Level 2, a linkset file per page, says the same once more at the cost of a file per paper: it is left out.
"""

from papershelf.model import routes
from papershelf.model.licenses import license_address
from papershelf.model.paper import Paper

Link = tuple[str, str, str]
"""Relation, absolute address, media type or an empty text."""


def links(paper: Paper, base: str) -> list[Link]:
    """Return the links of a paper's page; ``base`` is the site's absolute address.

    ``cite-as`` is the page's own permalink, since a DOI leads to the publisher's page and not back here.
    """
    record = paper.record
    out = [
        ("cite-as", base + routes.url("paper", record.id), ""),
        (
            "describedby",
            base + routes.url("paper_json", record.id),
            "application/vnd.citationstyles.csl+json",
        ),
        ("type", f"https://schema.org/{paper.type.schema_org}", ""),
        ("type", "https://schema.org/AboutPage", ""),
    ]
    if record.pdf:
        address = record.pdf if "://" in record.pdf else routes.permalink(base, record.pdf)
        out.append(("item", address, "application/pdf"))
    if address := license_address(record.license):
        out.append(("license", address, ""))
    out += [("author", f"https://orcid.org/{name.orcid}", "") for name in record.authors if name.orcid]
    return out
