"""People who are taken for one another: whose pages name each other, and how lists tell them apart."""

from collections.abc import Mapping

from papershelf.lib.text import slug
from papershelf.model.people import told_apart
from papershelf.model.site import Directory, Taxonomy, Term

Others = Mapping[str, tuple[tuple[str, str], ...]]
"""Slug of an author's page -> ``(slug, name)`` of those who are somebody else, or whom a bare name may mean."""


def others(authors: Taxonomy, directory: Directory) -> Others:
    """Return who is named on the page of each author who may be taken for another."""
    terms = {term.slug: term for term in authors.terms if term.person}
    found: dict[str, dict[str, None]] = {}
    for term in terms.values():
        for other in term.person.not_same_as if term.person else ():
            found.setdefault(term.slug, {})[other] = None
            found.setdefault(other, {})[term.slug] = None
    for printed, slugs in directory.namesakes.items():
        for page in (slug(printed), *slugs):
            found.setdefault(page, {}).update(dict.fromkeys(other for other in slugs if other != page))
    names = {term.slug: term.name for term in authors.terms if term.slug in found}
    return {
        page: tuple(
            (other, _name(terms.get(other), names, page, other)) for other in beside if other in names
        )
        for page, beside in found.items()
        if page in names
    }


def _name(term: Term | None, names: Mapping[str, str], page: str, other: str) -> str:
    person = term.person if term and names[other] == names[page] else None
    return told_apart(person) if person else names[other]


def listed_name(term: Term, directory: Directory) -> str:
    """Return an author's name as lists of names have it: with more than the name where several share it."""
    return told_apart(term.person) if term.person and term.name in directory.namesakes else term.name
