"""Which papers match, and how well: a plain reference, the twin of `layouts/assets/js/search/rank.js`.

BM25F (Robertson, Zaragoza, Taylor, CIKM 2004) in one bag of words per paper, plus a bonus for the share of
the query that title and authors hold; then a second look at the best papers' titles and neighbours.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from papershelf.search.analysis import exact_terms, stemmer, words
from papershelf.search.codes import field_match, mask, weight
from papershelf.search.columns import length
from papershelf.search.document import SearchSettings
from papershelf.search.query import Clause, Note

Found = list[tuple[int, float]]
"""Papers and their scores, best first, the newer first among equals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedClause:
    """A clause with the terms it stands for and, for each, its postings: pairs of paper and code.

    `note` is what there is to say where these are not the terms asked for.
    """

    clause: Clause
    terms: tuple[str, ...]
    postings: tuple[Sequence[tuple[int, int]], ...]
    note: Note | None = None


def rank(
    matched: Sequence[MatchedClause],
    lengths: Sequence[int],
    average: float,
    settings: SearchSettings,
    allowed: Callable[[int], bool],
) -> tuple[Found, float, bool]:
    """Return all matches that `allowed` lets through, the most of the query that one paper's title and authors hold,
    and whether a paper holds every word."""
    papers, tuning = len(lengths), settings.tuning
    scores, shares = dict[int, float](), dict[int, float]()
    needs, hits = dict[int, int](), dict[int, int]()
    barred: set[int] = set()
    total = 0.0
    positive = [each for each in matched if each.clause.presence != "-"]
    for each in matched:
        counts, field_matches = _gathered(each, settings)
        if each.clause.presence == "-":
            barred |= counts.keys()
            continue
        idf = math.log(1 + (papers - len(counts) + 0.5) / (len(counts) + 0.5))
        total += idf
        for paper, count in counts.items():
            norm = tuning.k1 * (1 - tuning.b + (tuning.b * length(lengths[paper])) / average)
            score = (each.clause.boost * idf * count * (tuning.k1 + 1)) / (count + norm)
            scores[paper] = scores.get(paper, 0.0) + score
            shares[paper] = shares.get(paper, 0.0) + idf * field_matches[paper]
            needs[paper] = needs.get(paper, 0) + (each.clause.presence == "+")
            hits[paper] = hits.get(paper, 0) + 1
    required = sum(each.clause.presence == "+" for each in matched)
    found = [
        paper
        for paper in (sorted(scores) if positive else range(papers))
        if needs.get(paper, 0) >= required and paper not in barred and allowed(paper)
    ]
    top = max((scores.get(paper, 0.0) for paper in found), default=0.0)
    share = {paper: shares.get(paper, 0.0) / total if total else 0.0 for paper in found}
    scored = []
    for paper in found:
        score = scores.get(paper, 0.0) / top if top else 0.0
        scored.append((paper, _rounded(score + tuning.bonus * share[paper] * share[paper])))
    whole = max((hits.get(paper, 0) for paper in found), default=0) == len(positive)
    return sorted(scored, key=_best_first), max(share.values(), default=0.0), whole


def rerank(
    best: Found,
    matched: Sequence[MatchedClause],
    share: float,
    titles: Sequence[str],
    neighbours: Sequence[Sequence[int]],
    settings: SearchSettings,
) -> Found:
    """Return the best papers in the order of a second look: at their titles, which may say what the query says, and
    their neighbours."""
    asked = [set(each.terms) for each in matched if each.clause.presence != "-"]
    language, tuning = settings.language, settings.tuning
    stem, link = stemmer(language), tuning.linked * (1 - share)
    scores, extra = dict(best), dict.fromkeys((paper for paper, _ in best), 0.0)
    for (paper, score), near in zip(best, neighbours, strict=True):
        for other in near:
            if other in scores:
                extra[other] += link * score
                extra[paper] += link * scores[other]
    reranked = []
    for (paper, score), text in zip(best, titles, strict=True):
        title = [stem(form) for word in words(text) for form in exact_terms(word, language)]
        covered = sum(any(term in terms for terms in asked) for term in title)
        pairs = list(pairwise(title))
        adjacent = sum(
            any(one in first and two in second for one, two in pairs) for first, second in pairwise(asked)
        )
        begins = all(term in terms for term, terms in zip(title, asked, strict=False))
        more = (
            extra[paper]
            + (tuning.covered * covered) / max(1, len(title))
            + (tuning.adjacent * adjacent) / max(1, len(asked) - 1)
            + (tuning.begins if len(title) >= len(asked) and begins else 0.0)
        )
        reranked.append((paper, _rounded(score + more)))
    return sorted(reranked, key=_best_first)


def _gathered(matched: MatchedClause, settings: SearchSettings) -> tuple[dict[int, float], dict[int, float]]:
    """Return each paper of a clause with its weighted count of words and how well its title or authors hold
    them."""
    bits = mask(matched.clause.field)
    counts, field_matches = dict[int, float](), dict[int, float]()
    known: dict[int, tuple[float, float]] = {0: (0.0, 0.0)}
    for postings in matched.postings:
        for paper, whole in postings:
            code = whole & bits
            if code not in known:
                known[code] = weight(code, settings.boosts), field_match(code, settings.tuning)
            if code:
                count, match = known[code]
                counts[paper] = counts.get(paper, 0.0) + count
                field_matches[paper] = max(field_matches.get(paper, 0.0), match)
    return counts, field_matches


def _rounded(score: float) -> float:
    """Round as the browser does, so that a logarithm's last bit never decides an order."""
    return math.floor(score * 1e6 + 0.5) / 1e6


def _best_first(scored: tuple[int, float]) -> tuple[float, int]:
    return -scored[1], -scored[0]
