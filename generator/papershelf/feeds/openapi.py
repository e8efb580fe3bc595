"""The description of the API in OpenAPI 3.1: which addresses there are, and what each gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from papershelf.model import routes

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_DAY = {"type": "string", "format": "date"}
_ADDRESS = {"type": "string", "format": "uri"}


def _object(optional: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_INSTANT = {"type": "string", "format": "date-time"}
# What a large archive leaves out, where it is empty or said elsewhere, is optional; so is a day that is not known.
_PAPER = _object(
    ("summary", "publishedAt", "submittedOnDailyAt", "upvotes"),
    id=_TEXT,
    title=_TEXT,
    summary=_TEXT,
    authors=_list(_object(("hidden",), name=_TEXT, hidden={"type": "boolean"})),
    publishedAt=_INSTANT,
    submittedOnDailyAt=_INSTANT,
    upvotes=_COUNT,
)
_DAILY = _object(
    ("title", "publishedAt", "numComments", "url"),
    paper=_PAPER,
    title=_TEXT,
    publishedAt=_INSTANT,
    numComments=_COUNT,
    url={**_ADDRESS, "description": "Where it is absent the paper stands at " + routes.pattern("paper")},
)

_FEED = {"type": "object", "description": "A JSON Feed 1.1 (jsonfeed.org)"}
_ATOM = {"type": "string", "description": "An Atom feed (RFC 4287)"}
_CSL = {"type": "object", "description": "An item of citationstyles.org's csl-data.json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenapiView:
    """What the description says of this archive: examples that exist, and the lists that have feeds."""

    paper: tuple[str, str] | None
    """Id of the newest paper, and the year in which it joined; None in an empty archive."""
    day: str
    """The newest day with papers; empty where no paper's day is known."""
    terms: tuple[tuple[str, str], ...]
    """Of each taxonomy with feeds its name, and a term that has them."""
    brief: bool
    """Whether the feeds of terms are Atom only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An address to read from."""

    path: str
    """With the names of its parts: ``papers/{id}/``."""
    id: str
    summary: str
    schema: dict[str, Any]
    media: str = "application/json"
    examples: tuple[tuple[str, str], ...] = ()
    """Each part of the address, and one that exists."""


def operations(view: OpenapiView) -> Iterator[Operation]:
    """Return every address of the API and every feed."""
    pattern = routes.pattern
    yield Operation(
        path=pattern("api_years"),
        id="listYears",
        summary="The years in which papers joined the archive, newest first",
        schema=_object(papers=_COUNT, years=_list(_object(year=_TEXT, papers=_COUNT, url=_ADDRESS))),
    )
    if view.paper:
        id, year = view.paper
        yield Operation(
            path=pattern("api_year"),
            id="getYear",
            summary="The papers that joined in a year, by day",
            schema=_list(_object(("title", "date", "day"), id=_TEXT, title=_TEXT, date=_TEXT, day=_DAY)),
            examples=(("year", year),),
        )
        yield Operation(
            path=pattern("paper_json"),
            id="getPaper",
            summary="A paper as CSL-JSON: a list of one item",
            schema=_list(_CSL),
            examples=(("id", id),),
        )
    if view.day:
        yield Operation(
            path=pattern("api_day"),
            id="getDay",
            summary="The papers of a day, in the shape of Hugging Face's daily_papers",
            schema=_list(_DAILY),
            examples=(("day", view.day),),
        )
    yield from _feeds("", "", "the archive", (), brief=False)
    for taxonomy, slug in view.terms:
        url = routes.term(taxonomy, "{slug}")
        yield from _feeds(url, taxonomy, f"one of its {taxonomy}", (("slug", slug),), brief=view.brief)


def _feeds(
    url: str, name: str, what: str, examples: tuple[tuple[str, str], ...], *, brief: bool
) -> Iterator[Operation]:
    """Return both feeds of a list, or the one that it has where they are ``brief``."""
    name = "".join([part.capitalize() for part in name.split("-")])
    kinds = [("feed", "Atom", "application/atom+xml", _ATOM)]
    if not brief:
        kinds.append(("json_feed", "Json", "application/feed+json", _FEED))
    for row, form, media, schema in kinds:
        yield Operation(
            path=url + routes.url(row),
            id=f"get{name}{form}Feed",
            summary=f"The newest papers of {what}",
            schema=schema,
            media=media,
            examples=examples,
        )


def document(view: OpenapiView, title: str, base: str) -> dict[str, Any]:
    """Return the description (OpenAPI 3.1) for an archive at ``base``."""
    license = {
        "name": "That of each paper, as its record says",
        "url": routes.permalink(base, routes.url("data")),
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1", "license": license},
        "servers": [{"url": base.rstrip("/")}],
        "paths": {f"/{each.path}": {"get": _described(each)} for each in operations(view)},
    }


def _described(operation: Operation) -> dict[str, Any]:
    responses = {
        "200": {"description": operation.summary, "content": {operation.media: {"schema": operation.schema}}},
        "404": {"description": "There is none"},
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": _TEXT, "example": example}
        for name, example in operation.examples
    ]
    return {
        "operationId": operation.id,
        "summary": operation.summary,
        "parameters": parameters,
        "responses": responses,
    }
