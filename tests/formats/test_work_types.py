"""The table of work types: every format takes its words from it, and one more row is all that a new type needs."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import papershelf
import pytest
from papershelf.formats import bibtex, csl_json, highwire, ris, schema_org, signposting
from papershelf.formats.table import FORMATS
from papershelf.model.paper import Paper
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import WORK_TYPES

from tests.formats.papers import record

BASE = "https://example.org/"
ROWS = pytest.mark.parametrize("row", WORK_TYPES, ids=lambda row: row.name)


def made(row: WorkType) -> Paper:
    """Return a paper of a type, with whatever may contain or publish it."""
    fields = {row.publisher: "Those who print it", "venue": "What holds it", "number": "7"}
    return Paper(record=record(type=row.name, authors=["Ada Lovelace"], **fields))


@ROWS
def test_a_work_of_every_type_comes_back_from_every_format(row: WorkType) -> None:
    paper = made(row)
    for format in FORMATS:
        (back,) = format.read("".join(format.write([paper])))
        assert back["type"] == row.name, format.name
        assert back["venue"] == "What holds it", format.name


@ROWS
def test_every_mapping_holds_the_words_of_the_row(row: WorkType) -> None:
    paper = made(row)
    item = csl_json.item(paper)
    assert (item["type"], item["publisher"]) == (row.csl, "Those who print it")
    assert csl_json.work_type(item) is row
    assert bibtex.entry(item).startswith(f"@{row.bibtex}{{")
    assert f"\n  {row.bibtex_container} = {{What holds it}},\n" in bibtex.entry(item)
    assert ris.reference(item).startswith(f"TY  - {row.ris}\r\n")
    assert f"\r\n{row.ris_container}  - What holds it\r\n" in ris.reference(item)
    data = json.loads(schema_org.paper(paper, BASE, None))
    assert (data["@type"], data[row.schema_title]) == (row.schema_org, "A paper")
    assert ("type", f"https://schema.org/{row.schema_org}", "") in signposting.links(paper, BASE)
    tags = [name for name, _ in highwire.tags(paper, BASE)]
    told = dict(highwire.zotero_tags(paper, abstract=False))
    assert told == ({} if row.highwire else {"z:itemType": row.zotero})
    assert f"{row.ris_number}  - 7\r\n" in ris.reference(item)
    assert [name for name in tags if name in {work.highwire for work in WORK_TYPES}] == [row.highwire] * bool(
        row.highwire
    )


def test_rows_are_told_apart_in_every_format() -> None:
    for words in (
        [row.name for row in WORK_TYPES],
        [(row.csl, row.genre) for row in WORK_TYPES],
        [(row.bibtex, row.bibtex_type) for row in WORK_TYPES],
        [alias for row in WORK_TYPES for alias in row.bibtex_aliases],
        [alias for row in WORK_TYPES for alias in row.csl_aliases],
        [alias for row in WORK_TYPES for alias in row.ris_aliases],
        [(row.ris, row.genre) for row in WORK_TYPES],
        [kind for row in WORK_TYPES for kind in row.venue_kinds],
    ):
        assert len(words) == len(set(words)), words


NEW_ROW = """
    WorkType(
        name="podcast",
        label="Podcast",
        remark="Audio podcast",
        csl="song",
        bibtex="misc",
        bibtex_type="podcast",
        bibtex_container="howpublished",
        bibtex_fields=_MISC,
        ris="SOUND",
        schema_org="PodcastEpisode",
        zotero="podcast",
    ),"""


def test_a_new_type_is_one_row(tmp_path: Path) -> None:
    """A copy of the package with one more row reads, checks, writes and cites a work of that type."""
    package = tmp_path / "papershelf"
    shutil.copytree(Path(papershelf.__file__).parent, package)
    table = package / "model" / "work_types.py"
    start = "WORK_TYPES: tuple[WorkType, ...] = ("
    table.write_text(table.read_text("utf-8").replace(start, start + NEW_ROW), "utf-8")
    script = """
import json
from papershelf.content.parse import parse
from papershelf.content.schema import record_schema
from papershelf.formats import citation, citation_tables, csl_json, schema_org
from papershelf.formats.table import FORMATS
from papershelf.model.paper import Paper
(record,) = parse("a.yaml", b"title: A talk\\ndate: 2024\\ntype: podcast\\nauthors: [Ada Lovelace]\\n")
paper = Paper(record=record)
assert '"podcast"' in json.dumps(record_schema())
for format in FORMATS:
    (back,) = format.read("".join(format.write([paper])))
    assert back["type"] == "podcast", format.name
assert citation.apa(csl_json.item(paper)) == "Lovelace, A. (2024). A talk [Audio podcast]."
assert '"PodcastEpisode"' in schema_org.paper(paper, "https://example.org/", None)
assert '"csl":"song"' in citation_tables.module()
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
