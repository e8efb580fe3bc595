"""`papershelf import`: every kind of file, good entries kept whatever stands between them, nothing twice."""

import json
from pathlib import Path

import click
import pytest
from papershelf.markup.markdown import to_text
from papershelf.model.record import Record

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive
from tests.sources.played import records
from tests.sources.samples import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every kind of file."""
    for name, text in FILES.items():
        file = tmp_path / "given" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "given"


def bring(root: Path, *sources: str | Path) -> dict[str, Record]:
    """Import sources; return the records of the archive by title."""
    papershelf("import", *sources, "--site", root)
    assert papershelf("check", "--site", root) == 0
    return {record.title: record for record in records(root)}


@pytest.fixture
def root(archive: MakeArchive) -> Path:
    return archive({"content/.keep": ""})


def test_bibtex_as_people_have_it(root: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = bring(root, folder / "a.bib")
    captured = capsys.readouterr()
    assert set(found) == {
        "First Without a Key", "Second Without a Key", "Without a Comma", "Joined Strings", "Without a Brace",
        "A {H$_2$O} Child, 5^th^", "A Preprint", "With Fields of a Site", "A Key Twice",
    }  # fmt: skip
    assert found["Second Without a Key"].venue == "Journal of Examples B"
    assert [name.name for name in found["Without a Comma"].authors] == ["C Poe", "B Roe"]
    assert ([name.name for name in found["Joined Strings"].authors], found["Joined Strings"].date) == (
        ["Ann Doe"],
        "2004-03",
    )
    child = found["A {H$_2$O} Child, 5^th^"]
    assert (child.venue, child.date, child.doi, child.pages) == (
        "Proceedings of Examples",
        "2006",
        "10.5555/child",
        "1-9",
    )
    assert [name.name for name in child.authors] == ["Jörg Müller"]
    assert to_text(child.abstract) == "With x², a_b and stress."
    assert (found["A Preprint"].arxiv, found["A Preprint"].url) == ("0706.0001", "")
    assert [name.name for name in found["A Preprint"].authors] == ["J Smith", "AB Doe"]
    site = found["With Fields of a Site"]
    assert (site.pdf, site.awards, site.featured) == ("https://example.org/x.pdf", ("Best Paper",), True)
    assert {link.type for link in site.links} == {"code", "video", "project"}
    assert f"{folder / 'a.bib'}:" in captured.err
    assert "has no date: 'in press' is none" in captured.err
    assert "9 papers came in, 0 were here already, 1 were skipped" in captured.out
    assert "publisher: Sample House" in (root / "content/venues.yaml").read_text(encoding="utf-8")


def test_ris_as_programs_write_it(root: Path, folder: Path) -> None:
    found = bring(root, folder / "a.ris", folder / "wos.txt")
    assert set(found) == {"A Title goes on", "Without a Closing Line", "Third", "On the Growth of Samples"}
    assert (found["A Title goes on"].pages, found["A Title goes on"].date) == ("1-9", "2001-05")
    assert found["Third"].doi == "10.5555/third"
    science = found["On the Growth of Samples"]
    assert [name.name for name in science.authors] == ["Ann Doe", "Bob Roe"]
    assert (science.tags, science.doi, science.pages) == (("one", "two"), "10.5555/wos", "1-9")


def test_json_of_services(root: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["csl.json", "crossref.json", "datacite.json", "hf.json", "or.json", "s2.json", "own.jsonl"]
    found = bring(root, *(folder / name for name in names))
    assert set(found) == {"One", "Two", "原題", "T *x*", "A Daily Paper", "A Note", "A Paper", "Kept"}
    assert (found["One"].date, found["Two"].date) == ("2001-05", "2002")
    assert ([name.name for name in found["原題"].authors], found["原題"].date) == (["Ann Doe"], "2010-01-02")
    assert (found["T *x*"].date, found["T *x*"].language, len(found["T *x*"].authors)) == ("2018", "en", 2)
    daily = found["A Daily Paper"]
    assert (daily.date, daily.added, daily.upvotes, daily.comments) == ("2023-02-13", "2023-02-15", 3, 2)
    note = found["A Note"]
    assert (note.venue, note.date, note.pdf) == ("", "2021", "https://openreview.net/pdf/x.pdf")
    assert found["A Paper"].arxiv == "1901.00001"
    assert found["Kept"].abstract == "As <i>it</i> stands"
    said = capsys.readouterr().err
    for place in (
        "csl.json:3:",
        "csl.json:6:",
        "crossref.json:1:",
        "datacite.json:1:",
        "or.json:1:",
        "s2.json:1:",
        "own.jsonl:2:",
    ):
        assert f"{folder / place.split(':')[0]}:{place.split(':')[1]}: skipped: " in said


def test_xml_of_services(root: Path, folder: Path) -> None:
    found = bring(root, *(folder / name for name in ("acl.xml", "oai.xml", "dblp.xml", "pubmed.xml")))
    paper = found["On {BERT} and $x_1$"]
    assert (paper.ids, paper.pages, paper.date, paper.bibkey) == (
        (("acl", "2022.abc-1.1"),),
        "1-10",
        "2022",
        "doe-2022",
    )
    assert (paper.publisher, [name.name for name in paper.authors]) == ("", ["Ann Doe"])
    assert (found["A Harvest"].arxiv, found["A Harvest"].date) == ("0901.0001", "2008-05-01")
    assert [name.name for name in found["A *Title*"].authors] == ["Ann Döe"]
    assert found["A *Title*"].doi == "10.5555/dblp"
    assert (found["Samples"].date, found["Samples"].abstract, found["Samples"].venue) == (
        "2019-03",
        "Aim: Why.",
        "Health",
    )


def test_markdown_of_sites(root: Path, folder: Path) -> None:
    found = bring(root, folder / "_posts", folder / "publication", folder / "paper.md")
    post = next(record for title, record in found.items() if title.startswith("Adaptive"))
    assert ([name.name for name in post.authors], post.pages) == (["Hal Daumé III"], "1383-1416")
    assert post.pdf == "http://example.org/doe%20ann17a.pdf"
    assert to_text(post.abstract) == "A list: one of true polylog n and bold"
    site = found["A Publication"]
    assert ([name.name for name in site.authors], site.venue, site.featured) == (
        ["Ann Doe"],
        "Proceedings of Sites",
        True,
    )
    assert (site.abstract, site.links, site.type) == ("Click\nThe abstract.", (), "inproceedings")
    package = found["Sample: a package"]
    assert (package.date, package.abstract) == ("2017-08-13", "A package.")
    assert package.authors[0].affiliations == ("One", "Two")
    assert package.authors[1].particle == "van"


def test_tables_with_a_mapping(root: Path, folder: Path) -> None:
    options = ("--column", "Paper Title=title", "--column", "Who=authors", "--year", "2020")
    found = bring(root, folder / "table.csv", folder / "papers.csv", *options)
    row, talk = found["A Row; quoted"], found["A Talk"]
    assert ([name.name for name in row.authors], row.date, row.doi) == (
        ["Ann Doe", "Bob Roe"],
        "2010",
        "10.5555/row",
    )
    assert (len(talk.authors), talk.date, talk.tags, talk.ids) == (
        2,
        "2020",
        ("one", "two"),
        (("openreview", "abcDEF1234"),),
    )
    with pytest.raises(click.UsageError):
        papershelf("import", folder / "table.csv", "--column", "Who", "--site", root)


def test_daily_papers_as_text(root: Path, folder: Path) -> None:
    found = bring(root, folder / "daily.txt", folder / "hf.txt")
    first, second, listed = found["A Card"], found["A Second Card"], found["A Listed Paper"]
    assert (first.date, first.author_count, first.comments) == ("2023-11-20", 7, 12)
    assert first.link("code") == "https://github.com/example/code"
    assert (second.date, second.author_count, second.comments) == ("2024-01-03", 1, None)
    assert (listed.date, listed.arxiv, listed.abstract) == ("2023-02", "2302.00002", "What it says.")


def test_a_whole_folder_and_a_second_time(
    root: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = root / "report.json"
    before = bring(root, folder, "--year", "2020", "--report", report)
    kept = json.loads(report.read_text(encoding="utf-8"))
    assert len(kept["added"]) == len(before) > 25
    assert {problem["file"] for problem in kept["skipped"]} >= {
        str(folder / "csl.json"),
        str(folder / "own.jsonl"),
    }
    files = {path: path.read_bytes() for path in root.rglob("content/**/*") if path.is_file()}
    capsys.readouterr()
    assert bring(root, folder, "--year", "2020") == before
    assert "0 papers came in" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in root.rglob("content/**/*") if path.is_file()} == files


def test_what_is_here_stays_as_it_is(
    archive: MakeArchive, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = "---\ntitle: a preprint!\nauthors: [Jo Smith]\ndate: 1999\n---\nMine.\n"
    root = archive({"content/papers/1999/mine.md": mine})
    papershelf("import", folder / "a.bib", "--site", root)
    assert "8 papers came in, 1 were here already" in capsys.readouterr().out
    assert (root / "content/papers/1999/mine.md").read_text(encoding="utf-8") == mine


def test_what_check_would_refuse_is_left_out(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "a", "title": "A", "date": "2001", "related": [{"rel": "extends", "id": "gone"}]},
        {"id": "b", "title": "B", "date": "2001", "pdf": "no/such/file.pdf"},
        {"id": "c", "title": "C", "date": "2001", "authors": ["Ann; Bob"]},
        {"id": "d", "title": "D", "date": "2001-02-30"},
        {"id": "e", "title": "E", "date": "2001", "isbn": "1", "unknown": "x"},
    ]
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert set(bring(root, file)) == {"E"}
    said = capsys.readouterr()
    assert [line.split(":")[1] for line in said.err.splitlines() if "skipped" in line] == ["4", "1", "2", "3"]
    assert "isbn: left out or changed in 1 entry" in said.out


def test_an_unknown_file_and_a_dry_run(root: Path, folder: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(b"\0\1")
    assert papershelf("import", strange, "--site", root) == 1
    assert papershelf("import", folder, "--dry-run", "--site", root) == 0
    assert records(root) == []


def work(number: int) -> str:
    """Return a work of Crossref."""
    title = json.dumps(f"Work Number {number}")
    date = '{"date-parts": [[2020]]}'
    return f'{{"DOI": "10.5555/{number}", "title": [{title}], "issued": {date}, "container-title": ["J"]}}'


PAPER = '<paper id="{0}"><title>Paper {0}</title><author><first>Ann</first><last>Doe</last></author></paper>'
VOLUME = (
    '<collection id="2022.abc"><volume id="1"><meta><booktitle>P</booktitle><year>2022</year></meta>\n{}\n'
    "</volume></collection>"
)


@pytest.mark.parametrize(
    ("name", "text", "come", "told"),
    [
        ("a.jsonl", [work(1), work(2)[:-1], work(3)], (1, 3), "a.jsonl:2: skipped: is damaged: "),
        (
            "a.json",
            ["[", work(1) + ",", work(2).replace('"', "", 1) + ",", work(3), "]"],
            (1, 3),
            "a.json:3: ",
        ),
        ("a.json", ['{"message": {"items": [', work(1) + ",", work(2)[:40]], (1,), "and so is all behind it"),
        (
            "a.xml",
            [PAPER.format(1), PAPER.format(2).replace("Paper", "Paper & <b>"), PAPER.format(3)],
            (1, 3),
            "a.xml:3: ",
        ),
        ("a.xml", [PAPER.format(1), PAPER.format(2), PAPER.format(3)[:-20]], (1, 2), "a.xml:4: "),
    ],
    ids=["a line", "an item", "the end of a list", "an element", "the end of a tree"],
)
def test_damage_costs_no_more_than_itself(
    name: str,
    text: list[str],
    come: tuple[int, ...],
    told: str,
    root: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = "\n".join(text)
    file = tmp_path / name
    file.write_text(VOLUME.format(lines) if name == "a.xml" else lines, encoding="utf-8")
    titles = bring(root, file)
    assert {int(title.rpartition(" ")[2]) for title in titles} == set(come)
    assert told in capsys.readouterr().err


def test_case_tells_no_identifiers_apart(root: Path, tmp_path: Path) -> None:
    (root / "content/a.md").write_text("---\ntitle: First\ndate: 2024\ndoi: 10.5555/aBc\n---\nText.\n")
    entries = [
        {"id": "x", "title": "Renamed", "doi": "10.5555/AbC"},
        {"id": "A", "title": "Of another paper", "doi": "10.5555/other"},
    ]
    given = tmp_path / "given.jsonl"
    given.write_text("".join(json.dumps({"date": "2024", **entry}) + "\n" for entry in entries))
    found = bring(root, given)
    assert {title: record.id for title, record in found.items()} == {"Of another paper": "A-2"}
