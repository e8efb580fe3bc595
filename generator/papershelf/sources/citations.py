"""References that somebody cites, held against an archive: which of its papers each means, and what differs there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from typing import Final, Literal

from papershelf.formats.standing import standing
from papershelf.lib.text import fold
from papershelf.markup.line import plain
from papershelf.model.record import Record
from papershelf.search.series import folded, names_of
from papershelf.sources.known import Known, find, known

State = Literal["found", "published", "withdrawn", "unknown"]
"""As cited, or nearly; cited as a preprint of what is published here; retracted or corrected; not in this archive."""

ALIKE: Final = 0.85
"""What two titles share of which one may be the other mistyped (Ratcliff, Metzener, Dr. Dobb's Journal, 1988)."""

HALF: Final = 0.5
"""What a text holds of a title as written, from which words that are nearly there count too."""

RARE: Final = 4
"""Words of a title by which papers like it are looked for."""

RARE_IN_TEXT: Final = 16
"""Likewise of a reference in one text, which has other words as well."""

MOST: Final = 500
"""Papers that have such a word, of which no more are looked at."""

_PREPRINTS: Final = ("arxiv", "corr", "biorxiv", "medrxiv", "preprint", "openreview")
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What became of a reference: the paper that is meant, and where the two differ as (field, cited, here)."""

    state: State
    here: Record | None = None
    differences: tuple[tuple[str, str, str], ...] = ()
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """An archive's papers, by identifier and title and by the words of titles."""

    papers: Known
    records: tuple[Record, ...]
    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def shelf(records: Sequence[Record]) -> Shelf:
    """Return papers as ``check`` and ``check_text`` look them up."""
    made = Shelf(known(records), tuple(records))
    for at, record in enumerate(made.records):
        for word in set(_words(record.title)):
            made.words[word].append(at)
    return made


def check(cited: Record, here: Shelf, *, dated: bool) -> Checked:
    """Return what becomes of a reference in fields; ``dated`` says whether its date is its own."""
    paper = find(here.papers, cited) or _like(cited, here)
    if paper is None:
        return Checked(state="unknown")
    preprint = _is_preprint(cited) and bool(paper.venue) and not _is_preprint(paper)
    pairs = [
        ("title", plain(cited.title), plain(paper.title), _letters(cited.title) == _letters(paper.title)),
        (
            "year",
            cited.year,
            paper.year,
            not dated or cited.year in (paper.year, *_YEAR.findall(paper.venue)),
        ),
        ("venue", cited.venue, paper.venue, _same_venue(cited.venue, paper.venue)),
        ("authors", _named(cited), _named(paper), _families(cited) <= _families(paper)),
        ("doi", cited.doi, paper.doi, cited.doi.lower() == paper.doi.lower()),
    ]
    differ = tuple((name, one, other) for name, one, other, same in pairs if one and other and not same)
    if preprint:
        differ = tuple(each for each in differ if each[0] == "title")
    return _checked(paper, differ, "published" if preprint else "found")


def check_text(reference: str, here: Shelf) -> Checked:
    """Return what becomes of a reference in one text: the paper whose title and an author of whom it holds."""
    said = set(_words(reference))
    best: tuple[float, int, Record] | None = None
    for record in _candidates(said, here, RARE_IN_TEXT):
        title = _words(record.title)
        held = sum(word in said for word in title) / len(title)
        if HALF <= held < ALIKE:
            held = sum(bool(get_close_matches(word, said, 1, ALIKE)) for word in title) / len(title)
        if held >= ALIKE and (not record.authors or _families(record) & said):
            best = max(filter(None, (best, (held, len(title), record))), key=lambda each: each[:2])
    if best is None:
        return Checked(state="unknown")
    paper, years = best[2], _YEAR.findall(reference)
    off = years and not {paper.year, *_YEAR.findall(paper.venue)} & set(years)
    return _checked(paper, (("year", years[-1], paper.year),) if off else (), "found")


def texts(data: str) -> list[tuple[int, str]]:
    """Return the references of a plain list with the lines they begin in: one a line, or with empty lines between."""
    lines = data.splitlines()
    blocks = bool(re.search(r"\n[^\S\n]*\n", data.strip()))
    found: list[tuple[int, str]] = []
    open_ = False
    for number, line in enumerate(lines, 1):
        if line.strip() and open_ and blocks:
            found[-1] = found[-1][0], f"{found[-1][1]} {line.strip()}"
        elif line.strip():
            found.append((number, line.strip()))
        open_ = bool(line.strip())
    return found


def _checked(paper: Record, differences: tuple[tuple[str, str, str], ...], state: State) -> Checked:
    told = standing(paper)
    return Checked(state="withdrawn" if told else state, here=paper, differences=differences, standing=told)


def _like(cited: Record, here: Shelf) -> Record | None:
    """Return the paper with a title like the cited one and an author of its, the likest."""
    letters, families = _letters(cited.title), _families(cited)
    best: tuple[float, Record] | None = None
    for record in _candidates(set(_words(cited.title)), here, RARE):
        if families and record.authors and not families & _families(record):
            continue
        matcher = SequenceMatcher(None, letters, _letters(record.title), autojunk=False)
        if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
            continue
        ratio = matcher.ratio()
        if (
            ratio >= ALIKE
            and _numbers(cited.title) == _numbers(record.title)
            and (not best or ratio > best[0])
        ):
            best = ratio, record
    return best[1] if best else None


def _candidates(words: set[str], here: Shelf, rare: int) -> Iterator[Record]:
    """Return the papers with one of some words in their titles, for those words that fewest titles have."""
    there = sorted(
        (word for word in words if word in here.words), key=lambda word: (len(here.words[word]), word)
    )
    found: dict[int, None] = {}
    for word in there[:rare]:
        found.update(dict.fromkeys(here.words[word][:MOST]))
    return map(here.records.__getitem__, found)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(plain(text)))


def _letters(title: str) -> str:
    return "".join(_words(title))


def _numbers(title: str) -> list[str]:
    """Return what tells the parts of a series from each other."""
    return [word for word in _words(title) if word.isdigit() or word in ("ii", "iii", "iv")]


def _families(record: Record) -> set[str]:
    """Return the last word of every author's family name."""
    return {words[-1] for name in record.authors if (words := _words(name.family or name.name))}


def _named(record: Record) -> str:
    return ", ".join(name.name for name in record.authors)


def _is_preprint(record: Record) -> bool:
    venue = record.venue.lower()
    return any(name in venue for name in _PREPRINTS) or bool(record.arxiv and not venue)


def _same_venue(cited: str, here: str) -> bool:
    """Return whether one name of a venue, or of its series, is part of the other."""
    ours = {name for known in names_of("", (here,)) if (name := folded(known))}
    theirs = {name for known in names_of("", (cited,)) if (name := folded(known))}
    return any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for one in ours for other in theirs)
