"""``papershelf export``: papers of an archive in a bibliographic format, or as references in some style."""

import sys
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.destination import write_to
from papershelf.commands.searched import searched
from papershelf.commands.site import open_site
from papershelf.formats import bibtex, citation, csl_json
from papershelf.formats.table import FORMATS
from papershelf.lib.terminal import say
from papershelf.model import routes
from papershelf.model.dates import PERIODS
from papershelf.model.paper import Paper, papers_of
from papershelf.model.site import Site
from papershelf.search.reference import search

REFERENCES = "references"
"""What is no format to be read again: a list of references as text."""


@click.command("export")
@click.argument("name", type=click.Choice([*[format.name for format in FORMATS], REFERENCES]))
@arguments.site
@click.option("--query", default="", metavar="Q", help="Only papers that match, best first.")
@click.option(
    "--list", "address", default="", metavar="LIST", help="Only papers of a list: authors/ada-lovelace."
)
@click.option("--ascii", is_flag=True, help="BibTeX with TeX's commands for all letters beyond ASCII.")
@click.option(
    "--style", default="", metavar="STYLE", help="Of references: apa (unless given), ieee, or a file of CSL."
)
@arguments.output_file
def command(
    name: str, site: Path, query: str, address: str, ascii: bool, style: str, output: Path | None
) -> int:
    """Write papers in a bibliographic format, or as references.

    \b
    Examples:
      papershelf export bibtex --output papers.bib
      papershelf export bibtex --ascii --list venues/neurips
      papershelf export csl-json --query "author:lovelace"
      papershelf export ris --list authors/ada-lovelace
      papershelf export references --style chicago.csl --list years/2024
      papershelf export csv --site ../archive --output papers.csv
    """
    if ascii and name != "bibtex":
        raise click.UsageError("--ascii is for bibtex")
    if style and name != REFERENCES:
        raise click.UsageError(f"--style is for {REFERENCES}")
    opened = open_site(site)
    if opened is None:
        return 1
    papers = papers_of(opened)
    if query:
        by_id = {paper.record.id: paper for paper in papers}
        try:
            index = searched(site)
            found = search(index[0], query).hits if index else ()
        except (OSError, ValueError, LookupError, TypeError, zlib.error) as error:  # of a damaged index
            say(f"the search index of {site} cannot be read: {error}", file=sys.stderr)
            return 1
        papers = tuple(by_id[card.id] for card, _ in found if card.id in by_id)  # some may be gone since
    if address:
        listed = _listed(opened, address)
        if not listed:
            say(f"papershelf: there is no list {address!r} (want {_WANTED})", file=sys.stderr)
            return 1
        papers = tuple(paper for paper in papers if paper.record.id in listed)
    try:
        data = "".join(_written(name, papers, opened, ascii=ascii, style=style)).encode()
    except ValueError as error:
        say(f"{style}: error: {error}", file=sys.stderr)
        return 1
    if not write_to(output, data):
        return 1
    if output:
        say(f"{len(papers):,} papers in {output}")
    return 0


_WANTED = (
    "authors/ada-lovelace, tags/..., venues/neurips, venues/neurips/2023, years/2024, days/2024-12-25, ..."
)


def _written(name: str, papers: tuple[Paper, ...], site: Site, *, ascii: bool, style: str) -> Iterator[str]:
    if name == REFERENCES:
        if written := citation.STYLES.get((style or "apa").upper()):
            return (written(csl_json.item(paper)) + "\n" for paper in papers)
        # Imported here: nothing else needs citeproc-py, which takes a third of a second.
        from papershelf.formats import csl_style

        return csl_style.write(papers, Path(style), site.config.language)
    write = next(format.write for format in FORMATS if format.name == name)
    return (partial(bibtex.write, ascii=True) if ascii else write)(papers)


def _listed(site: Site, address: str) -> set[str]:
    """Return the ids of the papers on a list's page, by its address without slashes around it; none if it has none."""
    kind, _, name = address.strip("/").partition("/")
    for period, name_of in PERIODS.items():
        if kind == routes.url(routes.ROUTES[period].below).strip("/"):
            return {record.id for record in site.records if name_of(record.joined) == name}
    name, _, part = name.partition("/")
    terms = [term for taxonomy in site.taxonomies if taxonomy.name == kind for term in taxonomy.terms]
    records = [record for term in terms if term.slug == name for record in term.records]
    if part:
        volumes = site.directory.volumes
        records = [each for each in records if each.id in volumes and volumes[each.id].slug == part]
    return {record.id for record in records}
