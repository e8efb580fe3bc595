"""Papers as search sees them: every field that is searched, filtered or sorted by."""

import pytest
from papershelf.config import SiteConfig
from papershelf.model import large
from papershelf.model.record_parts import Link
from papershelf.model.venues import Venue
from papershelf.pipeline import documents
from papershelf.search.document import Document

from tests.pages.sample import CONFIG, record, site

NEURAL = Venue(slug="neurips", title="Neural Things", short="NeurIPS", aliases=("NIPS", "Neural Things"))


def test_a_document_has_what_its_record_and_venue_say() -> None:
    made = record(
        "whole",
        "Ada Lovelace; Bo Li",
        title="On {BERT} and $x^2$",
        abstract="Of *one* thing.",
        venue="NeurIPS 2024",
        tags=("a", "b"),
        date="2024-05",
        added="2024-06-07",
        doi="10.1000/X",
        bibkey="lovelace24",
        arxiv="2405.00001",
        ids=(("openreview", "abcd"), ("dblp", "conf/x"), ("acl", "2024.x-1.1")),
        upvotes=3,
        links=(Link(type="code", url="https://example.org/c"), Link(type="project", url="https://example.org/p")),
    )  # fmt: skip
    [found] = documents.documents(site(made, venues=[NEURAL]))
    assert found == Document(
        id="whole",
        digest=found.digest,
        title="On BERT and x²",
        authors=("Ada Lovelace", "Bo Li"),
        abstract="Of *one* thing.",
        venue="NeurIPS 2024",
        venue_slug="neurips",
        venue_names=("NeurIPS", "Neural Things", "NIPS"),
        tags=("a", "b"),
        date="2024-05",
        added="2024-06-07",
        ids=("10.1000/X", "lovelace24", "2405.00001", "10.48550/arXiv.2405.00001", "abcd", "2024.x-1.1"),
        votes=3,
        flags=frozenset({"code", "pdf"}),
    )


def test_a_document_of_a_bare_record_says_nothing_more() -> None:
    [found] = documents.documents(site(record("bare")))
    assert found == Document(
        id="bare", digest=found.digest, title="On bare", date="2024-05-01", added="2024-05-01"
    )


@pytest.mark.parametrize(("papers", "texts"), [(9, "json"), (10, "page")])
def test_abstracts_are_read_where_they_stand(
    papers: int, texts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "LARGE", 10)
    assert documents.settings(CONFIG, papers).texts == texts
    assert documents.settings(SiteConfig(title="T", language="de"), papers).language == "de"
