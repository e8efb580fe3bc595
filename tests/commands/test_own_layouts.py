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


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("step", ['{{% extends "{}" %}}', '{{% include "{}" %}}', '{{{{ "{}"|partial }}}}'])
def test_a_circle_is_told_once_and_always_at_the_same_place(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str], step: str, command: str
) -> None:
    names = ["a.html", "b.html", "c.html"]
    folder = "partials/" if "include" in step or "partial" in step else ""
    inside = [folder + name if "include" in step else name for name in names]
    layouts = {f"layouts/{folder}{name}": step.format(inside[(at + 1) % 3]) for at, name in enumerate(names)}
    home = {"layouts/home.html": step.format(inside[1])}
    root = archive({"content/papers/a.md": PAPER, **layouts, **home})
    assert papershelf(command, "--site", root) == 1
    (found,) = (line for line in capsys.readouterr().err.splitlines() if ": error: " in line)
    assert f"/layouts/{folder}a.html:1: error: index.html cannot be rendered: a layout extends, " in found


def test_a_layout_that_is_its_own_is_told_so(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "home.html": '{% include "partials/x.html" %}',
        "partials/x.html": '{% include "partials/x.html" %}',
    }
    (found,) = told(archive, files, capsys)
    assert found.startswith("layouts/partials/x.html: error: names itself, which means the generator's own")
