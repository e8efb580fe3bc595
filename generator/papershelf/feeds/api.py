"""The API: static JSON under ``api/v1/``, its days in the shape of Hugging Face's ``daily_papers``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

import orjson

from papershelf.feeds.openapi import document
from papershelf.lib.digest import plain_fingerprint
from papershelf.markup.line import plain
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.model.site_view import SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The papers of one day."""

    records: tuple[Record, ...]
    brief: bool
    """Without abstracts, and without what is empty or said twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The papers that joined in one year."""

    records: tuple[Record, ...]
    brief: bool
    """Only which there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsView:
    """Which years there are."""

    years: tuple[tuple[str, int], ...]
    """Year and number of papers, newest first."""


def plan(site: Site) -> Iterator[Output]:
    """Return the index of the years, and the description of it all."""
    years = tuple((year, len(records)) for year, records in _grouped(site.records, 4))
    yield Output(path=routes.url("api_years"), renderer="api_years", view=YearsView(years=years[::-1]))
    yield Output(path=routes.url("openapi"), renderer="openapi", view=None)


def parts(site: Site) -> Iterator[Part]:
    """Return a file per day, and one per year."""
    brief = is_large(len(site.records))
    for year, records in _grouped(site.records, 4):
        yield Part(
            name=f"api/{year}",
            mark=plain_fingerprint((brief, *[record.digest for record in records])),
            plan=partial(_year, year, records, brief=brief),
        )


def _year(year: str, records: tuple[Record, ...], *, brief: bool) -> Iterator[Output]:
    view = YearView(records=records, brief=brief)
    yield Output(path=routes.url("api_year", year), renderer="api_year", view=view)
    for day, of_day in _grouped(records, 10):
        of_it = DayView(records=of_day, brief=brief)
        yield Output(path=routes.url("api_day", day), renderer="api_day", view=of_it)


def _grouped(records: Iterable[Record], length: int) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Return the papers, which come sorted by day, by the first ``length`` characters of their day."""
    for name, group in groupby(records, key=lambda record: record.day[:length]):
        yield name, tuple(group)


def render_day(view: DayView, site: SiteView) -> bytes:
    """Return the papers of a day as ``GET /api/daily_papers`` of Hugging Face does."""
    item = _brief if view.brief else _full
    return orjson.dumps([item(record, site.url) for record in view.records])


def _brief(record: Record, base: str) -> dict[str, Any]:
    """Return a paper without its abstract, and without what is empty or follows from the rest."""
    paper = {
        "id": record.arxiv or record.id,
        "title": plain(record.title),
        "authors": [{"name": name.name} for name in record.authors],
        "publishedAt": _instant(record.date),
        **_filled(upvotes=record.upvotes, **_extras(record)),
    }
    url = base + routes.url("paper", record.id) if record.arxiv else ""
    return {
        "paper": paper,
        **_filled(numComments=record.comments, thumbnail=_thumbnail(record, base), url=url),
    }


def _full(record: Record, base: str) -> dict[str, Any]:
    title = plain(record.title)
    published = _instant(record.date)
    paper = {
        # Tools make addresses of arXiv from this id, so a paper that has one is known by it.
        "id": record.arxiv or record.id,
        "title": title,
        "summary": plain(record.abstract),
        "authors": [{"name": name.name, "hidden": False} for name in record.authors],
        "publishedAt": published,
        "submittedOnDailyAt": _instant(record.day),
        "upvotes": record.upvotes or 0,
        **_filled(ai_keywords=[plain(tag) for tag in record.tags], **_extras(record)),
    }
    return {
        "paper": paper,
        "title": title,
        "publishedAt": published,
        "numComments": record.comments or 0,
        **_filled(thumbnail=_thumbnail(record, base)),
        "url": base + routes.url("paper", record.id),
    }


def _extras(record: Record) -> dict[str, Any]:
    return {
        "githubRepo": record.link("code"),
        "githubStars": record.stars,
        "projectPage": record.link("project"),
        "ai_summary": plain(record.tldr),
    }


def _filled(**properties: Any) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value}


def _thumbnail(record: Record, base: str) -> str:
    return record.image if "://" in record.image or not record.image else routes.permalink(base, record.image)


def _instant(date: str) -> str:
    return f"{dates.first_day(date)}T00:00:00.000Z"


def render_year(view: YearView, site: SiteView) -> bytes:
    """Return the index of a year's papers."""
    del site
    if view.brief:
        return orjson.dumps([{"id": record.id, "day": record.day} for record in view.records])
    rows = [
        {"id": record.id, "title": plain(record.title), "date": record.date, "day": record.day}
        for record in view.records
    ]
    return orjson.dumps(rows)


def render_years(view: YearsView, site: SiteView) -> bytes:
    """Return the index of the years."""
    years = [
        {"year": year, "papers": count, "url": site.url + routes.url("api_year", year)}
        for year, count in view.years
    ]
    return orjson.dumps({"papers": sum(count for _, count in view.years), "years": years})


def render_openapi(view: None, site: SiteView) -> bytes:
    """Return the description of the API (OpenAPI 3.1)."""
    del view
    return orjson.dumps(document(site.title, site.url))
