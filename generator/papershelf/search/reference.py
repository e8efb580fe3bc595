"""Search in plain Python: what `papershelf search` runs and the engine in the browser is held to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from papershelf.search.analysis import forms, words
from papershelf.search.archive import Archive, Card
from papershelf.search.clauses import matched, widened
from papershelf.search.filters import Test, split
from papershelf.search.known import known
from papershelf.search.query import Clause, Filter, Note, Phrase, Query, clauses_of, parse
from papershelf.search.rank import Found, rank, rerank
from papershelf.search.understood import understood

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
    asked = [matched(archive, clause, typos) for clause in clauses]
    found, share, whole = rank(asked, lengths, average, settings, allowed)
    if typos and not whole and len(asked) <= settings.tuning.typed:
        wide = [widened(archive, each) for each in asked]
        if wide != asked:
            others, more, _ = rank(wide, lengths, average, settings, allowed)
            if more > share + settings.tuning.gain:
                asked, found, share = wide, others, more
    best, others = found[: settings.tuning.reranked], found[settings.tuning.reranked :]
    titles = [archive.card(paper).title for paper, _ in best]
    near = [archive.neighbours(paper) for paper, _ in best]
    notes = [each.note for each in asked if each.note]
    return [*rerank(best, asked, share, titles, near, settings), *others], notes


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
