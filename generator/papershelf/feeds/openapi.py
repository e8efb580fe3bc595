"""The description of the API in OpenAPI 3.1: which addresses there are, and what each gives."""

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
# What a large archive leaves out, where it is empty or said elsewhere, is optional.
_PAPER = _object(
    ("summary", "submittedOnDailyAt", "upvotes"),
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

# Row of ROUTES -> what it is, the schema of its JSON, its parameters with an example each.
_ADDRESSES: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "api_years": (
        "The years in which papers joined the archive, newest first",
        _object(papers=_COUNT, years=_list(_object(year=_TEXT, papers=_COUNT, url=_ADDRESS))),
        {},
    ),
    "api_year": (
        "The papers that joined in a year, by day",
        _list(_object(("title", "date"), id=_TEXT, title=_TEXT, date=_TEXT, day=_DAY)),
        {"year": "2024"},
    ),
    "api_day": (
        "The papers of a day, in the shape of Hugging Face's daily_papers",
        _list(_DAILY),
        {"day": "2024-12-25"},
    ),
    "paper_json": (
        "A paper as CSL-JSON: a list of one item",
        _list({"type": "object", "description": "An item of citationstyles.org's csl-data.json"}),
        {"id": "a-paper"},
    ),
    "json_feed": (
        "The newest papers as a JSON Feed 1.1",
        {"type": "object"},
        {},
    ),
}


def document(title: str, base: str) -> dict[str, Any]:
    """Return the description for an archive at ``base``."""
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "servers": [{"url": base.rstrip("/")}],
        "paths": {f"/{routes.pattern(name)}": {"get": _operation(*row)} for name, row in _ADDRESSES.items()},
    }


def _operation(summary: str, schema: dict[str, Any], parameters: dict[str, str]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {
        "summary": summary,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": _TEXT, "example": example}
            for name, example in parameters.items()
        ],
        "responses": {
            "200": {"description": summary, "content": content},
            "404": {"description": "There is none"},
        },
    }
