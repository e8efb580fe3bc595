"""The index of a taxonomy: all its terms on one page or, when there are very many, by first letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from papershelf.config import SiteConfig
from papershelf.lib.text import fold
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.namesakes import listed_name
from papershelf.views.pager import page_output_path, paginate
from papershelf.views.terms import TermEntry, TermsView

INDEX_SIZE = 8  # times `per_page`: an entry of an index is short
LONGEST = 100  # terms named on the first page of an index by letters: those with the most papers
OTHER = "other"  # names that begin with no Latin letter


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsIndexSlice:
    """All terms of a taxonomy, by slug."""

    taxonomy: str
    title: str
    entries: tuple[TermEntry, ...]


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the index pages of all taxonomies."""
    directory = catalogue.site.directory
    shared = bool(directory.namesakes)
    for taxonomy in catalogue.site.taxonomies:
        slice = TermsIndexSlice(
            taxonomy=taxonomy.name,
            title=taxonomy.title,
            entries=tuple(
                [
                    (term.slug, listed_name(term, directory) if shared else term.name, len(term.records))
                    for term in taxonomy.terms
                ]
            ),
        )
        yield Part(
            name=f"indexes/{taxonomy.name}",
            slice=slice,
            outputs=_pages,
            of_all=routes.row_of(taxonomy.name).of_all,
        )


def _pages(index: TermsIndexSlice, config: SiteConfig) -> Iterator[Output]:
    size = config.per_page * INDEX_SIZE
    base = routes.taxonomy(index.taxonomy)
    people = index.taxonomy == "authors"
    # Stable, and terms are sorted by slug: so are those with equal keys.
    keyed = sorted([(_sort_key(entry[1], people), entry) for entry in index.entries], key=itemgetter(0))
    entries = [entry for _, entry in keyed]
    if len(entries) <= size:
        yield from _list(index, base, "", (), entries, size)
        return
    letters: dict[str, list[TermEntry]] = {}
    for initial, group in groupby(keyed, key=lambda pair: pair[0][:1]):
        letters.setdefault(_letter(initial), []).extend([entry for _, entry in group])
    shown = tuple(sorted(((letter, len(group)) for letter, group in letters.items()), key=_letters_first))
    yield from _list(index, base, "", shown, _longest(entries), LONGEST, len(entries))
    names = tuple((letter, 0) for letter, _ in shown)
    for letter, _ in shown:
        yield from _list(index, routes.letter(index.taxonomy, letter), letter, names, letters[letter], size)


def _longest(entries: list[TermEntry]) -> list[TermEntry]:
    least = sorted([entry[2] for entry in entries], reverse=True)[:LONGEST][-1]
    some = [entry for entry in entries if entry[2] >= least]  # so that few are sorted by more than a number
    return sorted(some, key=lambda entry: (-entry[2], entry[0]))[:LONGEST]


def _list(
    index: TermsIndexSlice,
    base: str,
    letter: str,
    letters: tuple[tuple[str, int], ...],
    entries: list[TermEntry],
    size: int,
    count: int | None = None,
) -> Iterator[Output]:
    for pager, window in paginate(base, entries, size):
        view = TermsView(
            taxonomy=index.taxonomy,
            title=index.title,
            letter=letter,
            letters=letters,
            count=len(entries) if count is None else count,
            pager=pager,
            entries=window,
        )
        yield Output(path=page_output_path(pager), renderer="html", layout="terms.html", view=view)


def _sort_key(name: str, people: bool) -> str:
    """Return what a term is filed under: people by their last name, everything else by its first word."""
    return fold(name.rsplit(" ", 1)[-1] if people else name)


def _letter(initial: str) -> str:
    return initial if "a" <= initial <= "z" else OTHER


def _letters_first(row: tuple[str, int]) -> tuple[bool, str]:
    return row[0] == OTHER, row[0]
