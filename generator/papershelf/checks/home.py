"""A home page that is to show what no paper has."""

from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning_at
from papershelf.content.load import Content
from papershelf.content.source import SETTINGS
from papershelf.model.rhythm import is_there


def check(content: Content) -> Iterator[Finding]:
    """Check that some paper is dated as exactly as ``home`` needs, or is featured."""
    wanted = content.config.home
    records = [record for record in content.records if not record.draft]
    if wanted and records and not is_there(wanted, records):
        missing = "no paper says `featured: true`" if wanted == "featured" else f"no paper tells its {wanted}"
        message = f"home: {missing}, so the newest papers are shown"
        yield warning_at(SETTINGS, ("home",), message, "choose another, or leave `home` out")
