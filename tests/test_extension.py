"""Adding things is a file and a row: each is added here as `generator/README.md` says, to a running program."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import papershelf.checks as checks
import papershelf.cli as program
import papershelf.feeds as feeds
import papershelf.pages as pages
import pytest
from click.testing import CliRunner
from papershelf.checks.finding import Finding, warning
from papershelf.config import SiteConfig
from papershelf.content.load import Content
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.routes import Route
from papershelf.model.site import Site
from papershelf.pages.catalogue import Catalogue
from papershelf.problems import Location
from papershelf.sources import table as sources
from papershelf.sources.entry import Document, Entry, Found
from papershelf.sources.table import Source
from papershelf.views.site_view import SiteView

from tests.pipeline.archives import SITE, paper, run, write

FILES = {"site.yaml": SITE, "content/papers/engines.md": paper(more="extra: {lab: The Mill}\n")}


def add_route(monkeypatch: pytest.MonkeyPatch, name: str, route: Route) -> None:
    """Add a row to the table of addresses, and what is made of the table when it is read."""
    monkeypatch.setitem(routes.ROUTES, name, route)
    monkeypatch.setitem(routes._FORMATS, name, routes.numbered(name).format)


def test_a_page_kind_is_a_file_two_rows_and_a_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parts(catalogue: Catalogue) -> Iterator[Part]:
        yield Part(name="pages/hello", slice=len(catalogue.newest), outputs=_pages)

    def _pages(count: int, config: SiteConfig) -> Iterator[Output]:
        path = routes.path(routes.url("hello"))
        yield Output(path=path, renderer="html", layout="hello.html", view=(count, config.title))

    add_route(monkeypatch, "hello", Route("hello/", title="Hello"))
    monkeypatch.setattr(pages, "PAGE_KINDS", (*pages.PAGE_KINDS, parts))
    layout = "{% extends 'base.html' %}{% block main %}{{ page[0] }} in {{ page[1] }}{% endblock %}"
    write(tmp_path, FILES | {"layouts/hello.html": layout})
    assert not run(tmp_path).failed
    assert "1 in Small archive" in (tmp_path / "output/hello/index.html").read_text()
    # Its address is reserved from then on, by the same row.
    write(
        tmp_path,
        FILES | {"layouts/hello.html": layout, "content/pages/hello.md": "---\ntitle: H\n---\nHi.\n"},
    )
    assert run(tmp_path).failed


def test_a_file_for_programs_is_a_file_and_three_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parts(site: Site) -> Iterator[Part]:
        yield Part(name="feeds/count", slice=len(site.records), outputs=_files)

    def _files(count: int, config: SiteConfig) -> Iterator[Output]:
        del config
        yield Output(path=routes.url("count"), renderer="count", view=count)

    def render(count: int, site: SiteView) -> bytes:
        return f"{count} in {site.title}".encode()

    add_route(monkeypatch, "count", Route("count.txt"))
    monkeypatch.setattr(feeds, "KINDS", (*feeds.KINDS, parts))
    monkeypatch.setitem(feeds.RENDERERS, "count", render)
    write(tmp_path, FILES)
    assert not run(tmp_path).failed
    assert (tmp_path / "output/count.txt").read_text() == "1 in Small archive"


def test_a_taxonomy_is_a_row_of_the_settings(tmp_path: Path) -> None:
    setting = "taxonomies: [{name: labs, title: Labs, field: extra.lab}]\n"
    write(tmp_path, FILES | {"site.yaml": SITE + setting})
    assert not run(tmp_path).failed
    assert "The Mill" in (tmp_path / "output/labs/the-mill/index.html").read_text()


def test_a_check_is_a_file_and_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(content: Content) -> Iterable[Finding]:
        return [warning(record, ("title",), "title: is short") for record in content.records]

    monkeypatch.setattr(checks, "CHECKS", (*checks.CHECKS, check))
    write(tmp_path, FILES)
    [problem] = run(tmp_path).problems
    assert (problem.location.line, problem.message) == (2, "title: is short")


def test_a_source_is_a_file_and_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(document: Document) -> Found:
        for number, line in enumerate(document.data.decode().splitlines(), 1):
            place = Location(path=document.path, line=number)
            yield Entry(location=place, values={"title": line, "date": "2024"})

    monkeypatch.setattr(sources, "SOURCES", (Source("Titles", (".titles",), "", read), *sources.SOURCES))
    write(tmp_path, FILES | {"new.titles": "On Looms\n"})
    result = CliRunner().invoke(
        program.cli, ["import", "--site", str(tmp_path), str(tmp_path / "new.titles")]
    )
    assert result.exit_code == 0, result.output
    assert [file.stem for file in (tmp_path / "content/papers/2024").iterdir()] == ["on-looms"]


def test_a_command_is_a_file_and_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hello_command.py").write_text(
        "import click\n\n\n@click.command('hello')\ndef command() -> int:\n    print('hello')\n    return 0\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(program.COMMANDS, "hello", "hello_command")
    result = CliRunner().invoke(program.cli, ["hello"])
    assert result.output == "hello\n"
    assert "hello" in CliRunner().invoke(program.cli, ["--help"]).output
