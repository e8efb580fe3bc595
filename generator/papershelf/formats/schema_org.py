"""JSON-LD in the words of schema.org: what every kind of page tells search engines about its subject.

Each function gives the text of a ``<script type=application/ld+json>``, safe to put there as it is.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from papershelf.formats.names import arxiv_address, container, doi_address
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_lines
from papershelf.model import routes
from papershelf.model.licenses import license_address
from papershelf.model.names import Name
from papershelf.model.paper import Paper
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.record_parts import Event, Notice
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

_VENUES = {
    "journal": "Periodical",
    "conference": "EventSeries",
    "workshop": "EventSeries",
    "book-series": "BookSeries",
    "university": "CollegeOrUniversity",
}


def _script(type_: str, **properties: Any) -> str:
    """Return a subject as text for a script element; properties without a value are left out."""
    subject = {"@context": "https://schema.org", "@type": type_}
    subject.update(_filled(properties))
    text = orjson.dumps(subject).decode()
    if "<" in text:
        # Neither </script> nor <!-- can end or hide what follows.
        text = text.replace("<", "\\u003c")
    return text if text.isascii() else text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {("@id" if key == "id" else key): value for key, value in properties.items() if value}


def paper(paper: Paper, base: str, author_urls: Sequence[str] | None, *, abstract: bool = True) -> str:
    """Return a paper's page; ``abstract`` tells whether with its abstract, which stands on the page itself.

    ``author_urls`` are the authors' pages relative to ``base``, the site's absolute address. Without them it is
    brief: it gives neither their addresses nor its own, which stand in the page's links.
    """
    record, work = paper.record, paper.type
    title = plain(record.title)
    identifiers, same = _identifiers(record)
    first, _, last = record.pages.replace("–", "-").partition("-")
    return _script(
        work.schema_org,
        id="" if author_urls is None else routes.permalink(base, routes.url("paper", record.id)),
        **{work.schema_title: title},
        alternativeHeadline=plain(record.subtitle),
        alternateName=[plain(title) for title in (record.title_original, record.title_translated) if title],
        inSupportOf=plain(record.degree) if work.schema_org == "Thesis" else "",
        description=plain(record.tldr),
        abstract=to_lines(record.abstract) if abstract else "",
        author=[
            _author(name, base + url if url else "")
            for name, url in zip(record.authors, author_urls or [""] * len(record.authors), strict=True)
        ],
        editor=[_author(name, "") for name in record.editors],
        datePublished=record.date,
        dateModified=record.updated,
        isPartOf=_container(paper, base),
        pageStart=first.strip(),
        pageEnd=last.strip("- "),
        publisher=_organization(record.publisher or record.institution, record.place),
        identifier=identifiers,
        sameAs=[*same, record.url] if record.url else same,
        keywords=[plain(tag) for tag in record.tags],
        inLanguage=record.language,
        license=license_address(record.license),
        encoding=_pdf(record, base),
        image=_file(record.image, base),
        award=list(record.awards),
        funding=[
            {"@type": "Grant", **_filled({"identifier": grant.award}), "funder": _organization(grant.funder)}
            for grant in record.funding
        ],
        creativeWorkStatus=record.status,
        correction=[
            {
                "@type": "CorrectionComment",
                **_filled({"text": _notice(notice), "datePublished": notice.date, "url": notice.url}),
            }
            for notice in record.notices
        ],
        version=record.versions[0].id if record.versions else "",
        commentCount=record.comments,
        discussionUrl=record.discussion,
    )


def _notice(notice: Notice) -> str:
    kind = notice.kind.replace("-", " ").capitalize()
    return f"{kind}: {plain(notice.text)}" if notice.text else kind


def _author(name: Name, url: str) -> dict[str, Any]:
    out: dict[str, Any] = {"@type": "Organization" if name.literal and " " in name.name else "Person"}
    out["name"] = name.name
    if url:
        out["url"] = url
    if name.orcid:
        out["sameAs"] = f"https://orcid.org/{name.orcid}"
    if name.affiliations and out["@type"] == "Person":
        rors = (*name.rors, *[""] * len(name.affiliations))
        out["affiliation"] = [
            {**_organization(text), **_filled({"identifier": ror})}
            for text, ror in zip(name.affiliations, rors, strict=False)
        ]
    return out


def _organization(name: str, place: str = "") -> dict[str, Any]:
    return {"@type": "Organization", "name": name, **_filled({"address": place})} if name else {}


def _event(event: Event | None) -> dict[str, Any]:
    if event is None:
        return {}
    days = {"location": event.place, "startDate": event.start, "endDate": event.end}
    return {"@type": "Event", "name": event.name, **_filled(days)}


def _container(paper: Paper, base: str) -> dict[str, Any]:
    record = paper.record
    if not record.venue:
        return {}
    in_journal = paper.type.citation == "journal"
    out: dict[str, Any] = {
        "@type": "Periodical" if in_journal else "Book" if record.isbn else "CreativeWork",
        "name": plain(container(paper)),
        **_filled({"isbn": record.isbn, "issn": paper.issn if in_journal else ""}),
        **({} if in_journal else _filled({"about": _event(record.event)})),
    }
    if in_journal and record.volume:
        out = {"@type": "PublicationVolume", "volumeNumber": record.volume, "isPartOf": out}
    if in_journal and record.issue:
        out = {"@type": "PublicationIssue", "issueNumber": record.issue, "isPartOf": out}
    if paper.volume and paper.venue:
        address = routes.url("volume", paper.venue.slug, paper.volume.slug)
        out["url"] = routes.permalink(base, address)
    return out


def _identifiers(record: Record) -> tuple[list[dict[str, str]], list[str]]:
    identifiers, same = [], []
    if record.doi:
        identifiers.append({"@type": "PropertyValue", "propertyID": "doi", "value": record.doi})
        same.append(doi_address(record.doi))
    if record.arxiv:
        identifiers.append({"@type": "PropertyValue", "propertyID": "arxiv", "value": record.arxiv})
        same.append(arxiv_address(record.arxiv))
    for scheme, text in record.ids:
        identifiers.append({"@type": "PropertyValue", "propertyID": scheme, "value": text})
    return identifiers, same


def _file(place: str, base: str) -> str:
    return place if "://" in place or not place else routes.permalink(base, place)


def _pdf(record: Record, base: str) -> dict[str, str]:
    if not record.pdf:
        return {}
    media = {"@type": "MediaObject", "contentUrl": _file(record.pdf, base)}
    return {**media, "encodingFormat": "application/pdf"}


def website(title: str, description: str, base: str, language: str) -> str:
    """Return the home page: the archive as a website that can be searched."""
    return _script(
        "WebSite",
        id=base,
        url=base,
        name=title,
        description=description,
        inLanguage=language,
        potentialAction={
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": base + routes.url("search") + "?q={search_term_string}",
            },
        },
    )


def item_list(name: str, base: str, url: str, records: Iterable[Record | Any]) -> str:
    """Return a list's page: the papers on it, in order; anything with ``id`` serves as a record."""
    # Addresses alone: list items with names would repeat the page at twice its size.
    items = [routes.permalink(base, routes.url("paper", record.id)) for record in records]
    address = routes.permalink(base, url)
    entity = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
    return _script("CollectionPage", id=address, url=address, name=name, mainEntity=entity)


def profile(name: str, base: str, url: str, names: Sequence[str] = (), person: Person | None = None) -> str:
    """Return an author's page; ``names`` are other names they print."""
    address = routes.permalink(base, url)
    subject: dict[str, Any] = {
        "@type": "Person",
        "@id": address + "#person",
        "name": name,
        "alternateName": list(names),
    }
    if person:
        same = [f"https://orcid.org/{person.orcid}"] if person.orcid else []
        subject["sameAs"] = [*same, *person.same_as]
        subject["url"] = person.homepage
        subject["affiliation"] = _organization(person.affiliation)
    return _script("ProfilePage", url=address, name=name, mainEntity={k: v for k, v in subject.items() if v})


def venue(place: Venue, base: str, url: str) -> str:
    """Return a venue's page."""
    return _script(
        _VENUES.get(place.kind, "Organization"),
        id=routes.permalink(base, url),
        name=place.title,
        alternateName=place.short,
        issn=place.issn if place.kind == "journal" else "",
        publisher=_organization(place.publisher) if place.kind in ("journal",) else {},
        sameAs=place.url,
    )


def volume(place: Venue, one: Volume, base: str, url: str) -> str:
    """Return the page of a venue's volume or issue."""
    in_journal = place.kind == "journal"
    kind = ("PublicationIssue" if one.issue else "PublicationVolume") if in_journal else "Book"
    return _script(
        kind,
        id=routes.permalink(base, url),
        name=one.name,
        volumeNumber=one.volume if kind == "PublicationVolume" else "",
        issueNumber=one.issue if kind == "PublicationIssue" else "",
        editor=[_author(name, "") for name in one.editors],
        datePublished=one.date,
        publisher=_organization(one.publisher or place.publisher, one.place),
        isbn="" if in_journal else one.isbn,
        about=_event(one.event),
        isPartOf={
            "@type": _VENUES.get(place.kind, "CreativeWork"),
            "@id": routes.permalink(base, routes.term("venues", place.slug)),
            "name": place.title,
        },
        sameAs=[address for address in (one.doi and doi_address(one.doi), one.url) if address],
    )


DOWNLOADS = (
    (routes.url("data_jsonl"), "application/jsonl+gzip"),
    (routes.url("data_bibtex"), "application/gzip"),
    (routes.url("data_csv"), "application/gzip"),
)
"""Path and media type of the whole-archive downloads."""


def dataset(title: str, description: str, base: str, modified: str, license: str = "") -> str:
    """Return the page of the whole-archive downloads."""
    return _script(
        "Dataset",
        id=routes.permalink(base, routes.url("data")),
        url=routes.permalink(base, routes.url("data")),
        name=title,
        description=description,
        dateModified=modified,
        license=license_address(license),
        creator=_organization(title),
        isAccessibleForFree=True,
        distribution=[
            {"@type": "DataDownload", "contentUrl": base + path, "encodingFormat": media}
            for path, media in DOWNLOADS
        ],
    )
