"""``papershelf export``: papers of an archive in a bibliographic format."""

import sys
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.destination import write_to
from papershelf.commands.site import open_site
from papershelf.formats.table import FORMATS
from papershelf.model.paper import papers_of
from papershelf.model.site import Site
from papershelf.pipeline.documents import documents, settings
from papershelf.search.archive import open_archive
from papershelf.search.reference import search


@click.command("export")
@click.argument("name", type=click.Choice([format.name for format in FORMATS]))
@arguments.site
@click.option("--query", default="", metavar="Q", help="Only papers that match, best first.")
@click.option(
    "--list", "address", default="", metavar="LIST", help="Only papers of a list: authors/ada-lovelace."
)
@arguments.output_file
def command(name: str, site: Path, query: str, address: str, output: Path | None) -> int:
    """Write papers in a bibliographic format.

    \b
    Examples:
      papershelf export bibtex --output papers.bib
      papershelf export csl-json --query "author:lovelace"
      papershelf export ris --list authors/ada-lovelace
      papershelf export csv --site ../archive --output papers.csv
    """
    opened = open_site(site)
    if opened is None:
        return 1
    papers = papers_of(opened)
    if query:
        by_id = {paper.record.id: paper for paper in papers}
        found = search(open_archive(documents(opened), settings(opened.config, len(opened.records))), query)
        papers = tuple(by_id[document.id] for document, _ in found.hits)
    if address:
        listed = _listed(opened, address)
        if listed is None:
            print(
                f"papershelf: there is no list {address!r} (want authors/ada-lovelace, tags/...)",
                file=sys.stderr,
            )
            return 1
        papers = tuple(paper for paper in papers if paper.record.id in listed)
    chosen = next(format for format in FORMATS if format.name == name)
    data = "".join(chosen.write(papers)).encode()
    if not write_to(output, data):
        return 1
    if output:
        print(f"{len(papers):,} papers in {output}")
    return 0


def _listed(site: Site, address: str) -> frozenset[str] | None:
    """Return the ids of the papers on a term's page, by its address without slashes around it; None if it has none."""
    name, _, slug = address.strip("/").partition("/")
    terms = [term for taxonomy in site.taxonomies if taxonomy.name == name for term in taxonomy.terms]
    found = next((term for term in terms if term.slug == slug), None)
    return frozenset(record.id for record in found.records) if found else None
