"""Search in plain Python over the documents themselves: what `papershelf search` runs and what the engine is
held to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from papershelf.search.analysis import forms, stemmer, words
from papershelf.search.columns import days, lengths, mean_length
from papershelf.search.document import Document, SearchSettings
from papershelf.search.expand import corrections, matcher, within
from papershelf.search.filters import split
from papershelf.search.neighbours import neighbours
from papershelf.search.papers import numbered
from papershelf.search.postings import Postings, invert
from papershelf.search.query import Clause, Filter, Phrase, Query, clauses_of, parse
from papershelf.search.rank import Found, MatchedClause, rank, rerank
from papershelf.search.texts import TEXTS
from papershelf.search.tokens import tokens
from papershelf.search.vocabulary import shared


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
        vocabulary=dict(zip(postings.terms, counts, strict=True)),
        lengths=tuple(lengths(postings.lengths).tolist()),
        neighbours=tuple(
            tuple(other for other in row if other >= 0) for row in neighbours(postings).tolist()
        ),
    )


def search(
    archive: Archive, text: str, *, sort: str = "relevance", typos: bool = True
) -> list[tuple[Document, float]]:
    """Return all papers that match a query with their scores, in the engine's order.

    `sort` is `relevance`, `date`, `oldest` or `votes`; `typos` also tries words like those that match nothing, and
    like rare ones where no title holds the whole query.
    """
    query = parse(text, archive.settings)
    found = _search(archive, query, sort, typos)
    if not found and any(not phrase.negative for phrase in query.phrases):
        found = _search(archive, parse(text, archive.settings, exact=False), sort, typos)
    return [(archive.documents[paper], score) for paper, score in found]


def _search(archive: Archive, query: Query, sort: str, typos: bool) -> Found:
    passes, rest = split(query.filters, archive.documents)
    clauses = (*query.clauses, *_as_words(rest, archive.settings.language))
    if not (clauses or query.phrases or query.filters):
        return []
    matched = [_matched(archive, clause, typos) for clause in clauses]
    allowed = [passes(document) for document in archive.documents]
    average = mean_length(archive.lengths)
    found, share = rank(matched, archive.lengths, average, archive.settings, allowed.__getitem__)
    tuning = archive.settings.tuning
    if typos and share < tuning.whole:
        wide = [_widened(archive, each) for each in matched]
        others, more = rank(wide, archive.lengths, average, archive.settings, allowed.__getitem__)
        if more > share + tuning.gain:
            found, share, matched = others, more, wide
    titles = [document.title for document in archive.documents]
    best = rerank(found[: tuning.reranked], matched, share, titles, archive.neighbours, archive.settings)
    found = _sorted([*best, *found[tuning.reranked :]], sort, archive.documents)
    return _with_phrases(archive, found, query.phrases)


def _as_words(filters: Sequence[Filter], language: str) -> list[Clause]:
    """Return the clauses of filters that only words can answer: all are required, or prohibited, in the
    filter's field."""
    return [
        clause
        for each in filters
        if each.field
        for word in words(each.value)
        for clause in clauses_of(
            word, Clause(word="", terms=(), field=each.field, presence=each.sign or "+"), language
        )
    ]


def _matched(archive: Archive, clause: Clause, typos: bool) -> MatchedClause:
    """Return a clause with its terms; a word without matches is tried as the likeliest words it could mean."""
    terms = _expanded(archive, clause)
    if not terms and typos and clause.presence != "-" and _may_be_mistyped(clause):
        like = _like(archive, clause.word, [])
        terms = _meant(
            archive,
            corrections(
                clause.word, {term: size for term, size in like.items() if size > 1}, archive.settings.tuning
            ),
        )
    return _having(archive, clause, terms)


def _widened(archive: Archive, matched: MatchedClause) -> MatchedClause:
    """Return a rare word with the words it could be a typo for."""
    tuning = archive.settings.tuning
    clause, most = matched.clause, max(tuning.rare, len(archive.documents) / tuning.rarer)
    rare = all(len(papers) <= most for papers in matched.postings)
    if clause.presence != "?" or not rare or not _may_be_mistyped(clause):
        return matched
    used = corrections(clause.word, _like(archive, clause.word, matched.terms), tuning)
    return _having(archive, clause, [*matched.terms, *_meant(archive, used)])


def _may_be_mistyped(clause: Clause) -> bool:
    return not clause.pattern and not clause.edits and len(clause.word) > 2


def _like(archive: Archive, word: str, known: Sequence[str]) -> dict[str, int]:
    """Return the terms that share their first or their last letters with a word, with the number of their papers.

    A number is like no other.
    """
    if word.isascii() and word.isdigit():
        return {}
    begin, end = shared(word, archive.settings.tuning)
    return {
        term: size
        for term, size in archive.vocabulary.items()
        if (term.startswith(begin) or term.endswith(end)) and term not in known
    }


def _meant(archive: Archive, used: Sequence[str]) -> list[str]:
    stem = stemmer(archive.settings.language)
    return [form for word in used for form in (stem(word), word) if form in archive.vocabulary]


def _having(archive: Archive, clause: Clause, terms: Sequence[str]) -> MatchedClause:
    order = sorted(set(terms))
    return MatchedClause(
        clause=clause, terms=tuple(order), postings=tuple(_postings(archive, term) for term in order)
    )


def _expanded(archive: Archive, clause: Clause) -> list[str]:
    if clause.pattern:
        test = matcher(clause.pattern)
        return [term for term in archive.postings.terms if test.fullmatch(term)]
    if clause.edits:
        return [
            term
            for term in archive.postings.terms
            if any(within(typed, term, clause.edits) for typed in clause.terms)
        ]
    return [term for term in clause.terms if term in archive.numbers]


def _postings(archive: Archive, term: str) -> list[tuple[int, int]]:
    begin, end = archive.postings.starts[archive.numbers[term] : archive.numbers[term] + 2]
    papers, codes = archive.postings.documents[begin:end], archive.postings.codes[begin:end]
    return list(zip(papers.tolist(), codes.tolist(), strict=True))


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
