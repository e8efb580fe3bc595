"""Small sites, made up for the tests of pages and layouts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from papershelf.config import SiteConfig
from papershelf.lib.digest import digest
from papershelf.model.names import Name, parse_name
from papershelf.model.output import Output
from papershelf.model.paper import papers_of
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.record_parts import Event, Funding, Link, Notice, Related, Result, Version
from papershelf.model.site import FreePage, Site, assemble
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.pages import plan

CONFIG = SiteConfig(title="Test archive", url="https://example.org/archive/")


def record(id: str, authors: str | tuple[Name, ...] = "", **fields: Any) -> Record:
    """Return a record; ``authors`` are names, or a text with semicolons between them."""
    if isinstance(authors, str):
        authors = tuple(parse_name(name.strip()) for name in authors.split(";") if name.strip())
    values = {"title": f"On {id}", "date": "2024-05-01", **fields}
    made = Record(id=id, source=f"content/papers/2024/{id}.md", authors=authors, **values)
    return replace(made, digest=digest(repr(made).encode()))


def site(*records: Record, **fields: Any) -> Site:
    """Return a site of records; ``fields`` go to ``assemble``."""
    return assemble(fields.pop("config", CONFIG), records, **fields)


def outputs(planned: Site) -> dict[str, Output]:
    """Return the pages of a site by path."""
    return {output.path: output for output in plan_pages(planned)}


def plan_pages(planned: Site) -> Iterator[Output]:
    """Return the pages of a site, part by part."""
    for part in plan(planned, papers_of(planned)):
        for output in part.outputs(part.slice, planned.config):
            if output.renderer == "html":
                yield output


def view(planned: Site, path: str) -> Any:
    """Return what the page at a path shows."""
    return outputs(planned)[path].view


def ids(items: Any) -> list[str]:
    """Return the papers of a list."""
    return [item.id for item in items]


def full() -> Site:
    """Return a site in which every field that a page shows occurs."""
    return site(
        record(
            "whole",
            "Ada Lovelace; Laurens van der Maaten; Quoc V. Le; Bo; Cy Young",
            title="A {Whole} paper on $x^2$",
            subtitle="With a subtitle",
            abstract="An abstract of *one* thing. " * 20,
            notes="Some notes.",
            tldr="All fields at once.",
            tags=("sparse attention", "tools"),
            added="2024-12-25",
            venue="NeurIPS 2024",
            doi="10.1000/182",
            arxiv="2405.00001",
            url="https://example.org/x",
            pdf="papers/whole/whole.pdf",
            links=(
                Link(type="code", url="https://example.org/code"),
                Link(type="project", url="https://p.example"),
            ),
            status="retracted",
            notices=(
                Notice(kind="retraction", date="2024-12-26", text="Wrong.", url="https://example.org/n"),
            ),
            versions=(Version(id="v2", date="2024-06", note="mended", pdf="https://example.org/v2.pdf"),),
            awards=("Best paper",),
            related=(
                Related(rel="extends", id="plain"),
                Related(rel="version-of", url="https://example.org/o"),
            ),
            references=("plain", "10.1000/183", "A book"),
            comments=3,
            editors=(parse_name("Ed Itor"),),
            volume="38",
            pages="1-20",
            publisher="A Press",
            license="CC-BY-4.0",
            ids=(("openreview", "abc"),),
            funding=(Funding(funder="A Fund", award="7"),),
            event=Event(name="A Conference", place="Somewhere", start="2024-05-01", end="2024-05-03"),
            results=(Result(task="Parsing", dataset="A Set", metric="F1", value="0.9"),),
            image="whole.png",
            image_alt="A plot",
            upvotes=1,
            aliases=("/old/whole/", "old.html"),
        ),
        record("plain", "Ada Lovelace", date="2023", venue="A Workshop", abstract="Short."),
        record("counted", author_count=7, date="2022-03"),
        record("bare", date="2021"),
        people=[
            Person(
                slug="quoc-le",
                name="Quoc Le",
                variants=("Quoc V. Le",),
                orcid="0000-0002-1825-0097",
                affiliation="Somewhere",
                homepage="https://example.org/quoc",
                same_as=("https://www.example.com/q",),
                note="A note.",
            )
        ],
        venues=[
            Venue(
                slug="neurips",
                title="Neural Information Processing Systems",
                short="NeurIPS",
                publisher="A Press",
                issn="1234-5679",
                url="https://example.org/neurips",
                volumes=(
                    Volume(year="2023", volume="36"),
                    Volume(
                        year="2024",
                        volume="38",
                        title="Proceedings of *one* Conference",
                        editors=(parse_name("Vol Umes"),),
                        date="2024-12",
                        place="A Town",
                        event=Event(name="The Conference", place="A Town", start="2024-12-10"),
                        isbn="9783161484100",
                        doi="10.1000/<v>;1",
                        url="https://example.org/38",
                        front_matter="A *preface* with a [link](../../../about/).",
                    ),
                ),
            )
        ],
        pages=[
            FreePage(
                slug="about",
                title="About",
                body="Hello.",
                nav=True,
                source="content/pages/about.md",
                digest=b"a",
            )
        ],
        config=replace(CONFIG, repository="https://github.com/example/archive", tagline="A tagline"),
    )
