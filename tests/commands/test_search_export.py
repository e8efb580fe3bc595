"""`papershelf search` and `papershelf export` on a small archive."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from papershelf.cli import cli
from papershelf.formats import csv_table
from papershelf.formats.table import FORMATS

from tests.commands.papershelf import papershelf
from tests.conftest import Serve
from tests.pipeline.archives import SITE, paper, write


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


def test_export_reads_the_index_of_the_last_build(root: Path) -> None:
    assert call("build", "--site", str(root))[0] == 0
    (root / "content/papers/apples.md").write_text(paper("Apples", abstract="Steam."))
    (root / "content/papers/looms.md").unlink()
    status, text = call("export", "csl-json", "--query", "steam", "--site", str(root))
    assert (status, [each["id"] for each in json.loads(text)]) == (0, ["engines"])
    _, text = call("export", "csl-json", "--query", "looms", "--site", str(root))
    assert [each["id"] for each in json.loads(text)] == ["engines"]
    (root / "output/search/manifest.json").write_text("[]")
    assert call("export", "csl-json", "--query", "looms", "--site", str(root))[0] == 1


def test_search_reads_the_index_of_the_last_build(root: Path) -> None:
    before = call("search", "loom", "--site", str(root))
    assert call("build", "--site", str(root))[0] == 0
    shutil.move(root / "content/papers", root / "content/away")
    assert call("search", "loom", "--site", str(root)) == before
    status, text = call("search", "+loom year:soon", "--site", str(root))
    assert (status, text.splitlines()[0]) == (0, "0 papers for +loom year:soon")
    assert "No paper can have year:soon; it is written like 2020" in text


def test_search_reads_a_published_archive(root: Path, serve: Serve) -> None:
    assert call("build", "--site", str(root))[0] == 0
    site = serve(root / "output")
    status, text = call("search", '"weaving looms"', "--at", site.url, "--format", "json")
    assert status == 0
    assert [hit["url"] for hit in json.loads(text)["hits"]] == [f"{site.url}papers/looms/"]
    assert call("search", "loom", "--at", "file:///tmp/") == (1, "")
    assert call("search", "loom", "--at", f"{site.url}nowhere/") == (1, "")


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b'{"format": 1}', b"\xff"])
def test_a_damaged_index_is_told(root: Path, damage: bytes) -> None:
    assert call("build", "--site", str(root))[0] == 0
    (root / "output/search/manifest.json").write_bytes(damage)
    assert call("search", "loom", "--site", str(root)) == (1, "")


def test_a_damaged_file_of_the_index_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("build", "--site", str(root))[0] == 0
    manifest = root / "output/search/manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"papers":', b'"papers": '))
    assert papershelf("search", "loom", "--site", root) == 1
    assert "manifest.json is damaged" in capsys.readouterr().err
    assert call("build", "--clean", "--site", str(root))[0] == 0
    for file in (root / "output/search/terms").iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert papershelf("search", "loom", "--site", root) == 1
    assert re.search(r"terms/[0-9a-f]{8}\.bin is damaged", capsys.readouterr().err)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_export_writes_what_its_format_reads(root: Path, tmp_path: Path, chosen: object) -> None:
    format = next(each for each in FORMATS if each is chosen)
    file = tmp_path / "out"
    status, _ = call("export", format.name, "--site", str(root), "--query", "loom", "--output", str(file))
    assert status == 0
    assert [row["title"] for row in format.read(file.read_text())] == ["Weaving Looms", "On Engines"]


def test_export_of_a_list(root: Path, tmp_path: Path) -> None:
    (root / "content/papers/ships.md").write_text(paper("Ships", authors="[Grace Hopper]"))
    file = tmp_path / "out.csv"
    arguments = ("export", "csv", "--site", str(root), "--output", str(file), "--list")
    assert call(*arguments, "authors/ada-lovelace/")[0] == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,")  # by which a spreadsheet knows UTF-8
    rows = csv_table.read(data.decode())
    assert rows
    assert all({"given": "Ada", "family": "Lovelace"} in row["authors"] for row in rows)
    assert call(*arguments, "authors/nobody") == (1, "")


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("days/2024-05-03", ["apples", "engines"]),
        ("weeks/2024-W18/", ["apples", "engines"]),
        ("months/2024-05", ["apples", "engines"]),
        ("years/2020", ["looms"]),
        ("/tags/steam", ["ships"]),
        ("venues/mm", ["ships"]),
        ("venues/mm/2023-7", ["ships"]),
        ("venues/mm/2023", []),
        ("months/2020-01", []),
        ("years", []),
    ],
)
def test_export_of_any_list(root: Path, address: str, ids: list[str]) -> None:
    ships = paper("Ships", date="2023", more="tags: [steam]\nvenue: MM 2023\n")
    (root / "content/papers/ships.md").write_text(ships)
    (root / "content/venues.yaml").write_text("mm:\n  title: MM\n  volumes: {year: 2023, volume: 7}\n")
    status, text = call("export", "jsonl", "--site", str(root), "--list", address)
    assert [json.loads(line)["id"] for line in text.splitlines()] == ids
    assert status == (0 if ids else 1)


def test_export_of_references_in_a_style(root: Path) -> None:
    of = ("export", "references", "--site", str(root), "--list", "years/2020")
    assert call(*of) == (0, "Lovelace, A., & Babbage, C. (2020). Weaving Looms.\n")
    assert call(*of, "--style", "ieee") == (0, "A. Lovelace and C. Babbage, “Weaving Looms,” 2020.\n")
    assert call(*of, "--style", str(root / "site.yaml")) == (1, "")


def test_options_of_one_format_are_no_others(root: Path) -> None:
    for arguments in (("ris", "--ascii"), ("bibtex", "--style", "apa")):
        result = CliRunner().invoke(cli, ["export", *arguments, "--site", str(root)])
        assert (result.exit_code, f"Error: {arguments[1]} is for" in result.stderr) == (2, True)


def test_bibtex_in_ascii(root: Path) -> None:
    (root / "content/papers/cats.md").write_text(paper("Schrödinger’s Cats", date="1999"), encoding="utf-8")
    _, text = call("export", "bibtex", "--ascii", "--site", str(root), "--list", "years/1999")
    assert text.isascii()
    assert r"Schr{\"o}dinger{\textquoteright}s" in text


@pytest.mark.parametrize(
    "query", ['"', "+", "-", "title:", "~9", "((", "*", "\x00\x1b[31m", "loom " * 2_000, ""]
)
def test_no_query_is_wrong(root: Path, query: str) -> None:
    status, text = call("search", query, "--site", str(root))
    assert status == 0
    first = text.split("\n")[0]
    assert first.isprintable()
    assert len(first) < 250


@pytest.mark.slow
@pytest.mark.parametrize("command", [["search", "schrodinger"], ["export", "ris"]])
def test_a_terminal_that_cannot_show_a_name_gets_the_rest(root: Path, command: list[str]) -> None:
    (root / "content/papers/cats.md").write_text(paper("Schrödinger’s Cats"), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "papershelf", *command, "--site", str(root)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert result.stderr == b""
    assert b"Cats" in result.stdout
    assert ("Schrödinger’s".encode() in result.stdout) is (command[0] == "export")


def test_an_archive_with_errors_is_not_exported(root: Path) -> None:
    (root / "content/papers/bad.md").write_text("---\ntitle: x\n---\n")
    status, text = call("export", "ris", "--site", str(root))
    assert (status, text) == (1, "")
