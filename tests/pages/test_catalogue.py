"""The catalogue: the digest of a summary stands for all that lists show of a paper."""

from dataclasses import fields
from typing import Any

import pytest
from papershelf.model.paper import papers_of
from papershelf.model.people import Person
from papershelf.model.record_parts import Link
from papershelf.model.venues import Venue
from papershelf.pages.catalogue import catalogue
from papershelf.views.summary import RecordSummary

from tests.pages.sample import record, site

CODE, PROJECT = (Link(type=kind, url=f"https://example.org/{kind}") for kind in ("code", "project"))
BASE: dict[str, Any] = {"id": "a", "author_count": 1, "added": "2024-05-02", "venue": "NT 2024"}
CHANGES: dict[str, dict[str, Any]] = {
    "id": {"id": "b", "title": "On a"},
    "title": {"title": "Another"},
    "people": {"authors": "Bo Li"},
    "author_count": {"author_count": 7},
    "date": {"date": "2024-04"},
    "joined": {"added": "2024-05-03"},
    "venue": {"venue": "NT 2023"},
    "venue_name": {"short": "NT 2024", "venue": "NT"},
    "venue_slug": {"slug": "things"},
    "comments": {"comments": 1},
    "upvotes": {"upvotes": 1},
    "code": {"links": (CODE,)},
    "pdf": {"pdf": "https://example.org/a.pdf"},
    "project": {"links": (PROJECT,)},
    "status": {"status": "retracted"},
}
"""Field of a summary -> what changes no other field of it."""


def summary(
    id: str, authors: str = "", slug: str = "nt", short: str = "NT", person: str = "bo-li", **fields: Any
) -> RecordSummary:
    people = [Person(slug=person, name="Bo Li", variants=("B. Li",))]
    venues = [Venue(slug=slug, title="New Things", short=short, aliases=("NT",))]
    made = site(record(id, authors, **fields), people=people, venues=venues)
    return catalogue(made, papers_of(made)).summaries[id].value


@pytest.mark.parametrize("name", [each.name for each in fields(RecordSummary) if each.name != "digest"])
def test_a_summary_that_differs_in_one_field_has_another_digest(name: str) -> None:
    one, other = summary(**BASE), summary(**BASE | CHANGES[name])
    differing = [each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)]
    assert differing == ["digest", name]


@pytest.mark.parametrize("change", [{"authors": "B. Li"}, {"person": "li-1"}])
def test_the_name_of_an_author_and_where_it_leads_count(change: dict[str, Any]) -> None:
    base = BASE | {"authors": "Bo Li"}
    assert summary(**base).digest != summary(**base | change).digest


def test_what_a_summary_does_not_show_leaves_its_digest_alone() -> None:
    assert summary(**BASE) == summary(**BASE, abstract="Long.", status="accepted", tags=("t",))
