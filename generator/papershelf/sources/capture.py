"""A page of daily papers as copied text: title, abstract, number of authors, day, number of comments."""

import re
from collections.abc import Iterator

from papershelf.problems import Location
from papershelf.sources.dates import read_date
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, Values, remark

SHORTEST_ABSTRACT = 200  # characters; whatever is shorter is a title or belongs to the page
LOOK_AHEAD = 3  # lines behind an abstract among which its card says who and when
_AUTHORS = re.compile(r"•?\s*(\d+) authors?")
_DAY = re.compile(
    r"((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*) (\d{1,2})(?:, (\d{4}))?(?: +(\d+))?"
)
_CODE = re.compile(r"https?://(?:github|gitlab)\.com/[\w.-]+/[\w-]+(?:\.[\w-]+)*")


def read(document: Document) -> Found:
    """Read the cards, their texts as they stand.

    A day without a year is of the year of the page: ``document.year``, else the one after the latest that a card
    names, since a page names those that are not its own.
    """
    numbered = enumerate(decode(document.data).split("\n"), 1)
    lines = [(number, text) for number, line in numbered if (text := line.strip())]
    found = list(_cards(lines))
    named = [values["date"][:4] for _, values in found if len(values["date"]) == 10]
    year = document.year or (str(int(max(named)) + 1) if named else "")
    for line, values in found:
        location = Location(path=document.path, line=line)
        if len(values["date"]) != 10:
            if not document.year and year:
                what = f"date: {values['date']} has no year" if values["date"] else "date: there is none"
                yield remark(
                    location, f"{what}: {year} is taken, the year after the latest that the page names"
                )
            values["date"] = read_date(f"{values['date']} {year}".strip())
        yield Entry(location=location, values=values, is_record=True)


def _cards(lines: list[tuple[int, str]]) -> Iterator[tuple[int, Values]]:
    for index in range(1, len(lines)):
        abstract = lines[index][1]
        line, title = lines[index - 1]
        if len(abstract) < SHORTEST_ABSTRACT or len(title) >= SHORTEST_ABSTRACT or _AUTHORS.fullmatch(title):
            continue
        values: Values = {"title": title, "abstract": abstract, "type": "preprint", "date": ""}
        if code := _CODE.search(abstract):
            values["links"] = {"code": code[0]}
        for _, text in lines[index + 1 : index + 1 + LOOK_AHEAD]:
            if match := _AUTHORS.fullmatch(text):
                values["author_count"] = match[1]
            elif match := _DAY.fullmatch(text):
                month, day, year, comments = match.groups()
                values["date"] = read_date(f"{day} {month} {year}") if year else f"{day} {month}"
                if comments:
                    values["comments"] = comments
                break
            elif text != "·":
                break
        yield line, values
