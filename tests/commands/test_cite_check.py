"""`papershelf cite-check` tells which papers of the archive a list of references means, and what differs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from papershelf.cli import cli

from tests.pipeline.archives import SITE, paper, write

RECORDS = {
    "site.yaml": SITE,
    "content/papers/engines.md": paper(
        "Analytical engines that weave",
        date="2019",
        authors="[Ada Lovelace]",
        more="venue: NeurIPS\ndoi: 10.1234/engines\n",
    ),
    "content/papers/looms.md": paper("Looms for large patterns", date="2020", authors="[Grace Hopper]"),
    "content/papers/gone.md": paper(
        "A result that did not last", date="2018", authors="[Ida Rhodes]", more="status: retracted\n"
    ),
    "content/papers/parts.md": paper('"On gears: part 1"', date="2017", authors="[Ada Lovelace]"),
}

BIB = """
@inproceedings{a, title={Analytical Engines that Weave}, author={Lovelace, Ada}, year=2019,
  booktitle={Advances in Neural Information Processing Systems}}
@article{b, title={Analytical engines that wave}, author={Lovelace, A. and Byron, Anne}, year=2017, doi={10.1234/other}}
@article{c, title={Analytical engines that weave}, author={Ada Lovelace}, year=2018, journal={arXiv preprint}}
@article{d, title={A result that did not last}, author={Ida Rhodes}, year=2018}
@article{e, title={Looms of quite another kind}, author={Grace Hopper}, year=2020}
@article{f, title={On gears: part 2}, author={Ada Lovelace}, year=2017}
@article{g, title={Looms for large patterns}, author={Grace Hopper}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, RECORDS)
    return tmp_path


def told(root: Path, name: str, text: str) -> list[dict[str, object]]:
    (root / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["cite-check", str(root / name), "--site", str(root), "--format", "json"], standalone_mode=False
    )
    assert result.return_value == 0, result.output
    rows: list[dict[str, object]] = json.loads(result.stdout)
    return rows


def test_each_reference_is_told_what_it_means(root: Path) -> None:
    rows = told(root, "refs.bib", BIB)
    assert [(row["state"], row["id"]) for row in rows] == [
        ("found", "engines"),
        ("found", "engines"),
        ("published", "engines"),
        ("withdrawn", "gone"),
        ("unknown", None),
        ("unknown", None),
        ("found", "looms"),
    ]
    fields = [[each["field"] for each in row["differences"]] for row in rows]  # type: ignore[attr-defined]
    assert fields == [[], ["title", "year", "authors", "doi"], [], [], [], [], []]
    assert rows[3]["standing"] == "Retracted"


PLAIN = """\
[1] A. Lovelace. Analytical engines that weave. In NeurIPS, 2019.
[2] Hopper, G.: Looms for larg patterns (2021)
[3] Nobody. Another paper on engines and looms. 2020.
"""


def test_a_plain_list_is_read_line_by_line_or_by_empty_lines(root: Path) -> None:
    rows = told(root, "refs.txt", PLAIN)
    assert [(row["state"], row["id"]) for row in rows] == [
        ("found", "engines"),
        ("found", "looms"),
        ("unknown", None),
    ]
    row, other = told(root, "refs.txt", "Hopper, G.: Looms for\nlarge patterns (2021)\n\nNobody. Nothing.\n")
    assert other["state"] == "unknown"
    assert (row["id"], row["differences"]) == ("looms", [{"field": "year", "cited": "2021", "here": "2020"}])


def test_what_is_told_can_be_read(root: Path) -> None:
    (root / "refs.bib").write_text(BIB + "@article{h, title={}}", encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["cite-check", str(root / "refs.bib"), "--site", str(root)], standalone_mode=False
    )
    assert "refs.bib:5: cited as a preprint, published here: Analytical engines that weave" in result.stdout
    assert "    year: 2017; here 2019" in result.stdout
    assert (
        "7 references: 3 here, 2 not in this archive, 1 cited as a preprint, published here, 1 here, with a notice"
        in result.stdout
    )
    assert "skipped" in result.stderr
