"""Mistakes in an archive's own layouts: told where they stand, once, with what to write instead."""

import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive

PAPER = "---\ntitle: A\ndate: 2024\n---\nText.\n"


def told(archive: MakeArchive, files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Build an archive with layouts of its own; return what is told of them, named from the archive."""
    root = archive(
        {"content/papers/a.md": PAPER, **{f"layouts/{name}": text for name, text in files.items()}}
    )
    capsys.readouterr()
    papershelf("build", "--site", root)
    lines = capsys.readouterr().err.splitlines()
    return [line.removeprefix(f"{root}/") for line in lines if line.startswith(str(root / "layouts"))]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("paper.html", '\n{% extends "papre.html" %}', "2: error: there is no layout 'papre.html'; did you mean"),
        ("paper.html", '{% include "partials/crad.html" %}', "1: error: there is no layout 'partials/crad.html'"),
        ("paper.html", '\n\n{{ "crad.html"|partial }}', "3: error: there is no layout 'partials/crad.html'"),
        ("paper.html", "{% if %}", "1: error: Expected an expression"),
        ("partials/card.html", "\n{{ 1 // 0 }}", "2: error: "),
        ("partials/card.html", '{% include "nowhere.html" %}', "1: error: there is no layout 'nowhere.html'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(
    name: str, text: str, expected: str, archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = told(archive, {name: text}, capsys)
    assert found.startswith(f"layouts/{name}:{expected}")
