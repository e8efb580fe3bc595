"""The plan of pages: which there are, what stands on them, in which order, and what an edit touches."""

from dataclasses import replace
from typing import Any

import pytest
from papershelf.lib.digest import digest, fingerprint
from papershelf.model import large, routes
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.site import Site
from papershelf.pages import terms_index
from papershelf.pages.days import RECENT
from papershelf.pages.home import EARLIER
from papershelf.pages.papers import TURNED
from papershelf.pages.trending import score

from tests.pages.sample import CONFIG, full, ids, outputs, plan_pages, record, site, view

BY_DAY = replace(CONFIG, home="day")


def test_a_small_site_has_every_kind_of_page_once() -> None:
    paths = [output.path for output in plan_pages(full())]
    assert len(set(paths)) == len(paths)
    assert {
        "index.html",
        "404.html",
        "assets/site.css",
        "papers/index.html",
        "papers/whole/index.html",
        "days/index.html",
        "days/2024-12-25/index.html",
        "weeks/2024-W52/index.html",
        "months/2024-12/index.html",
        "years/2024/index.html",
        "authors/index.html",
        "authors/ada-lovelace/index.html",
        "authors/quoc-le/index.html",
        "venues/neurips/index.html",
        "venues/neurips/2024-38/index.html",
        "venues/neurips/2023-36/index.html",
        "tags/sparse-attention/index.html",
        "trending/index.html",
        "search/index.html",
        "reading-list/index.html",
        "subscribe/index.html",
        "data/index.html",
        "about/index.html",
        "old/whole/index.html",
        "old.html",
    } <= set(paths)


def test_home_lists_the_days_before_the_newest() -> None:
    days = [f"2024-05-{day:02}" for day in range(20, 8, -1)]
    page = view(site(*[record(f"p{day}", date=day) for day in days], config=BY_DAY), "index.html")
    assert page.period == page.latest == days[0]
    assert page.earlier == tuple((day, 1) for day in days[1 : 1 + EARLIER])


def test_an_empty_archive_has_its_pages_too() -> None:
    assert {"index.html", "papers/index.html", "authors/index.html", "trending/index.html"} <= set(
        outputs(site())
    )


def test_lists_are_newest_first_and_within_a_day_by_id() -> None:
    planned = site(
        record("b", added="2024-05-02"),
        record("a", added="2024-05-02"),
        record("c", added="2024-05-01"),
        config=BY_DAY,
    )
    assert ids(view(planned, "papers/index.html").items) == ["a", "b", "c"]
    assert ids(view(planned, "months/2024-05/index.html").items) == ["a", "b", "c"]
    assert [card.record.id for card in view(planned, "index.html").cards] == ["a", "b"]
    neighbours = [
        [
            beside and (beside.id, beside.text)
            for beside in (
                view(planned, f"papers/{i}/index.html").newer,
                view(planned, f"papers/{i}/index.html").older,
            )
        ]
        for i in "abc"
    ]
    a, b, c = [(record.id, record.title) for record in planned.records[1:] + planned.records[:1]]
    assert neighbours == [[None, b], [a, c], [b, None]]


def test_a_term_lists_by_date_of_publication() -> None:
    planned = site(
        record("late", "Bo Li", date="2020", added="2024-05-03"),
        record("early", "Bo Li", date="2023", added="2024-05-01"),
    )
    assert ids(view(planned, "authors/bo-li/index.html").items) == ["early", "late"]


def test_an_author_is_told_from_others() -> None:
    people = [Person(slug="li-1", name="Bo Li", variants=("B. Li",), not_same_as=("bo-lee", "nobody"))]
    page = view(site(record("x", "B. Li; Bo Lee"), people=people), "authors/li-1/index.html")
    assert page.names == ("B. Li",)
    assert page.others == (("bo-lee", "Bo Lee"),)


def test_long_lists_are_cut_into_pages() -> None:
    planned = site(*(record(f"p{i}", "Bo Li") for i in range(5)), config=replace(CONFIG, per_page=2))
    first, last = (view(planned, f"authors/bo-li/{page}index.html") for page in ("", "page/3/"))
    assert (ids(first.items), ids(last.items)) == (["p0", "p1"], ["p4"])
    assert (len(first.whole), len(last.whole)) == (5, 0)
    assert (last.pager.number, last.pager.last, last.pager.url(1)) == (3, 3, "authors/bo-li/")
    assert "papers/page/4/index.html" not in outputs(planned)


def test_the_index_of_very_many_authors_goes_by_letters_of_last_names() -> None:
    names = ["Zoe Adams", "Élodie Éluard", "Bo Zorn", "李", *"defghi"]
    papers = [record(f"p{index}", name) for index, name in enumerate(names)]
    assert "authors/letter/a/index.html" not in outputs(site(*papers))
    many = site(*papers, config=replace(CONFIG, per_page=1))
    index = view(many, "authors/index.html")
    assert "".join(letter for letter, _ in index.letters) == "adefghiz" + "other"
    for letter, filed in (("a", ["Zoe Adams"]), ("e", ["e", "Élodie Éluard"]), ("other", ["李"])):
        entries = view(many, f"authors/letter/{letter}/index.html").entries
        assert [name for _, name, _ in entries] == filed


def test_an_index_by_letters_begins_with_those_of_most_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms_index, "LONGEST", 3)
    people = ("Bo B; Al A", "Cy C; Bo B", "Di D; Al A", *[f"E{chr(97 + i)}" for i in range(8)])
    papers = [record(f"p{index}", names) for index, names in enumerate(people)]
    index = view(site(*papers, config=replace(CONFIG, per_page=1)), "authors/index.html")
    assert index.entries == (("al-a", "Al A", 2), ("bo-b", "Bo B", 2), ("cy-c", "Cy C", 1))


def test_a_year_of_more_than_a_page_has_its_months_instead_of_papers() -> None:
    papers = [record(f"p{month}", added=f"2024-{month:02}-01") for month in (1, 2, 3)]
    short = view(site(*papers), "years/2024/index.html")
    long = view(site(*papers, config=replace(CONFIG, per_page=2)), "years/2024/index.html")
    assert (ids(short.items), long.items) == (["p3", "p2", "p1"], ())
    assert short.parts == long.parts == (("2024-01", 1), ("2024-02", 1), ("2024-03", 1))


def test_older_days_are_rows() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 28)]
    planned = site(*(record(f"p-{day}", added=day) for day in days))
    by_age = sorted(days, reverse=True)
    recent, older = (view(planned, f"days/{by_age[index]}/index.html") for index in (RECENT - 1, RECENT))
    assert (len(recent.cards), len(recent.items)) == (1, 0)
    assert (len(older.cards), len(older.items)) == (0, 1)


def test_trending_counts_from_the_newest_day_and_leaves_the_silent_out() -> None:
    assert score(8, 0) == 2 * score(8, 14)
    planned = site(
        record("old", upvotes=10, added="2024-01-01"),
        record("new", upvotes=4, comments=1, added="2024-05-02"),
        record("silent", added="2024-05-02"),
        record("known", comments=1, added="2024-05-02"),
    )
    assert [card.record.id for card in view(planned, "trending/index.html").cards] == ["new", "known", "old"]


@pytest.mark.parametrize("alias", ["/old/", "old", "old/", "/old"])
def test_an_alias_is_a_folder_or_a_file(alias: str) -> None:
    assert routes.former(alias) == "old/index.html"
    assert routes.former("/a/b.html") == "a/b.html"


def changed_paths(before: Site, after: Site) -> set[str]:
    old, new = (
        {o.path: fingerprint((o.layout, o.view)) for o in plan_pages(each)} for each in (before, after)
    )
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def edited(made: Record, **fields: Any) -> Record:
    return replace(made, digest=digest(repr(fields).encode()), **fields)


def test_an_edited_abstract_touches_the_pages_that_show_it() -> None:
    first, other = (
        record("a", "Bo Li", added="2024-05-02", abstract="One."),
        record("b", "Bo Li", abstract="Two."),
    )
    after = site(edited(first, abstract="Another."), other)
    assert changed_paths(site(first, other), after) == {
        "index.html",
        "papers/a/index.html",
        "days/2024-05-02/index.html",
    }


def test_an_edited_title_touches_every_list_with_the_paper() -> None:
    first = record("a", "Bo Li", added="2024-05-02", tags=("t",), venue="V")
    assert changed_paths(site(first), site(edited(first, title="New"))) == {
        "index.html",
        "papers/index.html",
        "papers/a/index.html",
        "days/2024-05-02/index.html",
        "weeks/2024-W18/index.html",
        "months/2024-05/index.html",
        "years/2024/index.html",
        "authors/bo-li/index.html",
        "venues/v/index.html",
        "tags/t/index.html",
    }


def test_a_renamed_person_touches_their_papers() -> None:
    paper = record("a", "Bo Li")
    before, after = site(paper), site(paper, people=[Person(slug="bo", name="Bo Li")])
    assert "papers/a/index.html" in changed_paths(before, after)


def test_the_list_of_a_large_archive_ends_with_the_years(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [record(f"p{number}", added=f"20{number:02}-01-01") for number in range(25)]
    assert "papers/page/25/index.html" in outputs(site(*papers, config=replace(CONFIG, per_page=1)))
    monkeypatch.setattr(large, "LARGE", 25)
    planned = outputs(site(*papers, config=replace(CONFIG, per_page=1)))
    assert f"papers/page/{TURNED}/index.html" in planned
    assert f"papers/page/{TURNED + 1}/index.html" not in planned
    views: list[Any] = [
        planned[f"papers/{page}index.html"].view for page in ("", "page/2/", f"page/{TURNED}/")
    ]
    onward = [view.onward for view in views]
    assert onward[0] == onward[2] != ()
    assert onward[0][0] == ("2024", 1)
    assert onward[1] == ()
