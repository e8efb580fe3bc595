"""The index of a taxonomy: all its terms on one page or, when there are very many, by first letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from papershelf.lib.text import fold
from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.model.site import Taxonomy, Term
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate

INDEX_SIZE = 8  # times `per_page`: an entry of an index is short
LONGEST = 100  # terms named on the first page of an index by letters: those with the most papers
OTHER = "other"  # names that begin with no Latin letter

Entry = tuple[str, str, int]
"""``(slug, name, papers)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsView:
    """``page`` of ``terms.html``."""

    taxonomy: str
    title: str
    letter: str
    """The one letter that this page is about, ``other``, or empty on the taxonomy's own page."""
    letters: tuple[tuple[str, int], ...]
    """``(letter, terms)``, where the index goes by letters."""
    count: int
    """Terms on all pages of this list."""
    pager: Pager
    entries: tuple[Entry, ...]


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Return the index pages of all taxonomies."""
    for taxonomy in catalogue.site.taxonomies:
        yield from _index(catalogue, taxonomy)


def _index(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Output]:
    size = catalogue.site.config.per_page * INDEX_SIZE
    base = routes.taxonomy(taxonomy.name)
    people = taxonomy.name == "authors"
    keys = [_sort_key(term.name, people) for term in taxonomy.terms]
    entries = [_entry(term) for term in taxonomy.terms]
    # Stable, and terms are sorted by slug: so are those with equal keys.
    keyed = sorted(zip(keys, entries, strict=True), key=itemgetter(0))
    entries = [entry for _, entry in keyed]
    if len(entries) <= size:
        yield from _list(taxonomy, base, "", (), entries, size)
        return
    letters: dict[str, list[Entry]] = {}
    for initial, group in groupby(keyed, key=lambda pair: pair[0][:1]):
        letters.setdefault(_letter(initial), []).extend([entry for _, entry in group])
    shown = tuple(sorted(((letter, len(group)) for letter, group in letters.items()), key=_letters_first))
    longest = _longest(entries)
    yield from _list(taxonomy, base, "", shown, longest, LONGEST, len(entries))
    names = tuple((letter, 0) for letter, _ in shown)
    for letter, _ in shown:
        yield from _list(taxonomy, routes.letter(taxonomy.name, letter), letter, names, letters[letter], size)


def _longest(entries: list[Entry]) -> list[Entry]:
    least = sorted([entry[2] for entry in entries], reverse=True)[:LONGEST][-1]
    some = [entry for entry in entries if entry[2] >= least]  # so that few are sorted by more than a number
    return sorted(some, key=lambda entry: (-entry[2], entry[0]))[:LONGEST]


def _list(
    taxonomy: Taxonomy,
    base: str,
    letter: str,
    letters: tuple[tuple[str, int], ...],
    entries: list[Entry],
    size: int,
    count: int | None = None,
) -> Iterator[Output]:
    for pager, window in paginate(base, entries, size):
        view = TermsView(
            taxonomy=taxonomy.name,
            title=taxonomy.title,
            letter=letter,
            letters=letters,
            count=len(entries) if count is None else count,
            pager=pager,
            entries=window,
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="terms.html", view=view)


def _entry(term: Term) -> Entry:
    return term.slug, term.name, len(term.records)


def _sort_key(name: str, people: bool) -> str:
    """Return what a term is filed under: people by their last name, everything else by its first word."""
    return fold(name.rsplit(" ", 1)[-1] if people else name)


def _letter(initial: str) -> str:
    return initial if "a" <= initial <= "z" else OTHER


def _letters_first(row: tuple[str, int]) -> tuple[bool, str]:
    return row[0] == OTHER, row[0]
