"""BibTeX, RIS and plain citations: the case file, and the browser's scripts as the twin of Python's rules."""

import itertools
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.config import SiteConfig
from papershelf.formats import bibtex, citation, csl_json, ris
from papershelf.markup.line import from_tex, plain, to_tex
from papershelf.model.paper import Paper
from papershelf.pipeline import assets
from papershelf.pipeline.options import LAYOUTS

from tests.formats.papers import papers, record

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((HERE / "cases" / "citations.json").read_text("utf-8"))
WRITERS = {"BibTeX": bibtex.entry, "RIS": ris.reference, "APA": citation.apa, "IEEE": citation.ieee}


InBrowser = Callable[[list[dict[str, Any]]], list[dict[str, str]]]


@pytest.fixture(scope="session")
def in_browser(tmp_path_factory: pytest.TempPathFactory) -> InBrowser:
    """Returns what the site's scripts, as they are served, make of CSL items."""
    root = tmp_path_factory.mktemp("served")
    (root / "package.json").write_text('{"type": "module"}')
    served = assets.part((LAYOUTS,))
    for output in served.outputs(served.slice, SiteConfig(title="T")):
        if isinstance(output.view, str):
            file = root / output.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(output.view, "utf-8")

    def make(items: list[dict[str, Any]]) -> list[dict[str, str]]:
        command = ["node", str(HERE / "cite.mjs"), (root / "assets/js/cite.js").as_uri()]
        done = subprocess.run(command, input=json.dumps(items).encode(), capture_output=True, check=True)
        made: list[dict[str, str]] = json.loads(done.stdout)
        return made

    return make


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["record"]["id"])
def test_python_makes_the_case(case: dict[str, Any]) -> None:
    item = csl_json.item(Paper(record=record(**case["record"])))
    assert item == case["item"]
    for name, write in WRITERS.items():
        assert write(item) == case[name]


def test_the_browser_makes_the_cases(in_browser: InBrowser) -> None:
    made = in_browser([case["item"] for case in CASES])
    assert made == [{name: case[name] for name in WRITERS} for case in CASES]


@pytest.mark.slow
@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(given=st.lists(papers(), min_size=30, max_size=30))
def test_the_browser_writes_what_python_writes(in_browser: InBrowser, given: list[Paper]) -> None:
    items = [csl_json.item(paper) for paper in given]
    for item, made in zip(items, in_browser(items), strict=True):
        assert made == {name: write(item) for name, write in WRITERS.items()}


@pytest.mark.parametrize(
    ("given", "initials"),
    [("Quoc V.", "Q. V."), ("Jean-Luc", "J.-L."), ("(tony)", "T."), ("明", "明"), ("Émile d'Or", "É. D.")],
)
def test_initials(given: str, initials: str) -> None:
    assert citation.initials(given) == initials


@pytest.mark.slow
def test_titles_with_superscript_signs_come_back(in_browser: InBrowser) -> None:
    """A brace that protects capitals must not stand behind ``^`` or ``_``: it would be read as a raised group."""
    pieces = ("^", "_", "{", "}", "a", "Q ", "$x^{2}$")
    titles = [
        title for parts in itertools.product(pieces, repeat=4) if (title := "".join(parts)).strip("_^{} ")
    ]
    items = [csl_json.item(Paper(record=record(title=title))) for title in titles]
    written = [bibtex.protect(to_tex(title)) for title in titles]
    assert [" ".join(plain(from_tex(text)).split()) for text in written] == [
        " ".join(plain(title).split()) for title in titles
    ]
    assert [made["BibTeX"] for made in in_browser(items)] == [bibtex.entry(item) for item in items]
