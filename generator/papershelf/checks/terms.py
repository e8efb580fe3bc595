"""Terms of a taxonomy that share a page though they are written as different ones."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content
from papershelf.lib.text import fold, printable, term_slug
from papershelf.model import routes
from papershelf.model.site import field_reader

_SEPARATORS = re.compile(r"[\s_/-]+")


def check(content: Content) -> Iterator[Finding]:
    """Name terms that share an address and differ by more than case, accents, spaces and hyphens."""
    rows = [("tags", "tags"), *((row.name, row.field) for row in content.config.taxonomies)]
    for taxonomy, field in rows:
        read = field_reader(field)
        known: dict[str, str] = {}
        first: dict[str, tuple[str, str]] = {}
        for record in content.records:
            for index, value in enumerate(read(record)):
                if value not in known:
                    known[value] = term_slug(value)
                slug, plain = known[value], _SEPARATORS.sub(" ", fold(value)).strip()
                other, spelled = first.setdefault(slug, (value, plain))
                if spelled != plain:
                    url = routes.term(taxonomy, slug)
                    message = f"{printable(value, 60)!r} and {printable(other, 60)!r} share the page /{url}"
                    place = (field, index) if field == "tags" else (field.partition(".")[0],)
                    yield warning(
                        record, place, f"{field}: {message}", "write both alike, or one of them out"
                    )
