"""A record as its file: what is written is read back the same."""

from dataclasses import fields, replace
from textwrap import indent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.content.listings import read_venues
from papershelf.content.parse import parse
from papershelf.content.write import venue_text, write
from papershelf.lib.text import squeeze, without_control
from papershelf.model.names import Name, make_name, parse_name
from papershelf.model.record import Record
from papershelf.model.record_parts import Event, Funding, Link, Notice, Related, Result, Version
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
LINES = ANY.map(lambda text: squeeze(without_control(text))).filter(bool)
LINE = LINES | st.sampled_from(
    ["No", "~", "null", "1e3", "2302.06670", "a: b", "# c", "- d", "'e'", '"f"', "*g*", "&h", "="]
)
PARAGRAPHS = st.lists(LINE, max_size=3).map(lambda lines: "\n\n".join(lines).strip())
DATES = st.sampled_from(["2024", "2024-05", "2024-02-29"])
URLS = st.sampled_from(["https://example.org/", "https://example.org/a?b=c&d=e#f", "http://x.org:80/%20"])
FILES = URLS | st.sampled_from(["a.pdf", "b/c d.pdf"])
COUNTS = st.none() | st.integers(0, 10**9)
# Commas part names from one another, and a backslash is TeX, which is read as the letter meant.
WORDS = LINE.filter(lambda text: not {",", "\\"} & set(text))
BARE = (
    WORDS.map(parse_name)
    | st.builds(
        make_name, given=WORDS, particle=st.sampled_from(["", "van der"]), family=WORDS, suffix=st.just("Jr.")
    )
    | WORDS.map(lambda text: Name(name=text, family=text, literal=True))
)
NAMES = st.builds(
    replace,
    BARE,
    person=st.sampled_from(["", "ada-l"]),
    orcid=st.sampled_from(["", "0000-0002-1825-0097"]),
    affiliations=st.lists(LINE, max_size=2).map(tuple),
    rors=st.just(()) | st.just(("https://ror.org/02mhbdp94",)),
    equal=st.booleans(),
    corresponding=st.booleans(),
    email=st.sampled_from(["", "ada@example.org"]),
)


def tuples(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=2).map(tuple)


LINKS = st.builds(Link, type=st.sampled_from(["code", "data"]), url=URLS, title=st.just("") | LINE)
RECORDS = st.builds(
    Record,
    id=st.sampled_from(["paper", "other-1.2"]),
    title=LINE,
    date=DATES,
    type=st.sampled_from(["", "article"]),
    authors=tuples(NAMES),
    author_count=COUNTS,
    abstract=PARAGRAPHS,
    notes=PARAGRAPHS,
    tags=tuples(LINE),
    added=st.just("") | DATES,
    venue=st.just("") | LINE,
    event=st.none() | st.builds(Event, name=LINE, start=DATES),
    arxiv=st.sampled_from(["", "2302.06670", "hep-th/9901001"]),
    ids=st.just(()) | st.just((("openreview", "1e30"), ("s2", "007"))),
    pdf=st.just("") | FILES,
    links=tuples(LINKS),
    notices=tuples(st.builds(Notice, kind=st.just("erratum"), text=LINE)),
    versions=tuples(st.builds(Version, id=LINE, pdf=FILES)),
    related=tuples(st.builds(Related, rel=st.just("extends"), url=URLS)),
    funding=tuples(st.builds(Funding, funder=LINE)),
    results=tuples(st.builds(Result, task=LINE, dataset=LINE, metric=LINE, value=LINE)),
    comments=COUNTS,
    draft=st.booleans(),
    bibtex=PARAGRAPHS,
    extra=st.dictionaries(LINE, LINE, max_size=2).map(lambda pairs: tuple(sorted(pairs.items()))),
)


@pytest.mark.slow
@given(RECORDS)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_what_is_written_is_read_back(record: Record) -> None:
    parsed = parse("content/papers/2024/paper.md", write(record, name="paper").encode())
    assert isinstance(parsed, tuple), parsed
    assert replace(parsed[0], source="", digest=b"") == record


def test_every_field_is_written() -> None:
    """A field that the writer forgets would be lost on import, unless it is named here with its reason."""
    from_the_file = {"source", "digest"}
    text = write(
        Record(
            id="a",
            title="T",
            date="2024",
            **{  # type: ignore[arg-type]  # any value will do: nothing is read back here
                field.name: "x"
                for field in fields(Record)
                if isinstance(field.default, str) and field.name not in {"id", "title", "date", "source"}
            },
        ),
    )
    written = {line.split(":")[0] for line in text.splitlines() if ":" in line}
    texts = {field.name for field in fields(Record) if isinstance(field.default, str)} - from_the_file
    assert texts <= written


def test_looks_as_a_person_would_write_it() -> None:
    record = Record(
        id="x",
        title="A: B",
        date="2024",
        authors=(parse_name("Ada Lovelace"), parse_name("Grace Hopper")),
        arxiv="2302.06670",
        links=(Link(type="code", url="https://example.org/"),),
        abstract="Text.",
    )
    assert write(record, name="x", comment="note") == (
        "---\n"
        "# note\n"
        "title: 'A: B'\n"
        "date: 2024\n"
        "authors: [Ada Lovelace, Grace Hopper]\n"
        "arxiv: 2302.06670\n"
        "links: {code: 'https://example.org/'}\n"
        "---\n"
        "Text.\n"
    )


@pytest.mark.parametrize("name", ["", "y"])
def test_the_id_is_written_where_the_file_has_another_name(name: str) -> None:
    assert "id: x\n" in write(Record(id="x", title="A", date="2024"), name=name)


@given(
    st.builds(
        Venue,
        title=LINE,
        short=st.just("") | LINE,
        aliases=tuples(LINE),
        volumes=tuples(
            st.builds(
                Volume,
                year=st.sampled_from(["", "2024"]),
                volume=LINE,
                editors=tuples(NAMES),
                date=st.just("") | DATES,
                event=st.none() | st.builds(Event, name=LINE, start=DATES),
                front_matter=PARAGRAPHS,
            )
        ),
    )
)
def test_a_venue_with_its_volumes_is_read_back(venue: Venue) -> None:
    text = "v:\n" + indent(venue_text(venue), "  ")
    assert read_venues("content/venues.yaml", text.encode()) == (replace(venue, slug="v"),)
