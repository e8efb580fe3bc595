"""DataCite: DOIs as its API gives them, one, a page of them, or one a line."""

from collections.abc import Iterator
from typing import Any

from papershelf.problems import Location
from papershelf.sources.dates import read_date
from papershelf.sources.entry import Entry, Found, Values, skipped
from papershelf.sources.json_text import each_value, first, mapping, mappings, text

_TYPES = {
    "journalarticle": "article", "conferencepaper": "inproceedings", "conferenceproceeding": "inproceedings",
    "preprint": "preprint", "dissertation": "thesis", "report": "report", "book": "book", "bookchapter": "chapter",
    "dataset": "dataset", "software": "software", "collection": "dataset", "image": "dataset", "text": "",
    "article": "article", "thesis": "thesis", "workingpaper": "report", "poster": "poster", "presentation": "talk",
    "peerreview": "review", "standard": "standard", "patent": "patent", "computationalnotebook": "software",
}  # fmt: skip
_PUBLISHED = ("Issued", "Available", "Created", "Submitted")


@each_value
def read(value: Any, location: Location) -> Found:
    """Read DOIs: an answer with ``data``, an array, or one a line."""
    for attributes in _attributes(value):
        if not attributes.get("doi") and not attributes.get("titles"):
            yield skipped(location.path, location.line, "is no DOI of DataCite: it has neither DOI nor title")
            continue
        yield Entry(location=location, values=_values(attributes))


def _attributes(value: Any) -> Iterator[dict[str, Any]]:
    data = mapping(value).get("data", value)
    for item in mappings(data if isinstance(data, list) else [data]):
        yield mapping(item.get("attributes", item))


def _values(work: dict[str, Any]) -> Values:
    types, container = mapping(work.get("types")), mapping(work.get("container"))
    titles = mappings(work.get("titles"))
    main = [text(title.get("title")) for title in titles if not title.get("titleType")]
    names = (text(types.get(key)) for key in ("resourceType", "resourceTypeGeneral"))
    kind = first([_TYPES.get(name.lower().replace(" ", ""), "") for name in names])
    publisher = work.get("publisher")
    publisher = text(publisher.get("name") if isinstance(publisher, dict) else publisher)
    pages = [text(container.get(key)) for key in ("firstPage", "lastPage")]
    return {
        "type": kind,
        "title": first(main) or first([text(title.get("title")) for title in titles]),
        "subtitle": _title(titles, "Subtitle"),
        "title_translated": _title(titles, "TranslatedTitle") if any(main) else "",
        "authors": [_name(name) for name in mappings(work.get("creators"))],
        "editors": [
            _name(name)
            for name in mappings(work.get("contributors"))
            if name.get("contributorType") == "Editor"
        ],
        "abstract": first(
            [
                text(description.get("description"))
                for description in mappings(work.get("descriptions"))
                if description.get("descriptionType") == "Abstract"
            ]
        ),
        "date": _date(work),
        "venue": text(container.get("title")) if container.get("type") in ("Journal", "Series") else "",
        "volume": text(container.get("volume")),
        "issue": text(container.get("issue")),
        "pages": "-".join(filter(None, pages)),
        "institution" if kind in ("thesis", "report") else "publisher": publisher,
        "doi": text(work.get("doi")),
        "tags": [text(subject.get("subject")) for subject in mappings(work.get("subjects"))],
        "language": text(work.get("language")),
        "license": first(
            [
                text(term.get("rightsUri")) or text(term.get("rightsIdentifier")) or text(term.get("rights"))
                for term in mappings(work.get("rightsList"))
            ]
        ),
    }


def _title(titles: list[dict[str, Any]], kind: str) -> str:
    return first([text(title.get("title")) for title in titles if title.get("titleType") == kind])


def _name(name: dict[str, Any]) -> Values:
    orcids = [
        text(code.get("nameIdentifier"))
        for code in mappings(name.get("nameIdentifiers"))
        if text(code.get("nameIdentifierScheme")).upper() == "ORCID"
    ]
    places = name.get("affiliation")
    more: Values = {"orcid": first(orcids), "affiliation": places if isinstance(places, list) else []}
    if name.get("nameType") == "Organizational":
        return {"literal": text(name.get("name")), **more}
    if text(name.get("familyName")) and text(name.get("givenName")):
        return {"given": text(name["givenName"]), "family": text(name["familyName"]), **more}
    return {"name": text(name.get("name")) or text(name.get("familyName")), **more}


def _date(work: dict[str, Any]) -> str:
    """Return the day of publication where one falls into the year that DataCite cites, else that year."""
    year = read_date(work.get("publicationYear"))
    dates = {text(date.get("dateType")): read_date(date.get("date")) for date in mappings(work.get("dates"))}
    days = [date for kind in _PUBLISHED if (date := dates.get(kind, ""))]
    return first([day for day in days if day.startswith(year)]) or year or first(days)
