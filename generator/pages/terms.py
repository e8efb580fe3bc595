"""Taxonomies: a page per author, venue, tag or other term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from generator.model import urls
from generator.model.output import Output
from generator.model.people import Person, Venue
from generator.model.site import Taxonomy, Term
from generator.pages import terms_index
from generator.pages.catalogue import Catalogue
from generator.pages.pager import Pager, page_output_path, paginate
from generator.pages.summary import RecordSummary


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


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give the pages of all terms and the indexes of all taxonomies."""
    for taxonomy in catalogue.site.taxonomies:
        yield from terms_index.plan(catalogue, taxonomy)
        names = {term.slug: term.name for term in taxonomy.terms}
        for term in taxonomy.terms:
            yield from _term(catalogue, taxonomy, term, names)


def _term(catalogue: Catalogue, taxonomy: Taxonomy, term: Term, names: Mapping[str, str]) -> Iterator[Output]:
    config = catalogue.site.config
    summaries = catalogue.summarised(term.records)
    if len(summaries) > 1:
        summaries = tuple(sorted(summaries, key=attrgetter("date", "day"), reverse=True))
    count = len(summaries)
    others = term.person.not_same_as if term.person else ()
    for pager, window in paginate(urls.term(taxonomy.name, term.slug), summaries, config.per_page):
        view = TermView(
            taxonomy=taxonomy.name,
            taxonomy_title=taxonomy.title,
            slug=term.slug,
            name=term.name,
            names=term.names,
            person=term.person,
            others=tuple((slug, names[slug]) for slug in others if slug in names),
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
