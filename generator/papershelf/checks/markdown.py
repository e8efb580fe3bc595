"""Markdown that no person wrote: so long, so nested or so full of signs that it would take minutes to read.

The library takes time in the square of lines that begin something, of signs in a passage and of a table's cells;
within these limits a text is read in two seconds (``tests/markup/test_hostile.py``).
"""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, error
from papershelf.checks.people import VENUES
from papershelf.content.load import Content

LONGEST = 100_000  # characters of a text
MOST_MARKS = (
    2_000  # signs of emphasis, code, links, tables, escapes and breaks in a row of lines without a blank one
)
MOST_LINES = 1_000  # lines that begin a list, a heading, a quote, code or a table
MOST_CELLS = 10_000  # of a table: its longest row times its lines
MOST_REACH = (
    4_000_000  # brackets times the characters of their passage, fences of code times those of the text
)
DEEPEST = 20  # levels of quotes or lists
_MARKS = str.maketrans("", "", "*_`[]<>!~|=\\")
_BEGINS = re.compile(r"^(?:[ \t]*(?:[#>|=~`*+-]|\d+[.)])|[ \t]{4}|[^\n|]*\|)", re.MULTILINE)
_DEEP = re.compile(
    rf"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+[.)](?=[ \t]))){{{DEEPEST}}}|^[ \t]{{{4 * DEEPEST},}}(?:[-*+>]|\d+[.)]) ",
    re.MULTILINE,
)


def check(content: Content) -> Iterator[Finding]:
    """Look at every text that is read as Markdown."""
    for record in content.records:
        for field, text in (("abstract", record.abstract), ("notes", record.notes)):
            if text and (fault := tangle(text)):
                yield error(
                    record, (field,), f"{field}: {fault}", "say it in fewer words, or link to a document"
                )
    for venue in content.venues:
        for index, volume in enumerate(venue.volumes):
            if fault := tangle(volume.front_matter):
                place = (venue.slug, "volumes", index, "front_matter")
                yield Finding(path=VENUES, field=place, message=f"front_matter: {fault}")
    for page in content.pages:
        if fault := tangle(page.body):
            yield Finding(path=page.source, field=(), message=f"the text {fault}")


def tangle(text: str) -> str:
    """Return what makes a text too much to read as Markdown, or an empty text."""
    if len(text) > LONGEST:
        return f"has {len(text):,} characters (at most {LONGEST:,})"
    if (">" in text or "\n" in text or text[:1] in "-*+0123456789") and _DEEP.search(text):
        return f"nests quotes or lists more than {DEEPEST} deep"
    if len(text) > MOST_LINES:
        passages = text.split("\n\n")
        long = (passage for passage in passages if len(passage) > MOST_MARKS)
        if (marks := max(map(_marks, long), default=0)) > MOST_MARKS:
            return f"holds a passage with {marks:,} Markdown signs (at most {MOST_MARKS:,})"
        if (reach := _reach(text, passages)) > MOST_REACH:
            return (
                f"has too many brackets and fences of code for its length: {reach:,}"
                f" times characters (at most {MOST_REACH:,})"
            )
        if "\n" in text and (lines := len(_BEGINS.findall(text))) > MOST_LINES:
            return f"has {lines:,} lines that begin a list, heading, quote, code or table (at most {MOST_LINES:,})"
        if "|" in text and (cells := max(map(_cells, passages))) > MOST_CELLS:
            return f"holds a table of {cells:,} cells (at most {MOST_CELLS:,})"
    return ""


def _marks(passage: str) -> int:
    return len(passage) - len(passage.translate(_MARKS)) + passage.count("  \n")


def _cells(passage: str) -> int:
    lines = passage.split("\n")
    return len(lines) * max(line.count("|") + 1 for line in lines)


def _reach(text: str, passages: list[str]) -> int:
    """Return how far ends of links and code are looked for, in all, where none ends."""
    fences = text.count("~~~") + text.count("```")
    brackets = [(passage.count("["), len(passage)) for passage in passages]
    # A bracket takes as long as four letters.
    return fences * len(text) + sum([count * max(length, 4 * count) for count, length in brackets])
