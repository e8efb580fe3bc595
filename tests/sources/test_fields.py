"""Fields that only some works have: degrees, original and translated titles, article numbers, types of work."""

import json
from typing import Any

import pytest
from papershelf.config import SiteConfig
from papershelf.content.load import Content
from papershelf.model.record import Record
from papershelf.sources import crossref, datacite
from papershelf.sources.collect import collect
from papershelf.sources.entry import Document


def record(reader: Any, value: dict[str, Any]) -> Record:
    found = collect(reader.read(Document(path="x.json", data=json.dumps(value).encode())), EMPTY)
    assert found.skipped == ()
    return found.records[0]


EMPTY = Content(config=SiteConfig(title="T"))
WORK = {"DOI": "10.5555/x", "title": ["Works"], "issued": {"date-parts": [[2020]]}}
DATA = {"doi": "10.5555/x", "titles": [{"title": "Works"}], "publicationYear": 2020}


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"type": "dissertation", "degree": ["Doctor of Samples"]}, "degree", "Doctor of Samples"),
        ({"original-title": ["Werke"]}, "title_original", "Werke"),
        ({"title": [], "original-title": ["Werke"]}, "title", "Werke"),
        ({"title": [], "original-title": ["Werke"]}, "title_original", ""),
        ({"article-number": "e17"}, "article_number", "e17"),
        ({"type": "peer-review"}, "type", "review"),
        ({"type": "standard"}, "type", "standard"),
    ],
)
def test_crossref(more: dict[str, Any], field: str, value: str) -> None:
    assert getattr(record(crossref, WORK | more), field) == value


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        (
            {"titles": [{"title": "Werke"}, {"title": "Works", "titleType": "TranslatedTitle"}]},
            "title_translated",
            "Works",
        ),
        ({"titles": [{"title": "Works", "titleType": "TranslatedTitle"}]}, "title_translated", ""),
        ({"types": {"resourceType": "Poster", "resourceTypeGeneral": "Text"}}, "type", "poster"),
        ({"types": {"resourceTypeGeneral": "PeerReview"}}, "type", "review"),
        ({"rightsList": [{"rightsUri": "https://opensource.org/licenses/MIT"}]}, "license", "MIT"),
        ({"rightsList": [{"rightsIdentifier": "apache-2.0"}]}, "license", "Apache-2.0"),
    ],
)
def test_datacite(more: dict[str, Any], field: str, value: str) -> None:
    assert getattr(record(datacite, DATA | more), field) == value


@pytest.mark.parametrize(
    ("work", "name"),
    [
        ({"title": ["作品"]}, "10-5555-x"),
        ({"title": ["作品 2020"]}, "10-5555-x"),
        ({"title": ["作品: A Work"]}, "a-work"),
    ],
)
def test_an_id_is_one_that_people_can_read(work: dict[str, Any], name: str) -> None:
    assert record(crossref, WORK | work).id == name
