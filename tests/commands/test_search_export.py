"""`papershelf search` and `papershelf export` on a small archive."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.formats import FORMATS
from tests.build.archives import SITE, paper, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": SITE,
            "content/papers/engines.md": paper("On Engines", abstract="About *looms* and steam."),
            "content/papers/looms.md": paper("Weaving Looms", date="2020", abstract="Threads."),
            "content/papers/apples.md": paper("Apples", abstract="Fruit."),
        },
    )
    return tmp_path


def call(*arguments: str) -> tuple[int, str]:
    runner = CliRunner()
    result = runner.invoke(cli, arguments, standalone_mode=False)
    return result.return_value, result.stdout


def test_search_ranks_a_title_before_an_abstract(root: Path) -> None:
    status, text = call("search", "loom", "--site", str(root), "--format", "json")
    found = json.loads(text)
    assert status == 0
    assert [hit["id"] for hit in found["hits"]] == ["looms", "engines"]
    assert found["total"] == 2
    assert found["hits"][0]["url"] == "https://example.org/small/papers/looms/"


def test_search_shows_as_many_papers_as_asked_for(root: Path) -> None:
    _, text = call("search", "loom", "--site", str(root), "--limit", "1")
    assert "2 papers for loom" in text
    assert "1. Weaving Looms" in text
    assert "On Engines" not in text


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_export_writes_what_its_format_reads(root: Path, tmp_path: Path, chosen: object) -> None:
    format = next(each for each in FORMATS if each is chosen)
    file = tmp_path / "out"
    status, _ = call("export", format.name, "--site", str(root), "--query", "loom", "--output", str(file))
    assert status == 0
    assert [row["title"] for row in format.read(file.read_text())] == ["Weaving Looms", "On Engines"]


def test_an_archive_with_errors_is_not_exported(root: Path) -> None:
    (root / "content/papers/bad.md").write_text("---\ntitle: x\n---\n")
    status, text = call("export", "ris", "--site", str(root))
    assert (status, text) == (1, "")
