"""Search in plain Python over the documents themselves: what `papershelf search` runs and the engine is held to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from papershelf.search.analysis import forms, stemmer, words
from papershelf.search.codes import without_names
from papershelf.search.columns import days, lengths, mean_length
from papershelf.search.document import Document, SearchSettings
from papershelf.search.expand import completions, corrections, matcher, within
from papershelf.search.filters import split
from papershelf.search.known import MARK, known
from papershelf.search.neighbours import neighbours
from papershelf.search.papers import numbered
from papershelf.search.postings import Postings, invert
from papershelf.search.query import Clause, Filter, Note, Phrase, Query, clauses_of, parse
from papershelf.search.rank import Found, MatchedClause, rank, rerank
from papershelf.search.texts import TEXTS
from papershelf.search.tokens import tokens
from papershelf.search.vocabulary import shared

NAMED: Final = 2.0
"""The score of a paper that a query names by an identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything a search reads; `documents` are in the order of their numbers."""

    documents: tuple[Document, ...]
    settings: SearchSettings
    postings: Postings
    numbers: Mapping[str, int]
    vocabulary: Mapping[str, int]
    lengths: tuple[int, ...]
    neighbours: tuple[tuple[int, ...], ...]


def open_archive(documents: Sequence[Document], settings: SearchSettings) -> Archive:
    """Index documents for `search`."""
    ordered = numbered(documents)
    postings = invert(tokens(ordered), settings)
    counts = np.diff(postings.starts).tolist()
    return Archive(
        documents=tuple(ordered),
        settings=settings,
        postings=postings,
        numbers={term: number for number, term in enumerate(postings.terms)},
        vocabulary={
            term: count
            for term, count in zip(postings.terms, counts, strict=True)
            if not term.startswith(MARK)
        },
        lengths=tuple(lengths(postings.lengths).tolist()),
        neighbours=tuple(
            tuple(other for other in row if other >= 0) for row in neighbours(postings).tolist()
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All papers that match a query with their scores, in the engine's order, and what there is to say of it."""

    hits: tuple[tuple[Document, float], ...]
    notes: tuple[Note, ...]


def search(archive: Archive, text: str, *, sort: str = "relevance", typos: bool = True) -> Answer:
    """Return what the engine finds.

    `sort` is `relevance`, `date`, `oldest` or `votes`; `typos` also tries words like those that match nothing.
    """
    said = known(text, lambda term: [paper for paper, _ in _postings(archive, term, names=True)])
    text = said.rest
    query = parse(text, archive.settings)
    found, notes = _search(archive, query, sort, typos, said.papers)
    if not found and any(not phrase.negative for phrase in query.phrases):
        query = parse(text, archive.settings, exact=False)
        found, notes = _search(archive, query, sort, typos, said.papers)
        notes = [*query.notes, {"kind": "phrase"}, *notes]
    else:
        notes = [*query.notes, *notes]
    missing: list[Note] = [{"kind": "id", "value": each} for each in said.unknown]
    hits = tuple((archive.documents[paper], score) for paper, score in found)
    return Answer(hits=hits, notes=(*missing, *notes))


def _search(
    archive: Archive, query: Query, sort: str, typos: bool, named: Sequence[int]
) -> tuple[Found, list[Note]]:
    """Return the papers that match a query, those `named` by identifiers first, and what there is to say."""
    passes, rest, notes = split(query.filters, archive.documents)
    clauses = [*query.clauses, *_as_words(rest, archive.settings.language)]
    allowed = [passes(document) for document in archive.documents]
    if not clauses and query.stopped and not query.phrases:
        exact = [_required_in_title(word) for word in query.stopped]
        found, _ = _ranked(archive, exact, allowed, typos=False)
        if found:
            return _sorted(found, sort, archive.documents), notes
        notes.append({"kind": "stopped", "used": list(dict.fromkeys(query.stopped))})
    first = [(paper, NAMED) for paper in named if allowed[paper]]
    if not (clauses or query.phrases or (query.filters and not named)):
        return _sorted(first, sort, archive.documents), notes
    found, more = _ranked(archive, clauses, allowed, typos=typos)
    found = _sorted([*first, *(each for each in found if each[0] not in named)], sort, archive.documents)
    return _with_phrases(archive, found, query.phrases), [*notes, *more]


def _ranked(
    archive: Archive, clauses: Sequence[Clause], allowed: Sequence[bool], *, typos: bool
) -> tuple[Found, list[Note]]:
    matched, notes = list[MatchedClause](), list[Note]()
    for clause in clauses:
        each, note = _matched(archive, clause, typos)
        matched.append(each)
        notes.extend(filter(None, [note]))
    settings = archive.settings
    found, share = rank(matched, archive.lengths, mean_length(archive.lengths), settings, allowed.__getitem__)
    titles = [document.title for document in archive.documents]
    depth = settings.tuning.reranked
    best = rerank(found[:depth], matched, share, titles, archive.neighbours, settings)
    return [*best, *found[depth:]], notes


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


def _matched(archive: Archive, clause: Clause, typos: bool) -> tuple[MatchedClause, Note | None]:
    """Return a clause with its terms, and a note where no paper has its word.

    Such a word is tried as the beginning of words, then as the likeliest words it could be a typo for.
    """
    word, tuning = clause.word, archive.settings.tuning
    found = _expanded(archive, clause)
    if found.terms or not typos or clause.presence == "-" or clause.pattern or clause.edits or len(word) < 2:
        return found, None
    if word.isascii() and word.isdigit():
        return found, {"kind": "unknown", "word": word}
    longer = completions(word, archive.vocabulary, tuning)
    if longer:
        return _having(archive, clause, longer, longer), {"kind": "completed", "word": word}
    used = corrections(word, _like(archive, word), tuning) if len(word) > 2 else []
    if not used:
        return found, {"kind": "unknown", "word": word}
    stem = stemmer(archive.settings.language)
    meant = [form for each in used for form in (stem(each), each)]
    return _having(archive, clause, meant, used), {"kind": "corrected", "word": word, "used": used}


def _like(archive: Archive, word: str) -> dict[str, int]:
    """Return the terms in several papers that share their first or their last letters with a word, with the number of
    their papers."""
    begin, end = shared(word, archive.settings.tuning)
    return {
        term: size
        for term, size in archive.vocabulary.items()
        if size > 1 and (term.startswith(begin) or term.endswith(end))
    }


def _having(archive: Archive, clause: Clause, terms: Sequence[str], written: Sequence[str]) -> MatchedClause:
    """Return a clause with those of `terms` that a paper has; authors have only those that are `written` so, since
    names are not stemmed."""
    found = {}
    for term in sorted(set(terms)):
        postings = _postings(archive, term, term in written)
        if postings:
            found[term] = postings
    return MatchedClause(clause=clause, terms=tuple(found), postings=tuple(found.values()))


def _expanded(archive: Archive, clause: Clause) -> MatchedClause:
    if clause.pattern:
        test = matcher(clause.pattern)
        fitting = [term for term in archive.vocabulary if test.fullmatch(term)]
        return _having(archive, clause, fitting, fitting)
    if clause.edits:
        fitting = [
            term
            for term in archive.vocabulary
            if any(within(typed, term, clause.edits) for typed in clause.terms)
        ]
        return _having(archive, clause, fitting, fitting)
    return _having(archive, clause, clause.terms, [clause.word])


def _postings(archive: Archive, term: str, names: bool) -> list[tuple[int, int]]:
    """Return the papers of a term, each with its code; none of those that have it in a name only unless `names`."""
    number = archive.numbers.get(term)
    if number is None:
        return []
    begin, end = archive.postings.starts[number : number + 2]
    papers, codes = archive.postings.documents[begin:end], archive.postings.codes[begin:end]
    codes = codes if names else without_names(codes)
    return [pair for pair in zip(papers.tolist(), codes.tolist(), strict=True) if pair[1]]


def _sorted(found: Found, sort: str, documents: Sequence[Document]) -> Found:
    keys: dict[str, Callable[[Document], int]] = {
        "date": lambda document: -days(document.date),
        "oldest": lambda document: days(document.date),
        "votes": lambda document: -document.votes,
    }
    return sorted(found, key=lambda scored: keys[sort](documents[scored[0]])) if sort in keys else found


def _with_phrases(archive: Archive, found: Found, phrases: Sequence[Phrase]) -> Found:
    """Return the papers that hold every phrase and no negative one."""
    return [
        (paper, score)
        for paper, score in found
        if all(_holds(archive, paper, phrase) != phrase.negative for phrase in phrases)
    ]


def _holds(archive: Archive, paper: int, phrase: Phrase) -> bool:
    document = archive.documents[paper]
    texts = {
        "title": (document.title,),
        "authors": document.authors,
        "venue": (document.venue,),
        "abstract": (TEXTS[archive.settings.texts](document.abstract),),
    }
    places = (
        texts.get(phrase.field, ()) if phrase.field else [text for each in texts.values() for text in each]
    )
    if phrase.field == "authors":  # names are not written in one way
        asked = {form for word in phrase.words for form in forms(word)}
        return any(asked <= {form for word in words(name) for form in forms(word)} for name in places)
    return any(f" {' '.join(phrase.words)} " in f" {' '.join(words(text))} " for text in places)
