"""E-mail addresses of authors: published only where the archive asks for it, and then on the paper's page alone."""

import gzip
from pathlib import Path

from tests.pipeline.archives import paper, run, tree, write

ADDRESS = b"ada.l@example.org"


def told(root: Path) -> set[str]:
    """Return the files of a site that hold the address."""
    found = tree(root / "output")
    return {
        path
        for path, data in found.items()
        if ADDRESS in (gzip.decompress(data) if path.endswith(".gz") else data)
    }


def test_an_address_stays_in_its_record_unless_the_archive_shows_addresses(tmp_path: Path) -> None:
    authors = f"[{{name: Ada Lovelace, corresponding: true, email: {ADDRESS.decode()}}}]"
    record = {"content/papers/x.md": paper("X", authors=authors)}
    write(tmp_path, {"site.yaml": "title: T\n", **record})
    assert not run(tmp_path).failed
    assert told(tmp_path) == set()
    write(tmp_path, {"site.yaml": "title: T\nemails: true\n", **record})
    assert not run(tmp_path).failed
    assert told(tmp_path) == {"papers/x/index.html"}
