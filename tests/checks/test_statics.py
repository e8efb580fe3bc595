"""Files of content/static/ that run on the site's origin: only where site.yaml says so."""

from pathlib import Path

import pytest
from papershelf.content.source import Kind, find

from tests.checks.test_addresses import checked

RUN = "a.html b.HTM c.svg sw.js x/CNAME _headers _redirects .htaccess .env d/e/page.xhtml x.php y.xml".split()
LIE = "a.pdf b.png c.zip LICENSE notes.txt .well-known/security.txt table.csv a.css data.json".split()


@pytest.mark.parametrize("name", RUN)
def test_what_runs_is_refused_unless_allowed(name: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {f"content/static/{name}": "x"})
    assert problem.location.path == f"content/static/{name}"
    assert f"static_allow: ['{name}']" in problem.advice
    assert checked(tmp_path, {"site.yaml": f"title: T\nstatic_allow: ['{name}']\n"}) == []
    pattern = name.rpartition(".")[0].rpartition("/")[0] + "*"
    assert checked(tmp_path, {"site.yaml": f"title: T\nstatic_allow: ['{pattern}']\n"}) == []


@pytest.mark.parametrize("name", LIE)
def test_what_lies_there_is_published(name: str, tmp_path: Path) -> None:
    assert checked(tmp_path, {f"content/static/{name}": "x"}) == []


def test_what_systems_leave_behind_is_not_published(tmp_path: Path) -> None:
    left = [".DS_Store", "._a.pdf", "Thumbs.db", ".gitkeep", "a.pdf~", ".a.pdf.swp"]
    files = {f"content/static/{name}": "x" for name in (*left, "a.pdf", "b.bak", ".well-known/x")}
    assert checked(tmp_path, files) == []
    found = find(tmp_path, tmp_path / "content")
    kept = {
        source.path.removeprefix("content/static/") for source in found.sources if source.kind is Kind.STATIC
    }
    assert kept == {"a.pdf", "b.bak", ".well-known/x"}
