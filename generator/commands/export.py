"""``papershelf export``: papers of an archive in a bibliographic format."""

import sys
from pathlib import Path

from generator.build.documents import documents, settings
from generator.commands.site import open_site
from generator.formats import FORMATS
from generator.formats.cited import cited
from generator.lib.files import write_atomically
from generator.search.reference import open_archive, search


def run(name: str, site: Path, *, query: str, output: Path | None) -> int:
    """Write all papers of the archive in ``site``, or those that match ``query``, best first."""
    opened = open_site(site)
    if opened is None:
        return 1
    papers = cited(opened)
    if query:
        by_id = {paper.record.id: paper for paper in papers}
        found = search(open_archive(documents(opened), settings(opened)), query)
        papers = tuple(by_id[document.id] for document, _ in found)
    chosen = next(format for format in FORMATS if format.name == name)
    data = "".join(chosen.write(papers)).encode()
    if output is None:
        sys.stdout.buffer.write(data)  # UTF-8 and as it is, whatever the terminal's encoding and line ends
        return 0
    try:
        write_atomically(output, data)
    except OSError as error:
        print(f"{output}: error: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{len(papers):,} papers in {output}")
    return 0
