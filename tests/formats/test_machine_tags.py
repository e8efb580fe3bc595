"""What a paper's page tells machines: citation_* tags, JSON-LD, Signposting."""

import json
from typing import Any

import pytest
from papershelf.formats import bibtex, csl_json, highwire, ris, schema_org, signposting
from papershelf.model.paper import Paper
from papershelf.model.people import Person
from papershelf.model.venues import Venue
from papershelf.model.work_types import WORK_TYPES

from tests.formats.papers import record

BASE = "https://example.org/archive/"
JOURNAL = Venue(slug="jmlr", title="Journal of Machine Learning Research", kind="journal", issn="1532-4435")
PAPER = Paper(
    record=record(
        id="le-2023",
        title=r"Is $\ell_1$ {BERT}'s </script><!-- \"o?",
        authors=[
            {"given": "Laurens", "particle": "van der", "family": "Maaten", "orcid": "0000-0002-1825-0097",
             "affiliation": ["TU Delft"], "ror": ["https://ror.org/02e2c7k09"]},
            {"literal": "Google Brain"},
        ],
        date="2023-02-13",
        added="2024-12",
        venue="JMLR 2023",
        volume="9",
        issue="2",
        pages="12-40",
        doi="10.1002/(SICI)1<1>2",
        arxiv="2302.06675",
        pdf="papers/le-2023/le-2023.pdf",
        tags=["a;b", "c"],
        license="CC-BY-4.0",
        abstract="Long. " * 100,
        comments=3,
    ),
    venue=JOURNAL,
)  # fmt: skip


def loaded(script: str) -> dict[str, object]:
    """Return a script's data, having made sure that no markup can end it."""
    assert "<" not in script
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    assert isinstance(data, dict)
    return data


def test_citation_tags_name_one_container_and_people_in_reading_order() -> None:
    assert highwire.tags(PAPER, BASE) == [
        ("citation_title", "Is ℓ₁ BERT's </script><!-- ö?"),
        ("citation_author", "van der Maaten, Laurens"),
        ("citation_author_institution", "TU Delft"),
        ("citation_author", "Google Brain"),
        ("citation_publication_date", "2023/2/13"),
        ("citation_online_date", "2024"),
        ("citation_journal_title", "Journal of Machine Learning Research"),
        ("citation_volume", "9"),
        ("citation_issue", "2"),
        ("citation_firstpage", "12"),
        ("citation_lastpage", "40"),
        ("citation_issn", "1532-4435"),
        ("citation_doi", "10.1002/(SICI)1<1>2"),
        ("citation_arxiv_id", "2302.06675"),
        ("citation_pdf_url", BASE + "papers/le-2023/le-2023.pdf"),
        ("citation_keywords", "a,b"),
        ("citation_keywords", "c"),
    ]


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"type": "thesis", "institution": "MIT"}, "citation_dissertation_institution"),
        ({"type": "report", "institution": "MIT"}, "citation_technical_report_institution"),
        ({"type": "inproceedings", "venue": "ACL 2024"}, "citation_conference_title"),
        ({"type": "chapter", "venue": "A book"}, "citation_inbook_title"),
        ({"type": "preprint", "venue": "arXiv"}, None),
    ],
)
def test_each_kind_has_its_own_container_tag(fields: dict[str, str], tag: str | None) -> None:
    names = [name for name, _ in highwire.tags(Paper(record=record(authors=["A B"], **fields)), BASE)]
    containers = [
        name for name in names if name.endswith(("_institution", "_title")) and name != "citation_title"
    ]
    assert containers == ([tag] if tag else [])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("King, Jr., Martin Luther", "King, Martin Luther, Jr."),
        ("Quoc V. Le", "Le, Quoc V."),
        ({"given": "Laurens P.", "particle": "van der", "family": "Maaten"}, "Laurens P. van der Maaten"),
        ({"literal": "Barnes and Noble"}, "Barnes and Noble"),
    ],
)
def test_authors_are_told_so_that_zotero_takes_them_apart_rightly(name: Any, told: str) -> None:
    tags = highwire.tags(Paper(record=record(authors=[name])), BASE)
    assert ("citation_author", told) in tags
    # Zotero reads "a b, c d" as two names.
    before, _, after = told.partition(", ")
    assert not (" " in before and " " in after.partition(",")[0])


def test_a_journal_has_no_year_and_proceedings_keep_theirs() -> None:
    journal = Paper(
        record=record(type="article", venue="Information Processing & Management 2020", authors=["A B"])
    )
    assert ("citation_journal_title", "Information Processing & Management") in highwire.tags(journal, BASE)
    assert csl_json.item(journal)["container-title"] == "Information Processing & Management"
    assert "container-title-short" not in csl_json.item(journal)
    proceedings = Paper(record=record(type="inproceedings", venue="Made-up Meeting 2020", authors=["A B"]))
    assert ("citation_conference_title", "Made-up Meeting 2020") in highwire.tags(proceedings, BASE)


def test_zotero_is_told_the_whole_abstract_or_none() -> None:
    assert highwire.zotero_tags(PAPER, abstract=True) == [("citation_abstract", " ".join(["Long."] * 100))]
    software = Paper(record=record(type="software", tldr="Short.", authors=["A B"]))
    assert highwire.zotero_tags(software, abstract=True) == [("z:itemType", "computerProgram")]
    # Without an institution or authors no other tag says what it is.
    for fields in ({"type": "report"}, {"type": "article", "venue": "X"}):
        (told,) = highwire.zotero_tags(Paper(record=record(**fields)), abstract=True)
        assert told[0] == "z:itemType"


NOTICES = [{"kind": "retraction", "date": "2024-05", "text": "Made-up data.", "url": "https://example.org/r"}]


def test_a_retraction_travels() -> None:
    paper = Paper(record=record(status="retracted", note="As told.", notices=NOTICES, authors=["A B"]))
    item = csl_json.item(paper)
    told = "As told. Retraction, 2024-05: Made-up data. https://example.org/r"
    assert item["note"] == told
    assert f"  note = {{{told}}},\n" in bibtex.entry(item)
    assert f"N1  - {told}\r\n" in ris.reference(item)
    assert loaded(schema_org.paper(paper, BASE, []))["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Retraction: Made-up data.",
            "datePublished": "2024-05",
            "url": "https://example.org/r",
        }
    ]
    (back,) = csl_json.read(f"[{json.dumps(item)}]")
    assert back["note"] == "As told."
    assert csl_json.item(Paper(record=record(status="withdrawn")))["note"] == "Withdrawn"
    assert "note" not in csl_json.item(Paper(record=record(status="accepted")))


def test_what_a_thesis_and_a_paper_without_pages_have_instead() -> None:
    thesis = Paper(record=record(type="thesis", degree="PhD thesis", institution="Made-up University"))
    item = csl_json.item(thesis)
    assert (item["genre"], item["publisher"]) == ("PhD thesis", "Made-up University")
    assert "  type = {PhD thesis},\n" in bibtex.entry(item)
    assert "M3  - PhD thesis\r\n" in ris.reference(item)
    assert loaded(schema_org.paper(thesis, BASE, []))["inSupportOf"] == "PhD thesis"
    numbered = Paper(record=record(type="article", article_number="e17134", authors=["A B"]))
    item = csl_json.item(numbered)
    assert item["page"] == "e17134"
    assert "  eid = {e17134},\n" in bibtex.entry(item)
    assert "pages" not in bibtex.entry(item)
    assert "C7  - e17134\r\n" in ris.reference(item)
    assert ("citation_firstpage", "e17134") in highwire.tags(numbered, BASE)


def test_zotero_reads_every_csl_type_that_we_write() -> None:
    """Its translator refuses a whole file for a type that it does not know; a book with a version is software."""
    known = "article article-journal paper-conference thesis report book chapter dataset speech patent review webpage"
    assert {row.csl for row in WORK_TYPES} <= set(known.split())
    item = csl_json.item(Paper(record=record(type="software", versions=[{"id": "2.1"}])))
    assert (item["type"], item["genre"], item["version"]) == ("book", "Computer software", "2.1")


def test_a_paper_without_authors_or_day_claims_neither() -> None:
    assert highwire.tags(Paper(record=record()), BASE) == []
    tags = dict(
        highwire.tags(Paper(record=record(authors=["A B"], date="2024-05", pdf="https://x.org/a.pdf")), BASE)
    )
    assert tags["citation_publication_date"] == "2024"
    assert "citation_pdf_url" not in tags


def test_json_ld_of_a_paper() -> None:
    data = loaded(schema_org.paper(PAPER, BASE, ["authors/laurens-van-der-maaten/", ""]))
    assert data["@type"] == "ScholarlyArticle"
    assert data["@id"] == BASE + "papers/le-2023/"
    assert data["headline"] == "Is ℓ₁ BERT's </script><!-- ö?"
    assert data["author"] == [
        {
            "@type": "Person",
            "name": "Laurens van der Maaten",
            "url": BASE + "authors/laurens-van-der-maaten/",
            "sameAs": "https://orcid.org/0000-0002-1825-0097",
            "affiliation": [
                {"@type": "Organization", "name": "TU Delft", "identifier": "https://ror.org/02e2c7k09"}
            ],
        },
        {"@type": "Organization", "name": "Google Brain"},
    ]
    assert data["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "9",
            "isPartOf": {"@type": "Periodical", "name": JOURNAL.title, "issn": "1532-4435"},
        },
    }
    assert data["sameAs"] == ["https://doi.org/10.1002/(SICI)1%3C1%3E2", "https://arxiv.org/abs/2302.06675"]
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["abstract"] == " ".join(["Long."] * 100)
    assert "abstract" not in loaded(schema_org.paper(PAPER, BASE, None, abstract=False))
    assert "dateModified" not in data


def test_brief_json_ld_of_a_paper_leaves_out_what_the_page_links_to() -> None:
    whole: Any = loaded(schema_org.paper(PAPER, BASE, ["authors/laurens-van-der-maaten/", ""]))
    del whole["@id"], whole["author"][0]["url"]
    assert loaded(schema_org.paper(PAPER, BASE, None)) == whole


def test_the_title_of_a_dataset_is_its_name() -> None:
    data = loaded(schema_org.paper(Paper(record=record(title="Cats", type="dataset")), BASE, []))
    assert (data["@type"], data["name"]) == ("Dataset", "Cats")
    assert "headline" not in data


def test_json_ld_of_the_other_pages() -> None:
    home = loaded(schema_org.website("A </script>", "About", BASE, "en"))
    assert home["@type"] == "WebSite"
    assert home["name"] == "A </script>"
    listed = loaded(schema_org.item_list("Papers", BASE, "papers/", [PAPER.record]))
    assert listed["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 1,
        "itemListElement": [BASE + "papers/le-2023/"],
    }
    person = Person(slug="le", name="Q. Le", orcid="0000-0002-1825-0097", affiliation="X")
    profile = loaded(schema_org.profile("Q. Le", BASE, "authors/le/", ("Quoc Le",), person))
    assert profile["mainEntity"] == {
        "@type": "Person",
        "@id": BASE + "authors/le/#person",
        "name": "Q. Le",
        "alternateName": ["Quoc Le"],
        "sameAs": ["https://orcid.org/0000-0002-1825-0097"],
        "affiliation": {"@type": "Organization", "name": "X"},
    }
    assert loaded(schema_org.venue(JOURNAL, BASE, "venues/jmlr/"))["@type"] == "Periodical"
    data = loaded(schema_org.dataset("All", "Everything", BASE, "2024-01-01"))
    assert [item["encodingFormat"] for item in data["distribution"]]  # type: ignore[attr-defined]


def test_signposting_links_lead_to_what_there_is() -> None:
    assert signposting.links(PAPER, BASE) == [
        ("cite-as", BASE + "papers/le-2023/", ""),
        ("describedby", BASE + "papers/le-2023/le-2023.json", "application/vnd.citationstyles.csl+json"),
        ("type", "https://schema.org/ScholarlyArticle", ""),
        ("type", "https://schema.org/AboutPage", ""),
        ("item", BASE + "papers/le-2023/le-2023.pdf", "application/pdf"),
        ("license", "https://creativecommons.org/licenses/by/4.0/", ""),
        ("author", "https://orcid.org/0000-0002-1825-0097", ""),
    ]


@pytest.mark.parametrize(
    ("fields", "venue", "expected"),
    [
        ({"type": "book", "venue": "x"}, JOURNAL, "book"),
        ({"venue": "JMLR"}, JOURNAL, "article"),
        ({"venue": "ACL 2024"}, None, "inproceedings"),
        ({"venue": "Some Journal", "volume": "3"}, None, "article"),
        ({"institution": "MIT"}, None, "report"),
        ({}, None, "preprint"),
    ],
)
def test_the_kind_follows_from_the_container(
    fields: dict[str, str], venue: Venue | None, expected: str
) -> None:
    assert Paper(record=record(**fields), venue=venue).type.name == expected
