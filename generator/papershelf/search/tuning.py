"""Every number by which search matches and ranks; the index's manifest carries them to the browser."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """Chosen on judged collections and on known items, one setting for all."""

    k1: float = 1.2
    b: float = 0.75
    """Saturation and length normalisation of BM25."""
    bonus: float = 0.4
    """What a title with its authors that holds the whole query adds to a score of at most one."""
    stemmed: float = 0.4
    """What a title's word counts there when only its stem is the query's."""
    coauthor: float = 0.7
    """What an author counts there who is not the first."""
    reranked: int = 20
    """The best papers, whose titles and neighbours are looked at."""
    linked: float = 0.06
    """What a neighbour among them adds, as a share of its score."""
    covered: float = 0.1
    """What a title adds of which all words are asked for."""
    adjacent: float = 0.1
    """What a title adds that holds the words of the query next to each other."""
    begins: float = 0.15
    """What a title adds that begins with the words of the query: one is cited by what stands before the colon."""
    corrections: int = 5
    """The likeliest words tried for a typo."""
    same_first: int = 3
    """The same first letter counts for a correction as this many doublings of its papers."""
    rare: int = 31
    """The most papers of a word that may be a typo though it is in some, when none holds all words of the query."""
    doubted: int = 4
    """Letters such a word has at least."""
    gain: float = 0.2
    """What the best title with its authors must then hold more of the query."""
    completions: int = 8
    """Words tried for one that no paper has and that may go on."""
    letters: int = 3
    """Letters that a correction shares with a typo at its beginning or its end; one less where that is short."""
    short: int = 7
    """Letters from which a word is not short."""
    phrases: int = 500
    """The best papers that are read at most to find those that hold a phrase, or as many as are wanted."""
    files: int = 50
    """What a query may read, in files of postings of usual size; of others the words that cost most are left out."""
    share: int = 200
    """Files of postings for which a query may read one less, since the manifest and the lengths grow with them."""
    typed: int = 7
    """Words of a query that seems typed, not pasted: rare ones may be typos, and a year or a venue's name is meant."""
    named: int = 10
    """Words of a venue's name."""
    pieces: int = 25
    """Pieces of the vocabulary that a query may read: if there are more, a pattern must begin or end with a letter."""
    quoting: int = 30
    """Words of a query in which quoted ones must stand together; in longer ones, which are pasted, they need not."""
    longest: int = 2000
    """Characters of a query that are read."""
    clauses: int = 200
    """Words of a query that are searched."""


TUNING = Tuning()
