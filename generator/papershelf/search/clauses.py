"""The terms that a clause of a query stands for: the twin of `layouts/assets/js/search/clauses.js`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from papershelf.search.analysis import stemmer
from papershelf.search.archive import Archive
from papershelf.search.expand import by_papers, corrections, matcher, within
from papershelf.search.query import Clause, Note
from papershelf.search.rank import MatchedClause

_VERSION: Final = re.compile(r"([^\W\d_]{2,}?)v?[0-9]+[^\W\d_]*")
"""A name with a version, as YOLOv7 or ResNet50."""


def matched(archive: Archive, clause: Clause, typos: bool) -> MatchedClause:
    """Return a clause with its terms, and a note where no paper has its word.

    Such a word is tried as the beginning of words, then as the likeliest words it could be a typo for.
    """
    word, tuning = clause.word, archive.settings.tuning
    found = _expanded(archive, clause)
    if found.terms or not typos or not _is_plain(clause):
        return found
    if _is_number(word):
        return replace(found, note={"kind": "unknown", "word": word})
    longer = by_papers(archive.longer(word))[: tuning.completions]
    if longer:
        return _having(archive, clause, longer, longer, {"kind": "completed", "word": word})
    version = _VERSION.fullmatch(word)
    for used in ([version[1]] if version else [], _meant_by(archive, word, lambda term, size: True)):
        note: Note = {"kind": "corrected", "word": word, "used": used}
        tried = _having(archive, clause, _meant(archive, used), used, note)
        if tried.terms:
            return tried
    return replace(found, note={"kind": "unknown", "word": word})


def widened(archive: Archive, found: MatchedClause) -> MatchedClause:
    """Return a clause with what else its word may be a typo for: of a word in few papers, the words of more papers
    within one edit, though not as names; of one that was completed, any."""
    clause, note, tuning = found.clause, found.note, archive.settings.tuning
    word, most = clause.word, max(map(len, found.postings), default=0)
    if clause.presence != "?" or not _is_plain(clause) or (note and "used" in note) or _is_number(word):
        return found
    if not note and (len(word) < tuning.doubted or most > tuning.rare):
        return found

    def fits(term: str, size: int) -> bool:
        likelier = bool(note) or (size > most.bit_length() and within(word, term, 1))
        return term not in found.terms and likelier

    used = _meant_by(archive, word, fits)
    meant = [term for term in _meant(archive, used) if term not in found.terms]
    said: Note = {"kind": "corrected" if note else "widened", "word": word, "used": used}
    more = _having(archive, clause, meant, used if note else (), said)
    if not more.terms:
        return found
    return replace(more, terms=(*found.terms, *more.terms), postings=(*found.postings, *more.postings))


def _is_plain(clause: Clause) -> bool:
    return clause.presence != "-" and not clause.pattern and not clause.edits and len(clause.word) > 1


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _meant_by(archive: Archive, word: str, fits: Callable[[str, int], bool]) -> list[str]:
    """Return the words that one may be a typo for, those of one paper only where there are no others."""
    like = sorted(archive.like(word).items()) if len(word) > 2 else []
    likely = {term: size for term, size in like if fits(term, size)}
    tuning = archive.settings.tuning
    common = {term: size for term, size in likely.items() if size > 1}
    return corrections(word, common, tuning) or corrections(word, likely, tuning)


def _meant(archive: Archive, used: Sequence[str]) -> list[str]:
    stem = stemmer(archive.settings.language)
    return [form for each in used for form in (stem(each), each)]


def _having(
    archive: Archive, clause: Clause, terms: Sequence[str], written: Sequence[str], note: Note | None = None
) -> MatchedClause:
    """Return a clause with those of `terms` that a paper has; authors have only those that are `written` so, since
    names are not stemmed."""
    found = {}
    for term in sorted(set(terms)):
        postings = archive.postings(term, term in written)
        if postings:
            found[term] = postings
    return MatchedClause(clause=clause, terms=tuple(found), postings=tuple(found.values()), note=note)


def _expanded(archive: Archive, clause: Clause) -> MatchedClause:
    """Return a clause with its terms; of those that a pattern or edits allow, as many of most papers as cost
    little, with a note."""
    if not clause.pattern and not clause.edits:
        return _having(archive, clause, clause.terms, [clause.word])
    some = _fitting(archive, clause)
    used = fitting = by_papers(some or {})
    while sum(cost for _, cost in set(map(archive.place, used))) > archive.affordable:
        used = used[: len(used) // 2]
    note: Note = {"kind": "wide", "word": clause.pattern or clause.word}
    return _having(archive, clause, used, used, note if some is None or used is not fitting else None)


def _fitting(archive: Archive, clause: Clause) -> dict[str, int] | None:
    """Return the terms that a pattern or edits allow; None where too many words would have to be read."""
    if clause.pattern:
        test, parts = matcher(clause.pattern), clause.pattern.split("*")
        some = (
            archive.longer(parts[0])
            if parts[0]
            else archive.ending(parts[-1])
            if parts[-1]
            else archive.terms()
        )
        return None if some is None else {term: size for term, size in some.items() if test(term)}
    known = archive.terms()
    some = archive.like(clause.word) if known is None else known
    return {
        term: size
        for term, size in some.items()
        if any(within(typed, term, clause.edits) for typed in clause.terms)
    }
