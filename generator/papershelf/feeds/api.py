"""The API: static JSON under ``api/v1/``, its days in the shape of Hugging Face's ``daily_papers``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

import orjson

from papershelf.config import SiteConfig
from papershelf.feeds.brief import Brief, BriefPaper, briefs
from papershelf.feeds.openapi import OpenapiView, document
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_lines
from papershelf.model import dates, routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.views.site_view import SiteView

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersView:
    """The papers of a day or a year: whole records or, in a large archive, papers in brief."""

    records: tuple[Record, ...] = ()
    briefs: tuple[Brief, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSlice:
    """The papers that joined in one year, oldest first."""

    year: str
    papers: PapersView


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsView:
    """Which years there are."""

    years: tuple[tuple[str, int], ...]
    """Year and number of papers, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSlice:
    """What the index and the description say."""

    years: YearsView
    described: OpenapiView


def parts(site: Site) -> Iterator[Part]:
    """Plan the index of the years, the description of it all, and for each year its file and those of its days."""
    years = [(year, tuple(group)) for year, group in _grouped(site.records, attrgetter("joined"), 4)]
    view = YearsView(years=tuple([(year, len(records)) for year, records in reversed(years)]))
    yield Part(
        name="feeds/api",
        slice=IndexSlice(years=view, described=_described(site)),
        outputs=_index,
        of_all=routes.ROUTES["api_years"].of_all,
    )
    brief = briefs(site.records) if is_large(len(site.records)) else None
    for year, records in years:
        if brief:
            papers = PapersView(briefs=tuple([brief[record.id] for record in records]))
        else:
            papers = PapersView(records=records)
        yield Part(name=f"api/{year}", slice=YearSlice(year=year, papers=papers), outputs=_year)


def _described(site: Site) -> OpenapiView:
    newest = next((record for record in reversed(site.records) if dates.is_day(record.joined)), None)
    latest = site.records[-1] if site.records else None
    fewest = site.config.feeds.terms_from
    terms = {
        term.taxonomy: term.slug
        for taxonomy in site.taxonomies
        for term in reversed(taxonomy.terms)
        if len(term.records) >= fewest
    }
    return OpenapiView(
        paper=(latest.id, latest.joined[:4]) if latest else None,
        day=newest.joined if newest else "",
        terms=tuple([(each.name, terms[each.name]) for each in site.taxonomies if each.name in terms]),
        brief=is_large(len(site.records)),
    )


def _index(slice: IndexSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    yield Output(path=routes.url("api_years"), renderer="api_years", view=slice.years)
    yield Output(path=routes.url("openapi"), renderer="openapi", view=slice.described)


def _year(slice: YearSlice, config: SiteConfig) -> Iterator[Output]:
    del config
    papers = slice.papers
    yield Output(path=routes.url("api_year", slice.year), renderer="api_year", view=papers)
    for joined, records in _grouped(papers.records, attrgetter("joined"), 10):
        if dates.is_day(joined):
            yield _day(joined, PapersView(records=tuple(records)))
    for joined, some in _grouped(papers.briefs, attrgetter("value.joined"), 10):
        if dates.is_day(joined):
            yield _day(joined, PapersView(briefs=tuple(some)))


def _day(day: str, papers: PapersView) -> Output:
    return Output(path=routes.url("api_day", day), renderer="api_day", view=papers)


def _grouped(
    papers: Iterable[Item], joined: Callable[[Item], str], length: int
) -> Iterator[tuple[str, Iterator[Item]]]:
    """Return papers, which come sorted by when they joined, by the first ``length`` characters of that."""
    return groupby(papers, key=lambda paper: joined(paper)[:length])


def render_day(view: PapersView, site: SiteView) -> bytes:
    """Return the papers of a day as ``GET /api/daily_papers`` of Hugging Face does."""
    papers = [_full(record, site.url) for record in view.records]
    return orjson.dumps(papers + [_brief(paper.value, site.url) for paper in view.briefs])


def _brief(paper: BriefPaper, base: str) -> dict[str, Any]:
    """Return a paper without its abstract, and without what is empty or follows from the rest."""
    item = {
        "id": paper.arxiv or paper.id,
        "title": plain(paper.title),
        "authors": [{"name": name} for name in paper.authors],
        **_filled(
            publishedAt=_instant(paper.date),
            upvotes=paper.upvotes,
            **_extras(code=paper.code, project=paper.project, stars=paper.stars, tldr=paper.tldr),
        ),
    }
    url = base + routes.url("paper", paper.id) if paper.arxiv else ""
    return {
        "paper": item,
        **_filled(numComments=paper.comments, thumbnail=_thumbnail(paper.image, base), url=url),
    }


def _full(record: Record, base: str) -> dict[str, Any]:
    title = plain(record.title)
    published = _instant(record.date)
    paper = {
        # Tools make addresses of arXiv from this id, so a paper that has one is known by it.
        "id": record.arxiv or record.id,
        "title": title,
        "summary": to_lines(record.abstract),
        "authors": [{"name": name.name, "hidden": False} for name in record.authors],
        "submittedOnDailyAt": _instant(record.joined),
        "upvotes": record.upvotes or 0,
        **_filled(
            publishedAt=published,
            ai_keywords=[plain(tag) for tag in record.tags],
            **_extras(
                code=record.link("code"),
                project=record.link("project"),
                stars=record.stars,
                tldr=record.tldr,
            ),
        ),
    }
    return {
        "paper": paper,
        "title": title,
        "numComments": record.comments or 0,
        **_filled(publishedAt=published, thumbnail=_thumbnail(record.image, base)),
        "url": base + routes.url("paper", record.id),
    }


def _extras(*, code: str, project: str, stars: int | None, tldr: str) -> dict[str, Any]:
    return {"githubRepo": code, "githubStars": stars, "projectPage": project, "ai_summary": plain(tldr)}


def _filled(**properties: Any) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value}


def _thumbnail(image: str, base: str) -> str:
    return image if "://" in image or not image else routes.permalink(base, image)


def _instant(date: str) -> str:
    return f"{date}T00:00:00.000Z" if dates.is_day(date) else ""


def render_year(view: PapersView, site: SiteView) -> bytes:
    """Return the index of a year's papers; in a large archive, only which there are."""
    del site
    rows = [
        {"id": record.id, "title": plain(record.title), "date": record.date, **_day_of(record.joined)}
        for record in view.records
    ]
    return orjson.dumps(
        rows + [{"id": paper.value.id, **_day_of(paper.value.joined)} for paper in view.briefs]
    )


def _day_of(joined: str) -> dict[str, str]:
    return {"day": joined} if dates.is_day(joined) else {}


def render_years(view: YearsView, site: SiteView) -> bytes:
    """Return the index of the years."""
    years = [
        {"year": year, "papers": count, "url": site.url + routes.url("api_year", year)}
        for year, count in view.years
    ]
    return orjson.dumps({"papers": sum(count for _, count in view.years), "years": years})


def render_openapi(view: OpenapiView, site: SiteView) -> bytes:
    """Return the description of the API (OpenAPI 3.1)."""
    return orjson.dumps(document(view, site.title, site.url))
