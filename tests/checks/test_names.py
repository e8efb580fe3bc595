"""Printed names: what is read of them, what is told of them, what `--fix` may write instead."""

from pathlib import Path

import pytest
from papershelf.checks import run_checks
from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.model.names import names_in, parse_name
from papershelf.problems import Problem

from tests.conftest import MakeArchive

PAPER = "---\ntitle: A title\ndate: 2024\nauthors:\n{}---\n"


def problems(root: Path) -> tuple[Problem, ...]:
    found = find(root, root / "content")
    loaded = load(found, cache_dir=None)
    assert loaded.problems == ()
    return run_checks(loaded.content, found)


@pytest.mark.parametrize(
    ("text", "name", "given", "family", "suffix"),
    [
        ("Luis Example, Jr.", "Luis Example Jr.", "Luis", "Example", "Jr."),
        ("Example, Jr., Luis", "Luis Example Jr.", "Luis", "Example", "Jr."),
        ("Example, Luis Ana, Jr.", "Luis Ana Example Jr.", "Luis Ana", "Example", "Jr."),
        ("Luis Example III", "Luis Example III", "Luis", "Example", "III"),
        ("山田 太郎", "山田 太郎", "太郎", "山田", ""),
        ("山田, 太郎", "山田 太郎", "太郎", "山田", ""),
        ("김 민수", "김 민수", "민수", "김", ""),
        ("たなか はなこ", "たなか はなこ", "はなこ", "たなか", ""),
        ("The Muon Collaboration", "The Muon Collaboration", "", "The Muon Collaboration", ""),
        ("Ana van der Berg", "Ana van der Berg", "Ana", "Berg", ""),
    ],
)
def test_what_is_certain_is_read(text: str, name: str, given: str, family: str, suffix: str) -> None:
    found = parse_name(text)
    assert (found.name, found.given, found.family, found.suffix) == (name, given, family, suffix)
    assert parse_name(found.name) == found


def test_accents_of_tex_and_html_are_read(archive: MakeArchive) -> None:
    lines = (
        "- Mart{\\'\\i}n P{\\'e}rez\n- {name: 'J\\\"urgen M\\\"uller'}\n- '{\\L}ucja Nowak'\n"
        "- Ren&eacute; Dub&#233;\n- Ana&nbsp;Bo\n"
    )
    root = archive({"content/papers/a.md": PAPER.format(lines)})
    loaded = load(find(root, root / "content"), cache_dir=None)
    assert [name.name for name in loaded.content.records[0].authors] == [
        "Martín Pérez",
        "Jürgen Müller",
        "Łucja Nowak",
        "René Dubé",
        "Ana Bo",
    ]


@pytest.mark.parametrize(
    ("text", "message", "new"),
    [
        ("Jane Doe, PhD", "has a degree", "Jane Doe"),
        ("Jane Doe, Ph.D.", "has a degree", "Jane Doe"),
        ("Jane Doe MD", "has a degree", "Jane Doe"),
        ("Jane Doe, Ph.D., MD", "has a degree", "Jane Doe"),
        ("Jane Doe, FACS", "has a degree", "Jane Doe"),
        ("Mag. Jane Doe", "begins with a title", "Jane Doe"),
        ("Dipl.-Ing. Jane Doe", "begins with a title", "Jane Doe"),
        ("Jane Roe - EXL", "remark behind a dash", None),
        ("Alice Bob∗", "carries a mark", "Alice Bob"),
        ("Alice Bob ②", "carries a mark", "Alice Bob"),
        ("Alice Bobᵃ", "carries a mark", "Alice Bob"),
        ("Example Research", "seems to be an organisation", "{literal: Example Research}"),
        ("Office of Numbers", "seems to be an organisation", "{literal: Office of Numbers}"),
        ("Jane Roe, University of X", "seems to be an organisation", None),
        ("Anonymous Authors", "is not a name", None),
        ("-", "is not a name", None),
        ("J\\u00f6rg Bob", "signs of a markup", None),
        ("Jane Doe 0000-0002-1825-0097", "holds what is no letter", None),
        ("Jane Doe, Cyd Dee, Eve Fox", "several names in one", None),
        ("Doe, Jane and Dee, Cyd", "several names in one", None),
        ("Jane Doe & Cyd Dee", "two names in one", None),
        ("Prof. Dr. Jane Doe", "begins with a title", "Jane Doe"),
        ("Dr Jane Doe", "begins with a title", "Jane Doe"),
        ("Jane Roe (University of X)", "remark in brackets", None),
        ("Jane Roe [Example Labs]", "remark in brackets", None),
        ("Alice Bob¹", "carries a mark", "Alice Bob"),
        ("Alice Bob1,2", "carries a mark", "Alice Bob"),
        ("Alice Bob†", "carries a mark", "Alice Bob"),
        ("*Alice Bob", "carries a mark", "Alice Bob"),
        ("Ana Kostic´", "accent that stands beside", None),
        ("Ana <b>Bob</b>", "signs of a markup", None),
        ("Ana Bob ana@example.org", "e-mail", "Ana Bob"),
        ("Ana Bob <ana@example.org>", "e-mail", "Ana Bob"),
        ("SMITH J", "family name and initials", None),
        ("Smith JA", "family name and initials", None),
        ("Example University", "seems to be an organisation", "{literal: Example University}"),
        (
            "Nowhere Research Institute",
            "seems to be an organisation",
            "{literal: Nowhere Research Institute}",
        ),
        ("others", "is not a name", None),
        ("N/A", "is not a name", None),
        ("(:Unav)", "is not a name", None),
        ("2024", "is not a name", None),
        ("Ana Bob and Cyd Dee", "two names in one", None),
        ("Ana Bob; Cyd Dee", "several names in one", None),
        ("Ana Bob et al", "is not an author", None),
    ],
)
def test_what_is_no_name_is_told(text: str, message: str, new: str | None, archive: MakeArchive) -> None:
    (found,) = problems(archive({"content/papers/a.md": PAPER.format(f"- Eve Fox\n- '{text}'\n")}))
    assert message in found.message
    assert found.code == "names"
    assert (found.location.line, found.location.column) == (6, 3)
    assert (found.edit and found.edit.text) == new


@pytest.mark.parametrize(
    "text",
    [
        "Ana Bob",
        "O'Neil, Ana",
        "Ana-Maria d’Arc",
        "J. R. Bob",
        "Ana Bob Jr.",
        "María José",
        "X Æ",
        "Doctor Bob",
        "MD Rahman",
        "Olivier Company",
        "Ramón y Cajal",
        "Ibáñez Pérez, María José",
        "Ana Prof",
    ],
)
def test_ordinary_names_are_left_alone(text: str, archive: MakeArchive) -> None:
    assert problems(archive({"content/papers/a.md": PAPER.format(f'- "{text}"\n')})) == ()


def test_a_name_within_a_mapping_is_not_replaced_whole(archive: MakeArchive) -> None:
    text = PAPER.format("- {name: 'Jane Doe, PhD', affiliation: Example}\n")
    (found,) = problems(archive({"content/papers/a.md": text}))
    assert found.edit is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Bob; Cyd Dee", ["Ana Bob", "Cyd Dee"]),
        ("Bob, Ana; Dee, Cyd", ["Bob, Ana", "Dee, Cyd"]),
        ("Ana Bob and Cyd Dee", ["Ana Bob", "Cyd Dee"]),
        ("Ana Bob, Cyd Dee and Eve Fox", ["Ana Bob", "Cyd Dee", "Eve Fox"]),
        ("van Bob, Ana Li; Dee, Cyd", ["van Bob, Ana Li", "Dee, Cyd"]),
        ("Bob, Ana and Dee, Cyd", ["Bob, Ana", "Dee, Cyd"]),
        ("Ana Bob, Cyd Dee, Eve Fox", ["Ana Bob", "Cyd Dee", "Eve Fox"]),
        ("Bob, Ana", []),
        ("Ana Bob, Jr.", []),
        ("Ana Bob", []),
    ],
)
def test_several_names_in_one_text(text: str, names: list[str]) -> None:
    assert names_in(text) == names
