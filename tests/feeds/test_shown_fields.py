"""Each field of a record changes exactly the feeds and the files of the API that show it."""

from typing import Any

import pytest
from papershelf.config import FeedsConfig
from papershelf.model import large

from tests.feeds.sites import paper, rendered, site

WHOLE = {"atom": "tags/t/feed.xml", "json": "tags/t/feed.json", "api": "api/v1/days/2024-05-02.json"}
BRIEF = {"brief atom": WHOLE["atom"], "brief api": WHOLE["api"]}
BASE: dict[str, Any] = {"authors": ["Bo Li"], "added": "2024-05-02", "tags": ["t"]}
ALL = {*WHOLE, *BRIEF}
API, FEEDS = {"api", "brief api"}, {"atom", "json"}
CHANGES: dict[str, tuple[Any, set[str]]] = {
    "title": ("Another", ALL),
    "authors": (["Ada Lee"], ALL),
    "date": ("2023-01-02", API),
    "updated": ("2024-06-01", FEEDS | {"brief atom"}),
    "abstract": ("Long.", FEEDS | {"api"}),
    "tldr": ("Short.", FEEDS | API),
    "tags": (["t", "u"], FEEDS | {"api"}),
    "status": ("withdrawn", FEEDS | {"brief atom"}),
    "notices": ([{"kind": "erratum", "text": "Mended."}], FEEDS | {"brief atom"}),
    "doi": ("10.1000/1", FEEDS),
    "url": ("https://example.org/x", {"json"}),
    "pdf": ("https://example.org/x.pdf", FEEDS),
    "arxiv": ("2405.00001", API),
    "image": ("https://example.org/x.png", API),
    "links": ({"code": "https://example.org/c"}, API),
    "stars": (3, API),
    "upvotes": (3, API),
    "comments": (3, API),
}
"""Field -> another value, and what shows it."""


def shown(monkeypatch: pytest.MonkeyPatch, **fields: Any) -> dict[str, bytes]:
    archive = site(paper("p", **BASE | fields), feeds=FeedsConfig(terms_from=1))
    whole = rendered(archive)
    with monkeypatch.context() as patch:
        patch.setattr(large, "LARGE", 1)
        brief = rendered(archive)
    return {name: whole[path] for name, path in WHOLE.items()} | {
        name: brief[path] for name, path in BRIEF.items()
    }


@pytest.mark.parametrize("name", [*CHANGES, "links.project"])
def test_a_field_changes_what_shows_it_and_nothing_else(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value, expected = CHANGES.get(name, ({"project": "https://example.org/p"}, API))
    before, after = shown(monkeypatch), shown(monkeypatch, **{name.partition(".")[0]: value})
    assert {each for each in before if before[each] != after[each]} == expected
