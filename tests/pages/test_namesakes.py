"""People of one printed name: a page each, and one for the name alone."""

from dataclasses import replace

from papershelf.model.names import parse_name
from papershelf.model.people import Person

from tests.pages.sample import ids, record, site, view

NAMESAKES = (
    Person(
        slug="yang-li-north", name="Yang Li", affiliation="North", not_same_as=("yang-li-south", "yan-li")
    ),
    Person(slug="yang-li-south", name="Yang Li", variants=("Y. Li",)),
    Person(slug="yan-li", name="Yan Li"),
)


def test_people_of_one_printed_name_have_a_page_each_and_the_bare_name_one_that_leads_to_both() -> None:
    papers = [
        record("n", authors=(replace(parse_name("Yang Li"), person="yang-li-north"),)),
        record("s", authors=(replace(parse_name("Yang Li"), person="yang-li-south"),)),
        record("t", "Y. Li"),
        record("bare", "Yang Li; Yan Li"),
    ]
    planned = site(*papers, people=NAMESAKES)
    pages = {
        slug: view(planned, f"authors/{slug}/index.html")
        for slug in (*planned.directory.people.values(), "yang-li-north")
    }
    assert {slug: sorted(ids(page.items)) for slug, page in pages.items()} == {
        "yang-li-north": ["n"],
        "yang-li-south": ["s", "t"],
        "yang-li": ["bare"],
        "yan-li": ["bare"],
    }
    north, south = ("yang-li-north", "Yang Li (North)"), ("yang-li-south", "Yang Li (yang-li-south)")
    assert pages["yang-li"].others == (north, south)
    assert pages["yang-li-north"].others == (south, ("yan-li", "Yan Li"))
    assert pages["yang-li-south"].others == (north,)
    assert pages["yan-li"].others == (("yang-li-north", "Yang Li"),)
    listed = {slug: name for slug, name, _ in view(planned, "authors/index.html").entries}
    assert listed == {"yan-li": "Yan Li", "yang-li": "Yang Li", **dict((north, south))}


def test_the_person_whose_key_is_the_name_is_meant_by_it() -> None:
    people = [Person(slug=slug, name="Yang Li") for slug in ("yang-li", "yang-li-2")]
    assert ids(view(site(record("x", "Yang Li"), people=people), "authors/yang-li/index.html").items) == ["x"]
