"""Terms of a taxonomy that share a page though they are written as different ones."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content
from papershelf.lib.text import fold, printable, term_slug
from papershelf.lib.yaml import scalar
from papershelf.model import routes
from papershelf.model.site import field_reader

_SEPARATORS = re.compile(r"[\s_/-]+")


def check(content: Content) -> Iterator[Finding]:
    """Name tags that are several in one, and terms that share an address and differ by more than the little things.

    These are case, accents, spaces and hyphens.
    """
    yield from _several(content)
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


def _several(content: Content) -> Iterator[Finding]:
    for record in content.records:
        for index, tag in enumerate(record.tags):
            if "," in tag or ";" in tag:
                parts = ", ".join(part.strip() for part in re.split("[,;]", tag) if part.strip())
                message = f"tags: {printable(tag, 60)!r} seems to be several tags"
                yield warning(record, ("tags", index), message, f"write a list: [{parts}]")
            elif tag[0] == "#" and len(tag) > 1:
                message = f"tags: {printable(tag, 60)!r} begins with the sign that makes a tag elsewhere"
                new = scalar(tag.lstrip("# ")) if tag.lstrip("# ") else None
                yield warning(record, ("tags", index), message, f"write {new}" if new else "", new)
