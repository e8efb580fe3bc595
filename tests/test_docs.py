"""The documents name what there is: settings, keys, commands, dependencies, folders, files."""

import re
import tomllib
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from papershelf.cli import COMMANDS
from papershelf.config import (
    DigestConfig,
    FeedsConfig,
    SearchConfig,
    SiteConfig,
    SubscribeConfig,
    TaxonomyConfig,
)
from papershelf.model.record import Record

from tests.commands.papershelf import command

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOUSE = (ROOT / "generator/README.md").read_text(encoding="utf-8")
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "generator/README.md",
    "layouts/README.md",
    "SECURITY.md",
)
INNER = {
    "taxonomies": TaxonomyConfig,
    "subscribe": SubscribeConfig,
    "digest": DigestConfig,
    "feeds": FeedsConfig,
    "search": SearchConfig,
}
FROM_THE_FILE = {"source", "digest"}
"""What a record has from the file where it stands rather than from a key."""


def section(text: str, heading: str) -> str:
    """Return what stands below a heading of the second level."""
    return text.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> dict[str, str]:
    """Return the rows of the Markdown tables in a text by the first name in their first cell."""
    return {name: line for line in text.splitlines() for name in re.findall(r"^\| `?([\w-]+)", line)}


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("setting", fields(SiteConfig), ids=lambda setting: setting.name)
def test_every_setting_has_a_row_with_its_default(setting: Any) -> None:
    row = rows(section(README, "Settings"))[setting.name]
    if isinstance(setting.default, str | int) and setting.default != "":
        default = str(setting.default).lower() if setting.default is False else setting.default
        assert row.split("|")[2].strip() == f"`{default}`"
    elif setting.default is MISSING and setting.default_factory is MISSING:
        assert row.split("|")[2].strip() == "required"
    for inner in fields(INNER[setting.name]) if setting.name in INNER else ():
        assert re.search(rf"\b{inner.name}\b", row)
        if is_dataclass(setting.default_factory):
            assert f"{inner.name}: {inner.default}" in row


def test_every_key_of_a_record_is_named() -> None:
    named = set(re.findall(r"`(\w+)`", section(README, "Records")))
    assert {field.name for field in fields(Record)} - FROM_THE_FILE - named == set()


def test_every_command_has_a_row_and_no_other() -> None:
    named = set(re.findall(r"^\| `papershelf ([\w-]+)", section(README, "Commands"), re.MULTILINE))
    assert named == set(COMMANDS)


def test_options_in_the_table_of_commands_exist() -> None:
    for line in section(README, "Commands").splitlines():
        if found := re.match(r"\| `papershelf ([\w-]+)", line):
            options = {name for option in command(found[1]).params for name in option.opts}
            assert set(re.findall(r"--[a-z][a-z-]*", line)) - options == set()


def test_every_dependency_has_a_reason_and_no_other() -> None:
    wanted = {re.split(r"[ \[><=;]", line)[0] for line in pyproject()["project"]["dependencies"]}
    assert set(rows(section(HOUSE, "Dependencies"))) - {"package"} == wanted


def test_the_licence_of_everything_that_is_installed_is_listed() -> None:
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    listed = rows((ROOT / "SECURITY.md").read_text("utf-8").split("## Dependencies")[1])
    assert set(listed) - {"package"} == set(locked)


def test_the_house_is_drawn_as_it_stands() -> None:
    drawn = re.findall(r"^ {4,}(?:\| )?((?:[\w]+/?  ?)+)", section(HOUSE, "The house"), re.MULTILINE)
    floors = [name for line in drawn for name in line.split()]
    layers = pyproject()["tool"]["importlinter"]["contracts"][0]["layers"]
    names = [name for layer in layers for name in layer.split(" | ")]
    assert [floor.rstrip("/") for floor in floors] == names
    folders = {path.parent.name for path in (ROOT / "generator/papershelf").glob("*/__init__.py")}
    assert {floor.rstrip("/") for floor in floors if floor.endswith("/")} == folders


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_paths_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    folder = (ROOT / name).parent
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not (folder / link).exists()] == []
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|js|md|yml|html|css))`", text)
    places = (folder, ROOT, ROOT / "generator/papershelf")
    assert [path for path in paths if not any((place / path).exists() for place in places)] == []
