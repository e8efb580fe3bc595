"""Content that no person wrote, or wrote in haste: problems with their places in `check` and `build`, and no more."""

import subprocess
import sys
from pathlib import Path

import pytest
from papershelf.cli import cli, unforeseen

from tests.conftest import MakeArchive

PAPER = "---\ntitle: A title\ndate: 2024\n{}---\nAn abstract.\n"
TAXONOMY = "title: A\ntaxonomies: [{{name: {}, title: X, field: {}}}]\n"


def outcome(command: str, root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit status of a command, and what it says on standard error."""
    status = cli.main([command, "--site", str(root)], standalone_mode=False) or 0
    return status, capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("content/people.yaml", "ada:\n", "people.yaml:1:5: error: is a mapping"),
        ("content/people.yaml", "- ada\n", "people.yaml:1:1: error: is a mapping of slugs"),
        ("content/venues.yaml", "x: [a]\n", "venues.yaml:1:4: error: is a mapping"),
        ("site.yaml", "- a\n", "site.yaml:1:1: error: is a mapping"),
        ("site.yaml", "a\n", "site.yaml:1:1: error: is a mapping"),
        ("site.yaml", "title: A\nper_page: 0\n", "site.yaml:2:11: error: per_page: 0 is too small"),
        (
            "site.yaml",
            TAXONOMY.format("authors", "language"),
            "site.yaml:2:21: error: taxonomies: the address /a",
        ),
        ("site.yaml", TAXONOMY.format("papers", "language"), "the address /papers/ is taken"),
        ("site.yaml", TAXONOMY.format("x", "__class__"), "'__class__' is no field to group papers by"),
        ("site.yaml", TAXONOMY.format("x", "date_"), "'date_' is no field to group papers by"),
        ("content/papers/a.md", "---\na\n---\n", "a.md:2:1: error: a record is a mapping"),
        ("content/papers/a.md", "---\n[a]\n---\n", "a.md:2:1: error: a record is a mapping"),
        ("content/papers/a.yaml", "- a\n", "a.yaml:1:3: error: a record is a mapping"),
        ("content/pages/a.md", "---\na\n---\n", "a.md:2:1: error: is a mapping"),
        (
            "content/papers/a.md",
            PAPER.format("tags:\n" + "- [b]\n" * 9_000),
            "a.md:2:1: error: 8,900 more problems",
        ),
        ("content/papers/a.md", PAPER.format("tags: [" + "b," * 90_000 + "]\n"), "a list of 90,000 items"),
        (
            "content/papers/a.md",
            PAPER.format("authors: [" + "A B," * 90_000 + "]\n"),
            "a list of 90,000 items",
        ),
        ("content/papers/a.md", PAPER.format("extra: " + "[" * 400_000 + "\n"), "nested more than 12 deep"),
        ("content/papers/a.md", PAPER.format("extra: " + "\n  ? ".join([""] * 99_999) + "\n"), ": error: "),
        ("content/papers/a.md", "---\n" + "? " * 200_000, ": error: "),
        ("content/papers/a.yaml", "? " * 200_000, "nested more than 12 deep"),
        (
            "content/papers/a.md",
            PAPER.format("".join(f"k{n}: x\n" for n in range(2_000))),
            "more than 1,000 keys",
        ),
        ("content/papers/a.md", PAPER.format("url: https://" + "a." * 300_000 + "\n"), "characters long"),
        ("content/papers/" + "d/" * 40 + "a.md", PAPER.format(""), "lies more than 20 folders deep"),
        ("content/papers/a\x1b[31m.md", PAPER.format(""), "cannot be shown"),
        ("layouts/paper.html", b"caf\xe9", "layouts/paper.html: error: is not UTF-8"),
        ("layouts/paper.html", "{% if %}", "layouts/paper.html:1: error: "),
        ("layouts/paper.html", "{{ page.nothing.more }", "layouts/paper.html:1: error: "),
        (
            "layouts/paper.html",
            "\n{{ page.nothing }}",
            "layouts/paper.html:2: error: papers/b/index.html cannot be",
        ),
        (
            "layouts/partials/row.html",
            "{{ item.nothing }}",
            "layouts/partials/row.html:1: error: ",
        ),
        ("layouts/home.html", "{{ page|nothing }}", "layouts/home.html:1: error: "),
        ("layouts/home.html", "{{ 1 / 0 }}", "layouts/home.html:1: error: index.html cannot be rendered"),
    ],
)
def test_check_and_build_tell_the_same(
    path: str, text: str | bytes, expected: str, archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/papers/b.md": PAPER.format(""), path: text})
    for command in ("check", "build"):
        status, told = outcome(command, root, capsys)
        assert status == 1
        assert expected in told
        assert told.replace("\n", "").isprintable()


def test_masses_of_problems_in_one_file_are_read_once(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    related = "".join(f"- {{rel: extends, id: none-{number}}}\n" for number in range(3_000))
    root = archive({"content/papers/b.md": PAPER.format("related:\n" + related)})
    opened: list[str] = []
    read_bytes = Path.read_bytes

    def read(file: Path) -> bytes:
        opened.append(file.name)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", read)
    status, told = outcome("check", root, capsys)
    assert (status, opened.count("b.md")) == (1, 1)
    assert "b.md:3004:22: error: related: there is no record 'none-2999'" in told


def test_a_workflow_command_in_content_is_not_at_the_start_of_a_line(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntitle: A\ndate: 2024\n::stop-commands::x: ##[add-mask]y\n---\n"
    _, told = outcome("check", archive({"content/papers/b.md": text}), capsys)
    assert "::stop-commands::x" in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())
    assert "##[" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if %}", "layouts/mail/digest.html:1: error: "),
        ("\n{{ page.nothing }}", "layouts/mail/digest.html:2: error: mail/digest.html cannot be rendered"),
    ],
)
def test_a_layout_of_mail_that_fails_is_a_problem_with_its_place(
    text: str, expected: str, archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = PAPER.replace("date: 2024", "date: 2024-05-03").format("")
    root = archive({"content/papers/b.md": paper, "layouts/mail/digest.html": text})
    status = cli.main(["digest", "--period", "day", "--site", str(root)], standalone_mode=False)
    assert status == 1
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize("name", ["site.yaml", "layouts", "layouts/paper.html"])
def test_settings_and_layouts_follow_no_link_out_of_the_archive(
    name: str, archive: MakeArchive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/papers/b.md": PAPER.format("")})
    outside = tmp_path / "outside"
    if name == "layouts":
        outside.mkdir()
    else:
        outside.write_text("title: Secret\n")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(outside)
    for command in ("check", "build"):
        status, told = outcome(command, root, capsys)
        assert status == 1
        assert f"{name}: error: is a symbolic link out of the archive" in told


def test_a_layout_that_extends_its_namesake_extends_the_built_in_one(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    own = '{% extends "not-found.html" %}{% block main %}{{ super() }}<p>Mine{% endblock %}'
    root = archive({"content/papers/b.md": PAPER.format(""), "layouts/not-found.html": own})
    assert outcome("check", root, capsys) == (0, "")
    assert outcome("build", root, capsys) == (0, "")
    assert "<p>Mine" in (root / "output/404.html").read_text()


def test_a_layout_that_nothing_uses_is_a_warning(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/papers/b.md": PAPER.format(""), "layouts/papre.html": "x"})
    for command in ("check", "build", "build"):
        status, told = outcome(command, root, capsys)
        assert status == 0
        assert "layouts/papre.html: warning: no page has a layout of this name" in told
        assert "did you mean paper.html?" in told


def test_an_unforeseen_exception_is_one_line_with_the_file_in_hand() -> None:
    error = KeyError("x\ny\x1b")
    error.add_note("while reading content/papers/a.md")
    line = unforeseen(error)
    assert line.isprintable()
    assert "while reading content/papers/a.md" in line
    assert "please report" in line
    assert "No space left" in unforeseen(OSError(28, "No space left on device"))


@pytest.mark.slow
def test_closed_streams_and_full_disks_end_quietly(archive: MakeArchive) -> None:
    root = archive({"content/papers/b.md": PAPER.format("doi: x\n")})
    for redirection, expected in (("", 1), (">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), (">/dev/full", 1)):
        command = f'"{sys.executable}" -m papershelf check --format json --site "{root}" {redirection}'
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=root, check=False)
        assert done.returncode == expected
        assert "Traceback" not in done.stderr
