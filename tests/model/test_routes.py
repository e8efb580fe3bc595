"""Addresses: each is said once, so a row of the table moves all that stands there and every link to it."""

import os
import posixpath
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import papershelf
import pytest
from papershelf import feeds, pages
from papershelf.config import TaxonomyConfig
from papershelf.model import dates, routes
from papershelf.model.paper import papers_of
from papershelf.pipeline.options import LAYOUTS

from tests.conftest import MakeArchive
from tests.feeds.sites import BASE as FEEDS_BASE
from tests.feeds.sites import rendered, site, three

BASE = "https://example.org/archive/"
PAPER = """---
title: Paper {0}
authors: [Ada Lovelace, Charles Babbage]
date: 2024-05-0{0}
venue: NeurIPS 2024
tags: [engines]
{1}---
Text.
"""
ARCHIVE = {
    "site.yaml": f"title: Test\nurl: {BASE}\nper_page: 2\n"
    "taxonomies: [{name: kinds, title: Kinds, field: type}]\n",
    "content/pages/about.md": "---\ntitle: About\nnav: true\n---\nText.\n",
    **{
        f"content/papers/{number}.md": PAPER.format(
            number, "type: report\naliases: [old/one.html]\n" * (number == 1)
        )
        for number in range(1, 5)
    },
}
MOVED = [name for name, route in routes.ROUTES.items() if re.fullmatch(r"[\w/-]+/", route.pattern)]


class Links(HTMLParser):
    """Collects the addresses in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for key, value in attrs if key in ("href", "src", "action") and value]


def built_with(moved: dict[str, str], site: Path, place: Path) -> Path:
    """Build a site with a copy of the program whose rows of ``ROUTES`` have other patterns."""
    package = place / "generator" / "papershelf"
    shutil.copytree(papershelf.__path__[0], package, ignore=shutil.ignore_patterns("__pycache__"))
    if not (package / "layouts").exists():
        shutil.copytree(LAYOUTS, package / "layouts")
    table = package / "model" / "routes.py"
    text = table.read_text()
    for name, pattern in moved.items():
        text, count = re.subn(rf'(\n    "{name}": Route\()"[^"]*"', rf'\1"{pattern}"', text)
        assert count == 1
    table.write_text(text)
    command = [
        sys.executable,
        "-m",
        "papershelf",
        "build",
        "--site",
        str(site),
        "--output",
        str(place / "output"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return place / "output"


def assert_links_work(output: Path) -> None:
    for file in output.rglob("*.html"):
        page = "" if file.name == "404.html" else file.relative_to(output).as_posix()
        for link in Links(file.read_text()).found:
            assert_leads_somewhere(output, urljoin(BASE + page, link), str(file))
    for file in output.rglob("*"):
        if file.suffix in (".xml", ".json", ".txt", ".html"):
            for address in re.findall(
                re.escape(BASE) + r"""[^\s"'<>)\\{]*(?![^\s"'<>)\\]*\{)""", file.read_text()
            ):
                assert_leads_somewhere(output, address, str(file))


def assert_leads_somewhere(output: Path, address: str, where: str) -> None:
    if address.startswith(BASE):
        path = unquote(re.sub("[?#].*", "", address.removeprefix(BASE)))
        assert (output / routes.path(path)).is_file(), (where, address)


def texts(output: Path) -> dict[str, str]:
    files = [
        file for file in output.rglob("*") if file.suffix in (".html", ".xml", ".json", ".js", ".txt", ".css")
    ]
    return {file.relative_to(output).as_posix(): file.read_text() for file in files}


@pytest.mark.slow
def test_one_row_moves_papers(archive: MakeArchive, tmp_path: Path) -> None:
    output = built_with({"papers": "moved/"}, archive(ARCHIVE), tmp_path)
    assert (output / "moved/1/1.json").is_file()
    assert (output / "moved/page/2/index.html").is_file()
    assert not (output / "papers").exists()
    assert_links_work(output)
    for path, text in texts(output).items():
        # The API has its own folder of that name, below its own row.
        assert not re.search(r"(?<!api/v1/)\bpapers/", text), path


@pytest.mark.slow
def test_every_folder_can_be_moved(archive: MakeArchive, tmp_path: Path) -> None:
    moved = {name: "x-" + routes.ROUTES[name].pattern for name in MOVED}
    output = built_with(moved, archive(ARCHIVE), tmp_path)
    assert_links_work(output)
    old = {routes.ROUTES[name].pattern for name in MOVED}
    assert not old & {f"{folder.name}/" for folder in output.iterdir()}
    # Scripts stand in folders of their own, some of the same names.
    pattern = re.compile(
        rf"""(?<=[./"'`=])(?<!(?:js|ui|v1)/)(?<!papershelf/)(?<!"\./)(?<!"\.\./)(?:{"|".join(map(re.escape, old))})"""
    )
    for path, text in texts(output).items():
        assert not (found := pattern.search(text)), (path, text[found.start() - 60 : found.end() + 40])


@pytest.mark.parametrize("name", routes.ROUTES)
def test_address_is_the_pattern_filled_in(name: str) -> None:
    parts = {part: f"<{part}>" for part in routes.parts(name)}
    assert routes.url(name, *parts.values()) == routes.pattern(name).format(**parts)


@pytest.mark.parametrize("name", [name for name, route in routes.ROUTES.items() if "{" in route.pattern])
def test_address_from_beside_leads_to_the_same_file(name: str) -> None:
    route = routes.ROUTES[name]
    shared = routes.parts(route.below) if route.below else ()  # what both stand in
    here = {part: f"a-{part}" for part in routes.parts(name)}
    there = {part: value if part in shared else f"b-{part}" for part, value in here.items()}
    own = [there[part] for part in re.findall(r"{(\w+)}", route.pattern)]
    folder = posixpath.dirname(routes.path(routes.url(name, *here.values())))
    found = posixpath.normpath(posixpath.join(folder, routes.path(routes.beside(name, *own))))
    assert found == routes.path(routes.url(name, *there.values()))


def test_addresses_of_terms() -> None:
    assert routes.term("authors", "ada-lovelace") == "authors/ada-lovelace/"
    assert routes.term("kinds", "report") == "kinds/report/"
    assert routes.letter("authors", "a") == "authors/letter/a/"
    assert routes.letter("kinds", "a") == "kinds/letter/a/"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("home", ""),
        ("papers", "papers/"),
        ("paper", "papers/mid/"),
        ("authors", "authors/"),
        ("author", "authors/ada-lovelace/"),
        ("day", "days/2024-01-02/"),
        ("year", "years/2024/"),
    ],
)
def test_the_sitemap_follows_from_the_table(name: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = f"<loc>{FEEDS_BASE}{address}</loc>"
    assert told in rendered(three())["sitemap.xml"].decode()
    monkeypatch.setitem(routes.ROUTES, name, replace(routes.ROUTES[name], sitemap=False))
    assert told not in rendered(three())["sitemap.xml"].decode()


def put_off() -> set[str]:
    """Return the kinds of parts that a preview puts off, of an archive that has all kinds."""
    archive = site(*three().records, taxonomies=(TaxonomyConfig(name="kinds", title="Kinds", field="type"),))
    parts = (*feeds.plan(archive), *pages.plan(archive, papers_of(archive)))
    return {"/".join(part.name.split("/")[:2]) for part in parts if part.of_all}


PUT_OFF = {
    *(f"indexes/{name}" for name in ("authors", "venues", "tags", "kinds", *dates.PERIODS)),
    *(f"periods/{name}" for name in dates.PERIODS if name != "day"),
    *("feeds/feed", "feeds/api", "feeds/sitemap"),
}


def test_a_preview_puts_off_what_lists_papers_of_all_times() -> None:
    assert put_off() == PUT_OFF


@pytest.mark.parametrize("name", [name for name, route in routes.ROUTES.items() if route.of_all])
def test_every_row_that_is_put_off_is_a_part(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(routes.ROUTES, name, replace(routes.ROUTES[name], of_all=False))
    assert len(PUT_OFF - put_off()) == 1


def test_scripts_ask_for_the_rows_that_are_theirs() -> None:
    scripts = "".join(file.read_text() for file in (LAYOUTS / "assets/js").rglob("*.js"))
    asked = {name for name in routes.ROUTES if re.search(rf'\b(?:link|url|to)\("{name}"', scripts)}
    assert asked == {name for name, route in routes.ROUTES.items() if route.scripts}
