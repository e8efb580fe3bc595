"""Taxonomies: a page per author, venue, tag or other term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from papershelf.lib.digest import plain_fingerprint
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.people import Person
from papershelf.model.site import Taxonomy, Term
from papershelf.model.venues import Venue
from papershelf.pages.catalogue import Catalogue
from papershelf.pages.pager import Pager, page_output_path, paginate
from papershelf.pages.summary import RecordSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """``page`` of ``term.html`` and ``author.html``."""

    taxonomy: str
    taxonomy_title: str
    slug: str
    name: str
    names: tuple[str, ...]
    """Other printed names that led here."""
    person: Person | None
    others: tuple[tuple[str, str], ...]
    """``(slug, name)`` of people with similar names who are somebody else."""
    venue: Venue | None
    feeds: bool
    """Whether ``feed.xml`` and ``feed.json`` stand beside this page."""
    count: int
    """Papers on all pages."""
    pager: Pager
    items: tuple[RecordSummary, ...]
    """Papers of this page, newest first."""
    whole: tuple[RecordSummary, ...]
    """Papers of all pages, for what the first of several pages counts; empty elsewhere."""


LAYOUTS = {"authors": "author.html"}
"""Taxonomies with a layout of their own."""


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Return the pages of all terms: run by run, but each term of several pages by itself."""
    size = catalogue.site.config.per_page
    digests = {key: paper.digest for key, paper in catalogue.papers.items()}
    for taxonomy in catalogue.site.taxonomies:
        wanted = {slug for term in taxonomy.terms if term.person for slug in term.person.not_same_as}
        names = {term.slug: term.name for term in taxonomy.terms if term.slug in wanted} if wanted else {}
        short = [term for term in taxonomy.terms if len(term.records) <= size]
        groups = [short[run] for run in runs([term.slug for term in short])]
        groups += [[term] for term in taxonomy.terms if len(term.records) > size]
        for terms in groups:
            mark = [
                catalogue.site.directory.digest,
                taxonomy.title,
                [_others(term, names) for term in terms if term.person],
                [(term.slug, term.name, term.names, len(term.records)) for term in terms],
                b"".join([digests[record.id] for term in terms for record in term.records]),
            ]
            yield Part(
                name=f"terms/{taxonomy.name}/{terms[0].slug}",
                mark=plain_fingerprint(mark),
                plan=partial(_pages, catalogue, taxonomy, terms, names),
            )


def _pages(
    catalogue: Catalogue, taxonomy: Taxonomy, terms: list[Term], names: Mapping[str, str]
) -> Iterator[Output]:
    for term in terms:
        yield from _term(catalogue, taxonomy, term, names)


def _others(term: Term, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    slugs = term.person.not_same_as if term.person else ()
    return tuple((slug, names[slug]) for slug in slugs if slug in names)


def _term(catalogue: Catalogue, taxonomy: Taxonomy, term: Term, names: Mapping[str, str]) -> Iterator[Output]:
    config = catalogue.site.config
    summaries = catalogue.summarised(term.records)
    if len(summaries) > 1:
        summaries = tuple(sorted(summaries, key=attrgetter("date", "day"), reverse=True))
    count = len(summaries)
    for pager, window in paginate(routes.term(taxonomy.name, term.slug), summaries, config.per_page):
        view = TermView(
            taxonomy=taxonomy.name,
            taxonomy_title=taxonomy.title,
            slug=term.slug,
            name=term.name,
            names=term.names,
            person=term.person,
            others=_others(term, names),
            venue=term.venue,
            feeds=count >= config.feeds.terms_from,
            count=count,
            pager=pager,
            items=window,
            whole=summaries if pager.number == 1 < pager.last else (),
        )
        yield Output(
            path=page_output_path(pager),
            renderer="html",
            layout=LAYOUTS.get(taxonomy.name, "term.html"),
            view=view,
        )
