"""The contract of the layouts: what they may name, what they depend on, which of two namesakes counts."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError, UndefinedError, nodes
from jinja2.meta import find_undeclared_variables
from markupsafe import escape
from papershelf.model.output import Output
from papershelf.render.html import closure_digest, load_layouts, renderer
from papershelf.views.site_view import site_view

from tests.pages.sample import site

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
NAMES = sorted(path.relative_to(LAYOUTS).as_posix() for path in LAYOUTS.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_names_only_what_it_is_given(name: str) -> None:
    environment = load_layouts((LAYOUTS,)).environment
    allowed = {"item", "site", "root"} if name.startswith("partials/") else {"page", "site", "root"}
    tree = environment.parse((LAYOUTS / name).read_text())
    macros = {macro for found in tree.find_all(nodes.FromImport) for macro in found.names}
    own = {each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"}
    assert find_undeclared_variables(tree) - macros - own <= allowed


# Mail readers drop style sheets, so the digest's styles are inline.
@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("mail/")])
def test_no_layout_has_inline_script_or_style(name: str) -> None:
    text = (LAYOUTS / name).read_text()
    assert "<script>" not in text
    assert "<style" not in text
    assert " style=" not in text
    assert " on" + "click" not in text


def small_layouts(folder: Path, **sources: str) -> Path:
    for name, source in sources.items():
        path = folder / (name.replace("__", "/") + ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return folder


SOURCES = {
    "page": '{% extends "base.html" %}{% from "partials/m.html" import m %}{% block main %}{% endblock %}',
    "base": '{% block main %}{% endblock %}{% include "partials/i.html" %}{{ "p.html"|partial }}',
    "partials__m": "{% macro m() %}m{% endmacro %}",
    "partials__i": "i",
    "partials__p": "p",
    "other": "o",
}


@pytest.mark.parametrize(("edited", "matters"), [(name, name != "other") for name in SOURCES])
def test_the_closure_is_all_that_a_layout_draws_on(tmp_path: Path, edited: str, matters: bool) -> None:
    before = closure_digest(load_layouts((small_layouts(tmp_path, **SOURCES),)), "page.html")
    small_layouts(tmp_path, **{edited: SOURCES[edited] + "!"})
    assert (closure_digest(load_layouts((tmp_path,)), "page.html") != before) is matters


def render(
    folder: Path, path: str = "a/b/index.html", view: object = None, cache_dir: Path | None = None
) -> str:
    output = Output(path=path, renderer="html", layout="page.html", view=view)
    return renderer(load_layouts((folder, LAYOUTS), cache_dir), site_view(site()))(output).decode()


def test_compiled_layouts_are_kept_until_they_change_or_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache_dir, parsed = tmp_path / "memory", []
    real = Environment._parse

    def parse(
        environment: Environment, source: str, name: str | None, filename: str | None
    ) -> nodes.Template:
        parsed.append(name)
        return real(environment, source, name, filename)

    monkeypatch.setattr(Environment, "_parse", parse)
    small_layouts(tmp_path, page='{{ "footer.html"|partial }}', partials__footer="at {{ root }}")
    assert render(tmp_path, cache_dir=cache_dir) == "at ../../"
    assert render(tmp_path, cache_dir=cache_dir) == "at ../../"
    assert parsed == ["page.html", "partials/footer.html"]
    small_layouts(tmp_path, partials__footer="now {{ root }}")
    assert render(tmp_path, cache_dir=cache_dir) == "now ../../"
    assert parsed[2:] == ["partials/footer.html"]
    for file in cache_dir.iterdir():
        damaged = bytearray(file.read_bytes())
        damaged[len(damaged) // 2] ^= 1
        file.write_bytes(damaged)
    assert render(tmp_path, cache_dir=cache_dir) == "now ../../"
    assert parsed[3:] == ["page.html", "partials/footer.html"]
    monkeypatch.setattr("papershelf.render.environment.code_digest", lambda: b"other code")
    assert render(tmp_path, cache_dir=cache_dir) == "now ../../"
    assert len(parsed) == 7


def test_an_archive_may_put_its_own_layout_before_ours(tmp_path: Path) -> None:
    small_layouts(tmp_path, page='{{ "footer.html"|partial }}', partials__footer="mine at {{ root }}")
    assert render(tmp_path) == "mine at ../../"
    assert render(tmp_path, "404.html") == "mine at /archive/"


def test_line_breaks_between_tags_are_not_written(tmp_path: Path) -> None:
    source = "<p>\n{# <b>\n<i> #}\n<b>a</b>\n{% if 1 %}\n  <i>b</i>\n{% endif %}\n</p>\nc {% raw %}<u>\n<u>{% endraw %}"
    small_layouts(tmp_path, page=source)
    assert render(tmp_path) == "<p>\n<b>a</b>  <i>b</i></p>\nc <u>\n<u>"


@pytest.mark.parametrize("character", "&<>\"'")
def test_what_a_layout_prints_is_escaped(tmp_path: Path, character: str) -> None:
    small_layouts(tmp_path, page="{{ page }} {{ page ~ '' }} {{ page|safe }} {{ 1 }}", base="{{ page }}")
    escaped = escape(character)
    assert escaped != character
    assert render(tmp_path, view=character) == f"{escaped} {escaped} {character} 1"
    small_layouts(tmp_path, page="{% extends 'base.html' %}")
    assert render(tmp_path, view=character) == escaped


def test_a_mistake_is_still_found_on_its_line(tmp_path: Path) -> None:
    small_layouts(tmp_path, page="<p>\n<b>\n\n<i>\n{% nothing %}")
    with pytest.raises(TemplateSyntaxError) as caught:
        render(tmp_path)
    assert caught.value.lineno == 5


@pytest.mark.parametrize(
    "source", ["{{ nothing }}", "{{ page.nothing }}", "{{ range(3) }}", "{{ site.records }}"]
)
def test_a_layout_that_asks_for_more_fails(tmp_path: Path, source: str) -> None:
    small_layouts(tmp_path, page=source)
    with pytest.raises((UndefinedError, AttributeError)):
        render(tmp_path, view=("a view",))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("mail/")])
def test_buttons_say_what_they_do_and_the_header_has_one_to_search(name: str) -> None:
    text = (LAYOUTS / name).read_text()
    assert text.count("<button") == text.count("<button type=")
    if name == "partials/header.html":
        assert re.search(r"<form role=search[^>]*>.*<button type=submit>.*</form>", text)
