"""Venue texts that hold more than a name and a year, so that their papers are filed apart from the others."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, Kind, first_fault, warning
from papershelf.content.load import Content

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"

KINDS: tuple[Kind, ...] = (
    (
        re.compile(r"[\W_]*"),
        "names nothing",
        "write the venue's name, or leave the key out",
        None,
    ),
    (
        re.compile(r"(?i:under review|(?:submitted|to appear|in press|forthcoming)\b.*|n/?a|none|tba|tbd)"),
        "is no venue",
        "leave the key out; `status: accepted` or `preprint` says how it stands",
        None,
    ),
    (
        re.compile(r"(.*\w)\s?['’](\d\d)"),
        "has no year in four digits",
        "write venue",
        lambda match: f"{match[1]} {'19' if match[2] > '50' else '20'}{match[2]}",
    ),
    (
        re.compile(r"(?i:arxiv|corr)\b.*\d{4}\.\d{4,5}.*|.*\babs/\d{4}\.\d{4,5}.*"),
        "holds an arXiv id",
        "write it as `arxiv: ...`",
        None,
    ),
    (
        re.compile(rf"(.{{1,300}}?\b{_YEAR})\s*[,:;–-]?\s*(?:\(.+\)|\[.+\]|(?i:oral|poster|spotlight|best|award|workshop).*)"),
        "has more behind the year",
        "a prize or kind of talk goes into awards or note; write venue",
        lambda match: match[1],
    ),
    (
        re.compile(rf"(.{{1,300}}?\b{_YEAR})[.,;:]+"),
        "ends in a sign",
        "write venue",
        lambda match: match[1],
    ),
    (
        re.compile(rf".*\b{_YEAR}\s*[/–-]\s*(?:{_YEAR}|\d\d)"),
        "holds two years",
        "write the one in which it appeared",
        None,
    ),
    (
        re.compile(rf"([A-Za-z]{{2,}})[-_/.]?({_YEAR})"),
        "has no space before the year",
        "write venue",
        lambda match: f"{match[1]} {match[2]}",
    ),
    (
        re.compile(rf"({_YEAR}) (.*[^\W\d].*?)(?<!\d)"),
        "begins with the year",
        "write venue",
        lambda match: f"{match[2]} {match[1]}",
    ),
    (
        re.compile(rf".+\b{_MONTH}\s+\d{{1,2}}(?:\s*[-–]\s*(?:{_MONTH}\s+)?\d{{1,2}})?,?\s+{_YEAR}"),
        "holds days",
        "write its name and year; the days go into `event: {name: ..., start: ..., end: ...}`",
        None,
    ),
    (
        re.compile(r".*(?:\d+\s*\(\d+\)|\b(?i:vol|no|pp|pages?)\.?\s*\d|\b\d+\s*[,:]\s*\d+\s*[-–]\s*\d+).*"),
        "holds a volume, an issue or pages",
        "write them as `volume`, `issue` and `pages`",
        None,
    ),
    (
        re.compile(r"In:? (?:the )?(?:Proc|[A-Z]{2}).*"),
        "begins with `In`",
        "leave it out",
        None,
    ),
)  # fmt: skip
"""What a venue's text can hold that belongs elsewhere."""
_LONGEST = 300


def check(content: Content) -> Iterator[Finding]:
    """Look at each venue that ``venues.yaml`` does not have as it is written."""
    spelled = {alias for venue in content.venues for alias in (venue.title, venue.short, *venue.aliases)}
    spelled |= {volume.title for venue in content.venues for volume in venue.volumes}
    found: dict[str, tuple[str, str, str | None] | None] = dict.fromkeys(spelled)
    for record in content.records:
        text = record.venue
        if text and text not in found:
            found[text] = first_fault(text, KINDS if len(text) <= _LONGEST else ())
        if text and (fault := found[text]):
            message, advice, new = fault
            yield warning(record, ("venue",), f"venue: {message}", advice, new)
