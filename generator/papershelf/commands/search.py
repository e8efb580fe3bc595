"""``papershelf search``: the page's search in a terminal, over the index that the last build made."""

import sys
import zlib
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urljoin

import click

from papershelf.commands import arguments
from papershelf.commands.searched import INDEX, searched
from papershelf.lib.terminal import say, say_json
from papershelf.lib.text import printable
from papershelf.model import routes
from papershelf.search.archive import Archive, Card
from papershelf.search.notes import sentence
from papershelf.search.opened import open_index
from papershelf.search.reference import Answer, search

SECONDS = 20  # that a file of a published index may take to come

AUTHORS = 4  # names shown of a paper
SHOWN = 200  # characters of the query that are repeated


@click.command("search")
@click.argument("query")
@arguments.site
@click.option("--at", metavar="ADDRESS", help="Address of a published archive to search instead.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the list."
)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Papers to show.")
def command(query: str, site: Path, at: str | None, style: str, limit: int) -> int:
    """Search the archive as its page does.

    The papers are the same, in the same order: those of the last build, or, before the first, of the records.

    \b
    Examples:
      papershelf search "sparse attention"
      papershelf search "venue:neurips year:2019..2022 +graph" --limit 50
      papershelf search "tag:optimization" --format json
      papershelf search "sparse attention" --at https://example.org/papers/
    """
    try:
        with ExitStack() as connection:
            opened = _published(at, connection) if at else searched(site)
            found = search(opened[0], query, limit=limit) if opened else None
    except (OSError, ValueError, LookupError, TypeError, zlib.error) as error:  # also of a damaged index
        say(f"the search index of {at or site} cannot be read: {error}", file=sys.stderr)
        return 1
    if opened is None or found is None:
        return 1
    _print(query, found, opened[1], style)
    return 0


def _published(at: str, connection: ExitStack) -> tuple[Archive, str]:
    """Return the archive at an address on the web, read while ``connection`` lasts, and the address of its site."""
    if not at.startswith(("https://", "http://")):
        raise ValueError("the address begins with https:// or http://")
    import httpx  # a tenth of a second that only this takes

    base = at if at.endswith("/") else f"{at}/"
    client = connection.enter_context(httpx.Client(timeout=SECONDS, follow_redirects=True))

    def read(path: str) -> bytes:
        address = urljoin(base + INDEX, path)
        if not address.startswith(base):
            raise ValueError(f"{address} lies outside {base}")
        try:
            return client.get(address).raise_for_status().content
        except httpx.HTTPError as error:
            raise OSError(f"{address}: {error}") from None

    return open_index(read), base


def _print(query: str, found: Answer, base: str, style: str) -> None:
    if style == "json":
        hits = [_as_dict(card, score, base) for card, score in found.hits]
        about = {"query": query, "total": found.total, "exact": found.whole, "notes": found.notes}
        say_json({**about, "hits": hits})
        return
    number = f"{'' if found.whole else 'about '}{found.total:,} paper{'' if found.total == 1 else 's'}"
    say(f"{number} for {printable(query, SHOWN)}")
    for note in found.notes:
        say(f"     {printable(sentence(note), SHOWN)}")
    for at, (card, _) in enumerate(found.hits, 1):
        say(f"{at:3}. {printable(card.title, SHOWN)}")
        details = [
            _byline(card),
            card.venue,
            card.date,
            routes.permalink(base, routes.url("paper", card.id)),
        ]
        say("     " + printable(" · ".join(detail for detail in details if detail), SHOWN))


def _byline(card: Card) -> str:
    shown = ", ".join(card.authors[:AUTHORS])
    more = len(card.authors) - AUTHORS
    return f"{shown} and {more} more" if more > 0 else shown


def _as_dict(card: Card, score: float, base: str) -> dict[str, object]:
    return {
        "id": card.id,
        "score": score,
        "url": routes.permalink(base, routes.url("paper", card.id)),
        "title": card.title,
        "authors": card.authors,
        "venue": card.venue,
        "date": card.date,
    }
