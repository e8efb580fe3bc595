"""Small sites for the tests of feeds."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from papershelf import feeds, pages
from papershelf.config import SiteConfig
from papershelf.lib.digest import digest
from papershelf.model.paper import papers_of
from papershelf.model.record import Record
from papershelf.model.site import Site, assemble
from papershelf.views.site_view import site_view

from tests.formats.papers import record

BASE = "https://example.org/archive/"
HOSTILE = "Is ]]> a </script> & \"quote\"? $\\ell_1$ {BERT} 'x' مرحبا"


def paper(id: str, **fields: Any) -> Record:
    """Return a record with a digest of its own."""
    made = record(id=id, **fields)
    return replace(made, digest=digest(repr(made).encode()))


def site(*records: Record, **settings: Any) -> Site:
    """Return a site of records."""
    config = SiteConfig(**{"title": "Test & <archive>", "url": BASE, "tagline": "New papers", **settings})
    return assemble(config, records)


def rendered(planned: Site) -> dict[str, bytes]:
    """Return every file that feeds plan, by path."""
    view, papers = site_view(planned), papers_of(planned)
    files = {
        output.path: feeds.RENDERERS[output.renderer](output.view, view)
        for part in (*feeds.plan(planned), *pages.plan(planned, papers))
        for output in part.outputs(part.slice, planned.config)
        if output.renderer in feeds.RENDERERS
    }
    with TemporaryDirectory() as cache_dir:
        for bundle in feeds.bundles(papers):
            files |= dict(bundle.files(bundle.slice, planned.config, Path(cache_dir)))
    return files


def three() -> Site:
    """Return a site of three papers by one author, one of them hostile in every text."""
    return site(
        paper(
            "old",
            title="Old",
            authors=["Ada Lovelace"],
            date="2023-05",
            tags=["a"],
            abstract="First, *and* $x^2$.\n\nSecond.",
        ),
        paper(
            "new",
            title=HOSTILE,
            authors=["Ada Lovelace", "Bo Ek", "Cy Dee", "Di Fox", {"literal": "A & B <Labs>"}],
            date="2024-01-02",
            added="2024-02-03",
            updated="2024-03",
            venue="ACL 2024",
            tags=["a", HOSTILE],
            abstract=HOSTILE,
            tldr=HOSTILE,
            doi="10.1002/(SICI)1<1>2",
            arxiv="2302.06675",
            pdf="papers/new/new.pdf",
            links={"code": "https://example.org/code?a=1&b=2"},
            upvotes=7,
            comments=2,
        ),
        paper("nobody", title="Nobody's", date="2024"),
        paper("mid", title="Mid", authors=["Lovelace, Ada"], date="2024-01-02"),
        home="day",
    )
