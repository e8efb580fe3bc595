"""Search in plain Python: what `papershelf search` runs and the engine in the browser is held to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from papershelf.search.analysis import forms, stemmer, words
from papershelf.search.archive import Archive, Card
from papershelf.search.expand import completions, corrections, matcher, within
from papershelf.search.filters import Test, split
from papershelf.search.known import known
from papershelf.search.query import Clause, Filter, Note, Phrase, Query, clauses_of, parse
from papershelf.search.rank import Found, MatchedClause, rank, rerank
from papershelf.search.understood import understood

_VERSION: Final = re.compile(r"([^\W\d_]{2,}?)v?[0-9]+[^\W\d_]*")
"""A name with a version, as YOLOv7 or ResNet50."""

NAMED: Final = 2.0
"""The score of a paper that a query names by an identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How many papers match a query, the first of them with their scores, and what there is to say of it.

    `whole` tells that the total is exact.
    """

    total: int
    whole: bool
    hits: tuple[tuple[Card, float], ...]
    notes: tuple[Note, ...]


def search(
    archive: Archive,
    text: str,
    *,
    sort: str = "relevance",
    typos: bool = True,
    limit: int | None = None,
) -> Answer:
    """Return what the engine finds, of the papers the first `limit` (None: all).

    `sort` is `relevance`, `date`, `oldest` or `votes`; `typos` also tries words like those that match nothing.
    """
    said = known(text, lambda term: [paper for paper, _ in archive.postings(term, True)])
    rest, about = understood(said.rest, archive.spoken, archive.years, archive.settings.tuning)
    found, unread, notes = _answered(archive, rest, sort, typos, said.papers)
    if about and not found and not unread:
        rest, about = said.rest, [{**note, "kind": "misfit"} for note in about]
        found, unread, notes = _answered(archive, rest, sort, typos, said.papers)
    notes = [*about, *notes]
    if unread and not found:
        notes.append({"kind": "unread", "value": str(archive.settings.tuning.phrases)})
    missing: list[Note] = [{"kind": "id", "value": each} for each in said.unknown]
    return Answer(
        total=len(found),
        whole=not unread,
        hits=tuple((archive.card(paper), score) for paper, score in found[:limit]),
        notes=(*missing, *notes),
    )


def _answered(
    archive: Archive, text: str, sort: str, typos: bool, named: Sequence[int]
) -> tuple[Found, int, list[Note]]:
    """Return what `_search` finds; quoted words that stand nowhere together are searched as words."""
    query = parse(text, archive.settings)
    found, unread, notes = _search(archive, query, sort, typos, named)
    if not found and not unread and any(not phrase.negative for phrase in query.phrases):
        query = parse(text, archive.settings, exact=False)
        found, unread, notes = _search(archive, query, sort, typos, named)
        notes = [{"kind": "phrase"}, *notes]
    return found, unread, [*query.notes, *notes]


def _search(
    archive: Archive, query: Query, sort: str, typos: bool, named: Sequence[int]
) -> tuple[Found, int, list[Note]]:
    """Return the papers that match a query, those `named` by identifiers first, how many were not read for its
    phrases, and what there is to say."""
    allowed, rest, notes = split(query.filters, archive)
    clauses = [*query.clauses, *_as_words(rest, archive.settings.language)]
    if not clauses and query.stopped and not query.phrases:
        exact = [_required_in_title(word) for word in query.stopped]
        found, _ = _ranked(archive, exact, allowed, typos=False)
        if found:
            return _sorted(found, sort, archive), 0, notes
        notes.append({"kind": "stopped", "used": list(dict.fromkeys(query.stopped))})
    first = [(paper, NAMED) for paper in named if allowed(paper)]
    if not (clauses or query.phrases or (query.filters and not named)):
        return _sorted(first, sort, archive), 0, notes
    if len(clauses) > archive.settings.tuning.typed and _cost(archive, clauses) > archive.affordable:
        clauses, typos = _thinned(archive, clauses), False
        notes.append({"kind": "long"})
    found, more = _ranked(archive, clauses, allowed, typos=typos)
    found = _sorted([*first, *(each for each in found if each[0] not in named)], sort, archive)
    return *_with_phrases(archive, found, query.phrases), [*notes, *more]


def _cost(archive: Archive, clauses: Sequence[Clause]) -> int:
    """Return what it costs to read the files of postings that a query asks for."""
    return sum(cost for _, cost in {archive.place(term) for each in clauses for term in each.terms})


def _thinned(archive: Archive, clauses: Sequence[Clause]) -> list[Clause]:
    """Return a query, an abstract perhaps, each word once, without those that cost most, until it costs little."""
    kept = list(dict.fromkeys(clauses))
    for clause in sorted(kept, key=lambda clause: -_cost(archive, [clause])):
        if _cost(archive, kept) > archive.affordable and clause.presence == "?":
            kept.remove(clause)
    return kept


def _ranked(
    archive: Archive, clauses: Sequence[Clause], allowed: Test, *, typos: bool
) -> tuple[Found, list[Note]]:
    """Return the papers that match, best first, and notes on words. Where no paper holds all words, rare ones are taken
    for typos, if then a title with its authors holds clearly more of the query."""
    settings, lengths, average = archive.settings, archive.lengths(), archive.average
    matched = [_matched(archive, clause, typos) for clause in clauses]
    found, share, whole = rank(matched, lengths, average, settings, allowed)
    if typos and not whole and len(matched) <= settings.tuning.typed:
        wide = [_widened(archive, each) for each in matched]
        if wide != matched:
            others, more, _ = rank(wide, lengths, average, settings, allowed)
            if more > share + settings.tuning.gain:
                matched, found, share = wide, others, more
    best, others = found[: settings.tuning.reranked], found[settings.tuning.reranked :]
    titles = [archive.card(paper).title for paper, _ in best]
    near = [archive.neighbours(paper) for paper, _ in best]
    notes = [each.note for each in matched if each.note]
    return [*rerank(best, matched, share, titles, near, settings), *others], notes


def _required_in_title(word: str) -> Clause:
    return Clause(word=word, terms=(word,), field="title", presence="+")


def _as_words(filters: Sequence[Filter], language: str) -> list[Clause]:
    """Return the clauses of filters that only words can answer: all are required, or prohibited, in the
    filter's field."""
    return [
        clause
        for each in filters
        for word in words(each.value)
        for clause in clauses_of(
            word, Clause(word="", terms=(), field=each.field, presence=each.sign or "+"), language
        )
    ]


def _matched(archive: Archive, clause: Clause, typos: bool) -> MatchedClause:
    """Return a clause with its terms, and a note where no paper has its word.

    Such a word is tried as the beginning of words, then as the likeliest words it could be a typo for.
    """
    word, tuning = clause.word, archive.settings.tuning
    found = _expanded(archive, clause)
    if found.terms or not typos or not _is_plain(clause):
        return found
    if _is_number(word):
        return replace(found, note={"kind": "unknown", "word": word})
    longer = completions(archive.longer(word), tuning)
    if longer:
        return _having(archive, clause, longer, longer, {"kind": "completed", "word": word})
    version = _VERSION.fullmatch(word)
    for used in ([version[1]] if version else [], _meant_by(archive, word, lambda term, size: True)):
        note: Note = {"kind": "corrected", "word": word, "used": used}
        tried = _having(archive, clause, _meant(archive, used), used, note)
        if tried.terms:
            return tried
    return replace(found, note={"kind": "unknown", "word": word})


def _widened(archive: Archive, matched: MatchedClause) -> MatchedClause:
    """Return a clause with what else its word may be a typo for: of a word in few papers, the words of more papers
    within one edit, though not as names; of one that was completed, any."""
    clause, note, tuning = matched.clause, matched.note, archive.settings.tuning
    word, most = clause.word, max(map(len, matched.postings), default=0)
    if clause.presence != "?" or not _is_plain(clause) or (note and "used" in note) or _is_number(word):
        return matched
    if not note and (len(word) < tuning.doubted or most > tuning.rare):
        return matched

    def fits(term: str, size: int) -> bool:
        likelier = bool(note) or (size > most.bit_length() and within(word, term, 1))
        return term not in matched.terms and likelier

    used = _meant_by(archive, word, fits)
    meant = [term for term in _meant(archive, used) if term not in matched.terms]
    said: Note = {"kind": "corrected" if note else "widened", "word": word, "used": used}
    more = _having(archive, clause, meant, used if note else (), said)
    if not more.terms:
        return matched
    return replace(more, terms=(*matched.terms, *more.terms), postings=(*matched.postings, *more.postings))


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
    if clause.pattern:
        test = matcher(clause.pattern)
        fitting = [term for term in archive.terms() if test.fullmatch(term)]
        return _having(archive, clause, fitting, fitting)
    if clause.edits:
        fitting = [
            term
            for term in archive.terms()
            if any(within(typed, term, clause.edits) for typed in clause.terms)
        ]
        return _having(archive, clause, fitting, fitting)
    return _having(archive, clause, clause.terms, [clause.word])


def _sorted(found: Found, sort: str, archive: Archive) -> Found:
    """Return papers by date or votes, the given order deciding among equals."""
    if sort == "relevance":
        return found
    columns = archive.columns()
    values, sign = {"date": (columns.dates, -1), "oldest": (columns.dates, 1), "votes": (columns.votes, -1)}[
        sort
    ]
    return sorted(found, key=lambda scored: sign * values[scored[0]])


def _with_phrases(archive: Archive, found: Found, phrases: Sequence[Phrase]) -> tuple[Found, int]:
    """Return those of the best papers that hold every phrase and no negative one, and how many were not read."""
    if not phrases:
        return found, 0
    most = archive.settings.tuning.phrases
    kept = [
        (paper, score)
        for paper, score in found[:most]
        if all(_holds(archive, paper, phrase) != phrase.negative for phrase in phrases)
    ]
    rest = found[most:]
    return [*kept, *rest] if kept else [], len(rest)


def _holds(archive: Archive, paper: int, phrase: Phrase) -> bool:
    card = archive.card(paper)
    texts = {"title": (card.title,), "authors": card.authors, "venue": (card.venue,)}
    if phrase.field in (None, "abstract"):
        texts["abstract"] = (archive.abstract(paper),)
    places = (
        texts.get(phrase.field, ()) if phrase.field else [text for each in texts.values() for text in each]
    )
    if phrase.field == "authors":  # names are not written in one way
        asked = {form for word in phrase.words for form in forms(word)}
        return any(asked <= {form for word in words(name) for form in forms(word)} for name in places)
    return any(f" {' '.join(phrase.words)} " in f" {' '.join(words(text))} " for text in places)
