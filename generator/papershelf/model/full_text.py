"""Where a paper can be read in full: the PDF that its record names, else the one that its identifiers lead to."""

import re

from papershelf.model.id_schemes import SCHEMES
from papershelf.model.record import Record

ARXIV = "https://arxiv.org/abs/"

PDFS = (
    (r"https?://(?:www\.|export\.)?arxiv\.org/abs/([^?#]+)", r"https://arxiv.org/pdf/\1"),
    (r"https?://openreview\.net/forum\?id=([\w-]+)", r"https://openreview.net/pdf?id=\1"),
    (r"https?://(?:www\.)?aclanthology\.org/([\w.-]+?)/?", r"https://aclanthology.org/\1.pdf"),
    (
        r"https?://proceedings\.mlr\.press/(v\d+)/([\w-]+)\.html",
        r"https://proceedings.mlr.press/\1/\2/\2.pdf",
    ),
)
"""Address of a paper at a service that has every paper's PDF -> address of that, as of November 2026."""


def pdf_address(record: Record) -> str:
    """Return a web address, or a file below the site's root, or an empty text where no PDF is known."""
    if record.pdf:
        return record.pdf
    addresses = [ARXIV + record.arxiv] if record.arxiv else []
    addresses += [SCHEMES[scheme].address + number for scheme, number in record.ids]
    for address in (*addresses, record.url):
        for page, pdf in PDFS:
            if found := re.fullmatch(page, address):
                return found.expand(pdf)
    return ""
