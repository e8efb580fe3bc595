"""An archive that becomes large, or small again: every page follows, as in a clean build."""

from pathlib import Path

import pytest
from papershelf.model import large

from tests.pipeline.archives import SITE, paper, run, tree, write


@pytest.mark.slow
def test_an_archive_that_grows_large_and_shrinks_again_is_as_if_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", 4)
    files = {"site.yaml": SITE}
    files |= {
        f"content/papers/2024/p{at}.md": paper(f"Number {at}", date=f"2024-05-0{at}") for at in (1, 2, 3)
    }
    more = {"content/papers/2024/p4.md": paper("Number 4", date="2024-06-01")}
    sizes = []
    for held in (files, files | more, files):
        write(tmp_path, held)
        run(tmp_path)
        run(tmp_path, "clean", clean=True)
        found = tree(tmp_path / "output")
        assert found == tree(tmp_path / "clean")
        sizes.append(len(found["papers/p1/p1.json"]))
        assert ("sitemap-1.xml.gz" in found) is (len(held) == 5)
    assert sizes[0] == sizes[2] > sizes[1]
