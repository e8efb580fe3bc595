"""Volumes of imported papers: what all say alike stands in `venues.yaml` once, and papers are read as before."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.content.listings import read_venues
from papershelf.formats.jsonl import mapping
from papershelf.model.names import parse_name
from papershelf.model.record_parts import Event
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.sources.venues_text import extended

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive
from tests.sources.played import records

CHILD = (
    "@inproceedings{{{key}, author = {{Doe, Ann}}, title = {{{title}}}, crossref = {{v{year}}},\n"
    "  pages = {{{page}}}}}\n"
)
PARENT = (
    "@proceedings{{v{year}, title = {{Proceedings of Samples {year}}}, year = {year}, volume = {volume},\n"
    "  editor = {{Itor, Ed and Tor, Edi}}, publisher = {{Sample House}}, address = {{Nowhere}}, isbn = {{{isbn}}}}}\n"
)


def proceedings(year: int, volume: int, isbn: str = "", number: int = 2) -> str:
    """Return the BibTeX of a volume and its papers."""
    papers = [
        CHILD.format(key=f"p{year}{page}", title=f"Paper {page} of {year}", year=year, page=page)
        for page in range(1, number + 1)
    ]
    return "".join(papers) + PARENT.format(year=year, volume=volume, isbn=isbn)


def venues(root: Path) -> dict[str, Venue]:
    read = read_venues("venues.yaml", (root / "content/venues.yaml").read_bytes())
    assert not isinstance(read, list), read
    return {venue.slug: venue for venue in read}


def test_a_volume_says_once_what_its_papers_share(
    archive: MakeArchive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/.keep": ""})
    first, second = tmp_path / "first.bib", tmp_path / "second.bib"
    first.write_text(proceedings(2021, 7, "978-3-16-148410-0") + proceedings(2022, 8, number=1))
    second.write_text(proceedings(2023, 9))
    papershelf("import", first, "--site", root)
    papershelf("import", second, "--site", root)
    (venue,) = venues(root).values()
    editors = (parse_name("Ed Itor"), parse_name("Edi Tor"))
    assert venue.publisher == "Sample House"
    assert venue.volumes == (
        Volume(year="2021", volume="7", editors=editors, place="Nowhere", isbn="978-3-16-148410-0"),
        Volume(year="2023", volume="9", editors=editors, place="Nowhere"),
    )
    for record in records(root):
        alone = record.year == "2022"  # what one paper says may be its own
        assert (bool(record.editors), bool(record.place)) == (alone, alone)
    files = {path: path.read_bytes() for path in root.rglob("content/**/*") if path.is_file()}
    papershelf("import", first, second, "--site", root)
    assert {path: path.read_bytes() for path in root.rglob("content/**/*") if path.is_file()} == files
    assert papershelf("check", "--site", root) == 0
    capsys.readouterr()
    papershelf("export", "bibtex", "--site", root)
    entries = capsys.readouterr().out
    assert entries.count("editor = {Itor, Ed and Tor, Edi}") == entries.count("address = {Nowhere}") == 5


def test_a_later_paper_finds_its_volume(archive: MakeArchive, tmp_path: Path) -> None:
    root = archive({"content/.keep": ""})
    file = tmp_path / "some.bib"
    for number in (2, 3):
        file.write_text(proceedings(2021, 7, number=number))
        papershelf("import", file, "--site", root)
    assert len(records(root)) == 3
    assert not any(record.editors or record.place for record in records(root))
    (venue,) = venues(root).values()
    assert len(venue.volumes) == 1


CONFIG = """---
booktitle: Proceedings of Learning from Samples
shortname: LFS
start: &start 2020-08-03
end: 2020-08-06
published: *start
editor:
- given: Ed
  family: Itor
conference:
  name: Learning from Samples
  location: Nowhere
"""
POST = """---
title: Paper {0}
id: doe20{0}
author:
- given: Ann
  family: Doe
date: 2020-08-27
container-title: Proceedings of Learning from Samples
volume: '124'
firstpage: {0}
---
"""


@pytest.mark.parametrize("config", [CONFIG, "", "a: [b", "just text"])
def test_a_volume_of_pmlr_has_its_editors_from_its_settings(
    config: str, archive: MakeArchive, tmp_path: Path
) -> None:
    root = archive({"content/.keep": ""})
    posts = tmp_path / "v124/_posts"
    posts.mkdir(parents=True)
    (posts.parent / "_config.yml").write_text(config)
    for number in (1, 2):
        (posts / f"2020-08-27-doe20{number}.md").write_text(POST.format(number))
    papershelf("import", posts, "--site", root)
    assert [record.volume for record in records(root)] == ["124", "124"]
    if config == CONFIG:
        (venue,) = venues(root).values()
        (volume,) = venue.volumes
        assert venue.short == "LFS"
        assert (volume.year, volume.volume, volume.editors) == ("2020", "124", (parse_name("Ed Itor"),))
        assert volume.event == Event(
            name="Learning from Samples", place="Nowhere", start="2020-08-03", end="2020-08-06"
        )
        assert not any(record.editors or record.event for record in records(root))


def test_what_papershelf_wrote_comes_back_as_it_was(archive: MakeArchive, tmp_path: Path) -> None:
    root = archive({"content/.keep": ""})
    line = '{{"id": "{0}", "title": "Paper {0}", "date": "2021", "venue": "S", "editors": ["Ed Itor"], "place": "X"}}\n'
    file = tmp_path / "own.jsonl"
    file.write_text(line.format("a") + line.format("b"))
    papershelf("import", file, "--site", root)
    assert not (root / "content/venues.yaml").exists()
    assert [mapping(record)["editors"] for record in records(root)] == [["Ed Itor"], ["Ed Itor"]]


FORMS = (
    "samples:\n  title: Samples\n",
    "samples:\n  title: Samples",
    "# Mine\nsamples: # here\n    title: Samples\n\n    # the end\n",
    "samples:\n  title: Samples\n  volumes:\n  - year: 2001\n    place: There\n    # so\n\n",
    "samples:\n  title: Samples\n  volumes:\n    - {year: 2001, place: There}\n  kind: journal\n",
    "samples:\n  volumes: [{year: 2001, place: There}]\n  title: Samples\n",
    "samples:\n  volumes: {year: 2001, place: There}\n  title: Samples\n",
    "samples: {title: Samples, volumes: [{year: 2001, place: There}]}\n",
    "samples:\n  title: Samples\n  volumes:\n  - year: 2001\n    front_matter: |\n      One.\n\n      Two.\n",
)
OTHER = "other:\n  # kept\n  title: Other\n"
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=5)


@given(
    form=st.sampled_from(FORMS),
    before=st.booleans(),
    behind=st.booleans(),
    volumes=st.lists(st.builds(Volume, volume=TEXTS, place=TEXTS), min_size=1, max_size=3).map(tuple),
)
def test_a_volume_is_added_and_nothing_else_changes(
    form: str, before: bool, behind: bool, volumes: tuple[Volume, ...]
) -> None:
    text = before * OTHER + form + ("\n" + OTHER.replace("other", "another")) * behind
    read = read_venues("x", text.encode())
    assert not isinstance(read, list)
    more = {venue: volumes for venue in read if venue.slug == "samples"}
    new = Venue(slug="new", title="New", volumes=volumes)
    after = extended(text, [new], more)
    again = read_venues("x", after.encode())
    assert not isinstance(again, list), again
    kept = {venue.slug: venue for venue in again}
    assert kept.pop("new") == new
    for venue in read:
        assert kept.pop(venue.slug) == (
            venue
            if venue not in more
            else Venue(
                slug=venue.slug, title=venue.title, kind=venue.kind, volumes=(*venue.volumes, *volumes)
            )
        )
    assert kept == {}
    assert after.count("# kept") == text.count("# kept")
    if "{" not in form:
        assert [line for line in text.splitlines() if line.strip() and line not in after.splitlines()] == []
