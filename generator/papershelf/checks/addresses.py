"""Ids, former addresses and free pages that would stand where something else stands."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.content.load import Content
from papershelf.model import routes

# Names that mean something on a web server, on Windows, or in the folder of all papers.
_RESERVED_ID = re.compile(
    r"404|cname|feed\.json|feed\.xml|index|index\.html|page|robots\.txt|search|sitemap\.xml|static"
    r"|(?:aux|con|nul|prn|com[1-9]|lpt[1-9])(?:\..*)?"
)
# First parts of addresses that the site itself uses.
_RESERVED_PLACE = re.compile(
    r"404\.html|api|assets|authors|data|days|feed\.json|feed\.xml|index\.html|map|months|opensearch\.xml|page|papers"
    r"|robots\.txt|search|sitemap.*\.xml|stats|tags|trending|venues|weeks|years"
)
_ADDRESS = re.compile(r"[\w.~%@+-]+(?:/[\w.~%@+-]+)*/?", re.ASCII)


def check(content: Content) -> Iterator[Finding]:
    """Check every address that an archive chooses by itself."""
    taken = {routes.url("paper", record.id): record.source for record in content.records}
    for record in content.records:
        if _RESERVED_ID.fullmatch(record.id):
            yield error(
                record,
                ("id",),
                f"the id {record.id!r} is reserved",
                "choose another, such as author-year-word",
            )
        for index, alias in enumerate(record.aliases):
            place = alias.strip("/")
            if not _ADDRESS.fullmatch(place) or ".." in place.split("/"):
                message = f"{alias!r} is not an address within the site"
                yield error(
                    record, ("aliases", index), message, "write it without the host, as in old/paper-12.html"
                )
                continue
            address = place if "." in place.rsplit("/", 1)[-1] else place + "/"
            if address in taken:
                message = f"the former address {alias!r} is that of {taken[address]}"
                yield error(record, ("aliases", index), message, "remove it")
            taken.setdefault(address, record.source)
    taxonomies = {taxonomy.name for taxonomy in content.config.taxonomies}
    for page in content.pages:
        if _RESERVED_PLACE.fullmatch(page.slug) or page.slug in taxonomies or f"{page.slug}/" in taken:
            message = f"the address /{page.slug}/ is taken"
            yield Finding(path=page.source, field=(), message=message, advice="rename the file")
    for static in content.statics:
        first = static.path.split("/")[0]
        if (_RESERVED_PLACE.fullmatch(first) and first != "data") or first in taxonomies:
            message = f"the address /{static.path} belongs to the site's own pages"
            yield Finding(path=f"content/static/{static.path}", field=(), message=message, advice="rename it")
