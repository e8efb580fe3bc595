"""``papershelf export``: papers of an archive in a bibliographic format."""

from pathlib import Path

from papershelf.commands.destination import write_to
from papershelf.commands.site import open_site
from papershelf.formats.table import FORMATS
from papershelf.model.paper import papers_of
from papershelf.pipeline.documents import documents, settings
from papershelf.search.reference import open_archive, search


def run(name: str, site: Path, *, query: str, output: Path | None) -> int:
    """Write all papers of the archive in ``site``, or those that match ``query``, best first."""
    opened = open_site(site)
    if opened is None:
        return 1
    papers = papers_of(opened)
    if query:
        by_id = {paper.record.id: paper for paper in papers}
        found = search(open_archive(documents(opened), settings(opened)), query)
        papers = tuple(by_id[document.id] for document, _ in found)
    chosen = next(format for format in FORMATS if format.name == name)
    data = "".join(chosen.write(papers)).encode()
    if not write_to(output, data):
        return 1
    if output:
        print(f"{len(papers):,} papers in {output}")
    return 0
