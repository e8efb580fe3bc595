"""``papershelf search``: the page's search in a terminal, by the plain reference that the engine is held to."""

import json
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.site import open_site
from papershelf.lib.text import printable
from papershelf.model import routes
from papershelf.pipeline.documents import documents, settings
from papershelf.search.document import Document
from papershelf.search.notes import sentence
from papershelf.search.reference import open_archive, search

AUTHORS = 4  # names shown of a paper
SHOWN = 200  # characters of the query that are repeated


@click.command("search")
@click.argument("query")
@arguments.site
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the list."
)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Papers to show.")
def command(query: str, site: Path, style: str, limit: int) -> int:
    """Search the archive as its page does.

    The papers are the same, in the same order.

    \b
    Examples:
      papershelf search "sparse attention"
      papershelf search "venue:neurips year:2019..2022 +graph" --limit 50
      papershelf search "tag:optimization" --format json
    """
    opened = open_site(site)
    if opened is None:
        return 1
    found = search(open_archive(documents(opened), settings(opened.config, len(opened.records))), query)
    base = opened.config.url
    total = len(found.hits)
    if style == "json":
        hits = [_as_dict(document, score, base) for document, score in found.hits[:limit]]
        answer = {"query": query, "total": total, "notes": found.notes, "hits": hits}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    print(f"{total:,} paper{'' if total == 1 else 's'} for {printable(query, SHOWN)}")
    for note in found.notes:
        print(f"     {printable(sentence(note), SHOWN)}")
    for number, (document, _) in enumerate(found.hits[:limit], 1):
        print(f"{number:3}. {document.title}")
        details = [
            _byline(document),
            document.venue,
            document.date,
            routes.permalink(base, routes.url("paper", document.id)),
        ]
        print("     " + " · ".join(detail for detail in details if detail))
    return 0


def _byline(document: Document) -> str:
    shown = ", ".join(document.authors[:AUTHORS])
    more = len(document.authors) - AUTHORS
    return f"{shown} and {more} more" if more > 0 else shown


def _as_dict(document: Document, score: float, base: str) -> dict[str, object]:
    return {
        "id": document.id,
        "score": score,
        "url": routes.permalink(base, routes.url("paper", document.id)),
        "title": document.title,
        "authors": document.authors,
        "venue": document.venue,
        "date": document.date,
    }
