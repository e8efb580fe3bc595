"""BibTeX as people have it: whatever one sign is missing, all entries come in; fields of other programs."""

from itertools import product
from pathlib import Path

import pytest
from papershelf.config import SiteConfig
from papershelf.content.load import Content
from papershelf.formats.table import FORMATS
from papershelf.markup.markdown import to_lines
from papershelf.sources.collect import collect
from papershelf.sources.entry import Entry
from papershelf.sources.table import read_files

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive
from tests.sources.played import records

ENTRY = """@article{{{key},
  title = {o}The {{BIG}} {number}, $x_1$ and "more"{c},
  author = {o}Doe, Ann and M{{\\"u}}ller, J{c},
  journal = {o}Journal of Samples{c},
  year = {o}20{number:02}{c}
}}
"""
DAMAGES = {
    "a comma": ("{c},\n  journal", "{c}\n  journal"),
    "the closing sign of a value": ("{c},\n  journal", ",\n  journal"),
    "the closing sign of the first value": ("{c},\n  author", ",\n  author"),
    "the closing sign of the last value": ("{number:02}{c}\n}}", "{number:02}\n}}"),
    "the last brace": ("{c}\n}}\n", "{c}\n"),
    "a key": ("{{{key},", "{{,"),
    "a key and its comma": ("{{{key},", "{{"),
}


def titles(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "a.bib"
    file.write_text(text, encoding="utf-8")
    entries = [item for item in read_files([file], {}) if isinstance(item, Entry)]
    assert all(entry.values["venue"] == "Journal of Samples" for entry in entries), entries
    assert all(len(entry.values["authors"]) == 2 for entry in entries)
    return [f"{entry.values['date']} {entry.values['title']}" for entry in entries]


@pytest.mark.parametrize(("what", "signs"), list(product(DAMAGES, ["{}", '""'])))
def test_every_entry_comes_in(
    what: str, signs: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, after = DAMAGES[what]
    damaged = ENTRY.replace(before, after)
    assert damaged != ENTRY
    quoted = ENTRY if signs == "{}" else ENTRY.replace('"more"', "more")
    damaged = damaged if signs == "{}" else damaged.replace('"more"', "more")
    texts = [
        text.format(key=f"k{number}", number=number, o=signs[0], c=signs[1])
        for number, text in enumerate((quoted, damaged, quoted), 1)
    ]
    whole = titles(
        tmp_path, "".join(texts).replace(texts[1], quoted.format(key="k2", number=2, o=signs[0], c=signs[1]))
    )
    assert len(whole) == 3
    assert titles(tmp_path, "".join(texts)) == whole
    assert caplog.text == ""  # nothing but problems reaches the terminal


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("date = {Jan}, year = {1937}", "1937-01"),
        ("date = {soon}, year = {1937}", "1937"),
        ("eventdate = {2019-07-02/2019-07-05}", "2019-07-02"),
        ("issued = {2019}", "2019"),
        ("year = {in press}, eprint = {2302.06675}, archiveprefix = {arXiv}", "2023-02"),
        ("urldate = {2020-01-01}", ""),
    ],
)
def test_the_date_of_an_entry(lines: str, date: str, tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text(f"@misc{{a, title = {{Sample}}, {lines}}}")
    found = collect(read_files([file], {}), Content(config=SiteConfig(title="T")))
    assert [record.date for record in found.records] == ([date] if date else [])


def test_what_a_site_says_of_its_papers(tmp_path: Path) -> None:
    file = tmp_path / "papers.bib"
    lines = (
        "abbr = {JX}, pdf = {a.pdf}, slides = {https://example.org/s}, preview = {a.gif}, selected = {true}"
    )
    file.write_text(f"@article{{a, title = {{One}}, journal = {{Journal of X}}, year = 2020, {lines}}}")
    found = collect(read_files([file], {}), Content(config=SiteConfig(title="T")))
    (record,), (venue,) = found.records, found.venues
    assert (venue.short, venue.title) == ("JX", "Journal of X")
    assert (record.pdf, record.link("slides"), record.featured) == ("", "https://example.org/s", True)
    assert [problem.message.split(" is left out")[0] for problem in found.remarks] == [
        "pdf: 'a.pdf'",
        "preview: 'a.gif'",
    ]


FORMULAS = ["$\\unknown_{\\min} x^*$", "$x_1$", "a--b and --c", "5\\% of \\$3", "$\\R^d$ or $\\E[X]$"]


@pytest.mark.parametrize("abstract", FORMULAS)
@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_an_abstract_written_by_papershelf_is_read_as_it_was(
    abstract: str, name: str, archive: MakeArchive, tmp_path: Path
) -> None:
    one = archive(
        {"content/papers/2020/a.md": f"---\ntitle: A\ndate: 2020\nvenue: X\n---\nIt is {abstract}.\n"}
    )
    format = next(format for format in FORMATS if format.name == name)
    file = tmp_path / f"all{format.suffix}"
    assert papershelf("export", name, "--site", one, "--output", file) == 0
    found = collect(read_files([file], {}), Content(config=SiteConfig(title="T")))
    (written,) = records(one)
    assert to_lines(found.records[0].abstract) == to_lines(written.abstract)
