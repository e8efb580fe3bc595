"""Taxonomies: a page per author, venue, tag or other term."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from papershelf.config import SiteConfig
from papershelf.lib.rows import filler
from papershelf.lib.runs import runs
from papershelf.model import routes
from papershelf.model.large import is_large
from papershelf.model.output import Output, Part
from papershelf.model.people import Person
from papershelf.model.site import Taxonomy, Term
from papershelf.model.venues import Venue
from papershelf.model.volumes import newest_first
from papershelf.pages.catalogue import Catalogue, Summary, values
from papershelf.pages.namesakes import Others, others
from papershelf.views.pager import page_output_path, paginate
from papershelf.views.terms import TermView

LAYOUTS = {"authors": "author.html"}
"""Taxonomies with a layout of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSlice:
    """A term and its papers, oldest first; ``others`` are ``(slug, name)`` of people of similar or the same name."""

    slug: str
    name: str
    names: tuple[str, ...]
    person: Person | None
    venue: Venue | None
    others: tuple[tuple[str, str], ...]
    papers: tuple[Summary, ...]
    elsewhere: tuple[str, ...]
    """Papers that pages of the venue's volumes list, in a large archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsSlice:
    """Some terms of one taxonomy."""

    taxonomy: str
    title: str
    terms: tuple[TermSlice, ...]


_TERM_SLICE = filler(TermSlice)  # there may be 100,000


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the pages of all terms: run by run, but each term of several pages by itself."""
    size = catalogue.site.config.per_page
    for taxonomy in catalogue.site.taxonomies:
        beside = others(taxonomy, catalogue.site.directory) if taxonomy.name == "authors" else {}
        short = [term for term in taxonomy.terms if len(term.records) <= size]
        groups = [short[run] for run in runs([term.slug for term in short])]
        groups += [[term] for term in taxonomy.terms if len(term.records) > size]
        for terms in groups:
            yield _part(catalogue, taxonomy, terms, beside)


def _part(catalogue: Catalogue, taxonomy: Taxonomy, terms: list[Term], beside: Others) -> Part:
    slices = tuple(
        [
            _TERM_SLICE(
                (
                    term.slug,
                    term.name,
                    term.names,
                    term.person,
                    replace(term.venue, volumes=newest_first(term.venue.volumes))
                    if term.venue and term.venue.volumes
                    else term.venue,
                    beside.get(term.slug, ()),
                    catalogue.summarised(term.records),
                    _in_volumes(term, catalogue) if term.venue and term.venue.volumes else (),
                )
            )
            for term in terms
        ]
    )
    return Part(
        name=f"terms/{taxonomy.name}/{terms[0].slug}",
        slice=TermsSlice(taxonomy=taxonomy.name, title=taxonomy.title, terms=slices),
        outputs=_pages,
    )


def _in_volumes(term: Term, catalogue: Catalogue) -> tuple[str, ...]:
    if not is_large(len(catalogue.newest)):
        return ()
    volumes = catalogue.site.directory.volumes
    return tuple([record.id for record in term.records if record.id in volumes])


def _pages(slice: TermsSlice, config: SiteConfig) -> Iterator[Output]:
    for term in slice.terms:
        yield from _term(slice, term, config)


def _term(slice: TermsSlice, term: TermSlice, config: SiteConfig) -> Iterator[Output]:
    summaries = values(term.papers)
    if len(summaries) > 1:
        summaries = tuple(sorted(summaries, key=attrgetter("date", "joined"), reverse=True))
    count, listed = len(summaries), summaries
    if term.elsewhere:
        elsewhere = frozenset(term.elsewhere)
        listed = tuple([summary for summary in summaries if summary.id not in elsewhere])
    for pager, window in paginate(routes.term(slice.taxonomy, term.slug), listed, config.per_page):
        view = TermView(
            taxonomy=slice.taxonomy,
            taxonomy_title=slice.title,
            slug=term.slug,
            name=term.name,
            names=term.names,
            person=term.person,
            others=term.others,
            venue=term.venue,
            feeds=count >= config.feeds.terms_from,
            count=count,
            pager=pager,
            items=window,
            whole=summaries if pager.number == 1 and len(window) < count else (),
        )
        yield Output(
            path=page_output_path(pager),
            renderer="html",
            layout=LAYOUTS.get(slice.taxonomy, "term.html"),
            view=view,
        )
