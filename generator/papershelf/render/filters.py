"""What layouts may do with their data: pure filters, each the same for the same argument, always."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from papershelf.lib.text import shorten, term_slug
from papershelf.markup import line
from papershelf.markup import markdown as markdown_text
from papershelf.markup.line import plain
from papershelf.markup.links import moved_links
from papershelf.model import dates, routes
from papershelf.model.full_text import pdf_address
from papershelf.render import lists, machine, people, plots
from papershelf.render.facts import facts, volume_facts

_SCRIPTS = frozenset("adlm arab hebr nkoo rohg syrc thaa".split())
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he nqo ps sd syr ug ur yi".split())


@lru_cache(maxsize=20_000)
def _inline(text: str) -> Markup:
    return Markup(line.to_html(text))


def _markdown(text: str) -> Markup:
    return Markup(markdown_text.to_html(text))


def _moved(html: Markup, page: str, root: str) -> Markup:
    return Markup(moved_links(html, page, root)) if 'href="' in html else html


def file(address: str, root: str) -> str:
    """Return the link to a web address, or to a file of ``content/static/``."""
    return address if ":" in address else root + quote(address)


def host(address: str) -> str:
    """Return the host of a web address, without ``www.``: a short name for a link to it."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def right_to_left(language: str) -> bool:
    """Return whether text in a language (BCP 47) runs from right to left, by its script where the tag names it."""
    main, _, rest = language.lower().partition("-")
    script = rest.split("-")[0]
    return script in _SCRIPTS if len(script) == 4 else main in _RIGHT_TO_LEFT


def period(name: str) -> str:
    """Return a day, week, month or year as people write it: ``2024-W52`` is ``Week 52, 2024``."""
    return f"Week {int(name[6:])}, {name[:4]}" if "W" in name else dates.spoken(name)


def period_url(name: str) -> str:
    """Return the address of the page of a day, week, month or year."""
    return routes.url("week" if "W" in name else dates.kind(name), name)


def within(date: str, kind: str) -> str:
    """Return the day, week, month or year of a partial date; an empty text where the date is not so exact."""
    return dates.PERIODS[kind](date) if date else ""


FILTERS: Mapping[str, Callable[..., Any]] = {
    **machine.FILTERS,
    "bars": plots.bars,
    "beside": routes.beside,
    "byline": people.byline,
    "by_joined": lists.by_joined,
    "by_year": lists.by_year,
    "coauthors": lists.coauthors,
    "count": lists.count,
    "credits": people.credits,
    "facts": facts,
    "file": file,
    "host": host,
    "inline": _inline,
    "markdown": _markdown,
    "moved": _moved,
    "names": people.names,
    "pager": routes.pager,
    "pdf_address": pdf_address,
    "period": lru_cache(maxsize=20_000)(period),
    "period_url": lru_cache(maxsize=20_000)(period_url),
    "plain": plain,
    "right_to_left": lru_cache(maxsize=1_000)(right_to_left),
    "shorten": shorten,
    "slug": lru_cache(maxsize=20_000)(term_slug),
    "spoken": lru_cache(maxsize=20_000)(dates.spoken),
    "taxonomy": routes.taxonomy,
    "term": routes.term,
    "letter": routes.letter,
    "text": markdown_text.to_text,
    "url": routes.url,
    "venues": lists.venues,
    "volume_facts": volume_facts,
    "within": within,
    "years": lists.years,
}
"""By the name that layouts use: ``{{ record.date|spoken }}``."""
