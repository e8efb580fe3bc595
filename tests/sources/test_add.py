"""`papershelf add`: services played on loopback, with the quirks of their answers."""

import json
from pathlib import Path

import click
import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive
from tests.sources.played import ENTRY, FEED, Answer, at, play, records

WORK = {
    "message-type": "work",
    "message": {
        "DOI": "10.5555/abc",
        "type": "journal-article",
        "title": ["Growth of <i>Fictio</i> at H<sub>2</sub>O &amp; more"],
        "subtitle": [""],
        "author": [
            {"given": "Ann", "family": "EXAMPLE", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
            {"family": "Bo van der Beispiel"},
            {"name": "The Sample Group"},
        ],
        "container-title": ["Journal of Samples"],
        "publisher": "Sample House",
        "ISSN": ["2049-3630"],
        "issued": {"date-parts": [[None]]},
        "published-online": {"date-parts": [[2019, 12, 30]]},
        "published-print": {"date-parts": [[2020, 2]]},
        "license": [
            {"URL": "https://example.org/tdm", "content-version": "tdm"},
            {"URL": "https://creativecommons.org/licenses/by/4.0/", "content-version": "vor"},
        ],
        "update-to": [{"DOI": "10.5555/old", "type": "correction"}],
        "abstract": "<jats:title>Abstract</jats:title><jats:p>If <jats:italic>p</jats:italic> &lt; 0.05.</jats:p>",
    },
}
DATACITE = {
    "data": {
        "attributes": {
            "doi": "10.5555/data",
            "creators": [{"name": "Example, Ann", "nameType": "Personal"}, {"name": "(:Unav)"}],
            "titles": [{"title": "Sample data"}, {"title": "Beispieldaten", "titleType": "TranslatedTitle"}],
            "publicationYear": 2562,
            "language": "eng",
            "types": {"resourceTypeGeneral": "Dataset"},
        }
    }
}
CSL = {
    "id": "x",
    "type": "book",
    "title": "A Book",
    "author": [{"literal": "The Group"}],
    "issued": {"raw": "May 2001"},
}


def json_answer(value: object) -> Answer:
    return Answer(body=json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def test_arxiv(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    feed = FEED.format(ENTRY.format(id="2302.00001v3")).encode()
    with play({"/arXiv/api/query": [Answer(body=feed)]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "https://arxiv.org/abs/2302.99999v1", "--site", root) == 1
        assert "arXiv does not know 2302.99999" in capsys.readouterr().err
        (path, headers), *more = played.asked
        assert more == []  # one question for all ids
        assert path == "/arXiv/api/query?id_list=2302.00001,2302.99999&max_results=2"
        assert headers["User-Agent"].startswith("papershelf/")
        assert headers["User-Agent"].endswith("mailto:ada@example.org)")
        (record,) = records(root)
        assert record.title == "On $O(n^2)$ Sorting of Gödel Numbers"
        assert [name.name for name in record.authors] == ["Ada Example", "Joé de la Muestra"]
        assert record.abstract == "A line break, and $35,000 for all. It costs $5 more."
        assert (record.arxiv, record.doi, record.date) == ("2302.00001", "10.5555/12345", "2023-02-13")
        assert record.link("code") == "https://github.com/example/sort"
        assert record.id == "on-o-n2-sorting-of-godel-numbers"
        assert papershelf("add", "arxiv:2302.00001", "--site", root) == 0
        assert "is here already" in capsys.readouterr().out
    assert papershelf("check", "--site", root) == 0


def test_crossref(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with play({"/Crossref/works/10.5555%2Fabc": [json_answer(WORK)]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "https://doi.org/10.5555/abc", "--site", root) == 0
    (record,) = records(root)
    assert record.title == "Growth of *Fictio* at H₂O & more"
    assert [name.name for name in record.authors] == [
        "Ann Example",
        "Bo van der Beispiel",
        "The Sample Group",
    ]
    assert record.authors[0].orcid == "0000-0002-1825-0097"
    assert record.authors[2].literal
    assert (record.date, record.license, record.abstract) == ("2020-02", "CC-BY-4.0", "If *p* < 0.05.")
    assert record.note == "Correction of doi:10.5555/old"
    assert (record.publisher, record.issn, record.status) == ("", "", "")
    venues = (root / "content/venues.yaml").read_text(encoding="utf-8")
    assert "publisher: Sample House\n" in venues
    assert "issn: 2049-3630\n" in venues
    assert papershelf("check", "--site", root) == 0


def test_one_service_after_the_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = {
        "/DataCite/dois/10.5555%2Fdata": [json_answer(DATACITE)],
        "/doi.org/10.5555/book": [json_answer(CSL)],
    }
    with play(script) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "doi:10.5555/data", "10.5555/book", "--site", root) == 0
        negotiated = [headers for path, headers in played.asked if path.startswith("/doi.org")]
        assert [headers["Accept"] for headers in negotiated] == ["application/vnd.citationstyles.csl+json"]
    book, data = records(root)
    assert (data.title, data.date, data.language, data.type) == ("Sample data", "2019", "en", "dataset")
    assert [name.name for name in data.authors] == ["Ann Example"]
    assert (book.title, book.date) == ("A Book", "2001-05")


OTHERS = {
    "/OpenReview/notes?id=abcDEF123": {
        "notes": [
            {
                "id": "abcDEF123",
                "cdate": 1_700_000_000_000,
                "content": {
                    "title": {"value": "Reviewed"},
                    "authors": {"value": ["A B"]},
                    "venue": {"value": "XYZ 2024 poster"},
                },
            }
        ]
    },
}
ACL = (
    b"@inproceedings{x, title={Words}, author={Doe, Ann}, booktitle={Proc. of X}, year={2022}, pages={1--2}}"
)
PMLR = b"""<html><head><meta name="citation_title" content="A Post"><meta name="citation_author" content="Ann Doe">
<meta name="citation_publication_date" content="2017/06/18"><meta name="citation_conference_title" content="Proc. Y">
</head><body><div id="abstract">Short.</div></body></html>"""


def test_openreview_acl_and_pmlr(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = {
        **{path: [json_answer(value)] for path, value in OTHERS.items()},
        "/ACL/2022.abc-1.1.bib": [Answer(body=ACL)],
        "/PMLR/v65/doe17a.html": [Answer(body=PMLR)],
    }
    with play(script) as played:
        at(monkeypatch, played.url)
        ids = [
            "https://openreview.net/forum?id=abcDEF123",
            "https://aclanthology.org/2022.abc-1.1/",
            "http://proceedings.mlr.press/v65/doe17a.html",
        ]
        assert papershelf("add", *ids, "--site", root) == 0
    post, words, reviewed = records(root)
    assert (post.title, post.date, post.abstract, post.venue) == ("A Post", "2017-06-18", "Short.", "Proc. Y")
    assert (words.ids, words.pages) == ((("acl", "2022.abc-1.1"),), "1-2")
    assert (reviewed.venue, reviewed.date, reviewed.ids) == (
        "XYZ 2024",
        "2023-11-14",
        (("openreview", "abcDEF123"),),
    )


def test_update_fills_what_is_empty_and_shows_the_rest(
    archive: MakeArchive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = "---\n# mine\ntitle:   'On Sorting'  # kept\ndate: 2022\narxiv: 2302.00001\n---\n"
    root = archive({"content/papers/2022/mine.md": mine})
    feed = Answer(body=FEED.format(ENTRY.format(id="2302.00001v1")).encode())
    with play({"/arXiv/": [feed]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root) == 0
        said = capsys.readouterr().out
        assert "the source also has: authors, abstract, doi, links" in said
        assert "- date: 2022\n" in said
        assert "+ date: 2023-02-13\n" in said
        assert (root / "content/papers/2022/mine.md").read_text(encoding="utf-8") == mine
        assert papershelf("add", "2302.00001", "--update", "--site", root) == 0
    text = (root / "content/papers/2022/mine.md").read_text(encoding="utf-8")
    assert text.startswith(mine.removesuffix("---\n"))
    (record,) = records(root)
    assert (record.title, record.date, record.doi) == ("On Sorting", "2022", "10.5555/12345")
    assert record.abstract.startswith("A line break")
    assert papershelf("check", "--site", root) == 0


def test_a_file_adds_too(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "one.bib"
    file.write_text("@article{k, title={One}, author={Doe, Ann}, year=2001}\n@misc{k2, title={No year}}\n")
    assert papershelf("add", file, "--site", root) == 1
    captured = capsys.readouterr()
    assert f"{file}:2: error: has no date" in captured.err
    assert [record.title for record in records(root)] == ["One"]


def test_what_is_no_identifier(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert papershelf("add", "not-an-id", "--site", root) == 1
    assert "not-an-id: error: is no file, and no id" in capsys.readouterr().err
    with pytest.raises(click.UsageError):
        papershelf("add", "--site", root)
