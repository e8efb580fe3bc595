"""Dates of a year or a month: papers are filed by what is known, and no day is made up."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.config import HomeKind
from papershelf.model import large, routes
from papershelf.model.dates import PERIODS
from papershelf.model.output import Output
from papershelf.model.record import Record
from papershelf.model.rhythm import FEWEST, rhythm
from papershelf.model.site import Site
from papershelf.views.lists import DayView, HomeView, PeriodView
from papershelf.views.site_view import site_view

from tests.pages.sample import CONFIG, outputs, record, site

DATES = st.sampled_from(["1963", "2024", "2024-05", "2024-05-01", "2024-05-02", "2024-12-31", "2023-01-01"])


def papers(*dates: str) -> tuple[Record, ...]:
    return tuple(record(f"p{index:03}", date=date) for index, date in enumerate(dates))


def listed(planned: dict[str, Output], kind: str, name: str) -> set[str]:
    """Return the papers of all pages of a period."""
    base = routes.url(kind, name)
    found = set()
    for path, output in planned.items():
        if path.startswith(base):
            assert isinstance(output.view, PeriodView | DayView)
            cards = output.view.cards if isinstance(output.view, DayView) else ()
            found |= {item.id for item in output.view.items} | {card.record.id for card in cards}
    return found


@pytest.mark.parametrize("least", [1, 10_000])
@given(dates=st.lists(DATES, max_size=12), per_page=st.sampled_from([1, 3, 50]))
def test_every_paper_stands_where_its_date_says_and_is_reached_from_its_year(
    least: int, dates: list[str], per_page: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", least)
        records = papers(*dates)
        planned = outputs(site(*records, config=replace(CONFIG, per_page=per_page)))
        for kind, name_of in PERIODS.items():
            names = {name for date in dates if (name := name_of(date))}
            below = routes.url(routes.ROUTES[kind].below)
            made = {path.split("/")[1] for path in planned if path.startswith(below)} - {"index.html", "page"}
            assert made == names
        for each in records:
            year = planned[f"years/{each.year}/index.html"].view
            assert isinstance(year, PeriodView)
            found = listed(planned, "year", each.year)
            for month, _ in year.parts:
                found |= listed(planned, "month", month)
                view = planned[f"months/{month}/index.html"].view
                assert isinstance(view, PeriodView)
                for day, _ in view.parts:
                    found |= listed(planned, "day", day)
            assert each.id in found
            assert year.count == sum(date.startswith(each.year) for date in dates)


def home(wanted: HomeKind | Literal[""], *records: Record, per_page: int = 50) -> tuple[Site, HomeView]:
    planned = site(*records, config=replace(CONFIG, home=wanted, per_page=per_page))
    view = outputs(planned)["index.html"].view
    assert isinstance(view, HomeView)
    return planned, view


DAILY = [f"2024-05-{day:02}" for day in (1, 2, 3) for _ in range(FEWEST)]
WEEKLY = [f"2024-05-{day:02}" for day in (6, 7, 8, 13, 14, 15)]
MONTHLY = ["2024-05", "2024-05", "2024-05-09", "2024-06", "2024-06", "2024-06"]
YEARLY = ["2022", "2022-05", "2022-05-06", "2023-07-07", "2023", "2023"]
LAB = ["2019", "2021-05", "2022", "2024-07-07"]


@pytest.mark.parametrize(
    ("dates", "shown", "periods"),
    [
        (DAILY, "day", ("day", "week", "month", "year")),
        (WEEKLY, "week", ("week", "month", "year")),
        (MONTHLY, "month", ("month", "year")),
        (YEARLY, "newest", ("year",)),
        (LAB, "newest", ("year",)),
        (["2023", "2023", "2023", "2023", "2024-05-01", "2024-05-01", "2024-05-01"], "newest", ("year",)),
        (
            [f"{year}-07-01" for year in range(1900, 2000)] + 6 * DAILY,
            "day",
            ("day", "week", "month", "year"),
        ),
        ([*DAILY, "2026"], "day", ("day", "week", "month", "year")),
        ([], "day", ("day", "week", "month", "year")),
    ],
)
def test_home_and_tabs_suit_how_often_papers_come(
    dates: list[str], shown: str, periods: tuple[str, ...]
) -> None:
    planned, _ = home("", *papers(*dates))
    assert (planned.rhythm.home, planned.rhythm.periods) == (shown, periods)


@pytest.mark.parametrize(
    ("wanted", "period", "ids", "earlier"),
    [
        ("day", "2024-06-02", ["p003"], ("2024-05-01", 1)),
        ("week", "2024-W22", ["p003"], ("2024-W18", 1)),
        ("month", "2024-06", ["p003"], ("2024-05", 2)),
        ("year", "2026", ["p005"], ("2024", 4)),
        ("newest", "", ["p005", "p003"], ("2026", 1)),
        ("featured", "", ["p003", "p001", "p000"], ("2026", 1)),
    ],
)
def test_home_shows_what_site_yaml_says(
    wanted: HomeKind, period: str, ids: list[str], earlier: tuple[str, int]
) -> None:
    dates = ("2024", "2024-05", "2024-05-01", "2024-06-02", "1963", "2026")
    records = [replace(each, featured=each.id in ("p000", "p001", "p003")) for each in papers(*dates)]
    _, view = home(wanted, *records, per_page=2)
    assert (view.period, [card.record.id for card in view.cards]) == (period, ids)
    assert view.earlier[0] == earlier


def test_tabs_lead_to_the_newest_paper_whose_date_is_exact_enough() -> None:
    """However new a paper of a year is: its month is not known."""
    planned, view = home("newest", *papers(*MONTHLY, "2026"))
    assert planned.rhythm.periods == ("month", "year")
    assert view.latest == "2024-06"
    assert home("year", *papers(*MONTHLY, "2026"))[1].latest == "2026"


def test_a_large_archive_lists_in_a_period_only_what_has_no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", 1)
    planned = outputs(site(*papers("2024", "2024-05", "2024-05-01")))
    for path, ids in (("years/2024", ["p000"]), ("months/2024-05", ["p001"]), ("weeks/2024-W18", [])):
        view = planned[f"{path}/index.html"].view
        assert isinstance(view, PeriodView)
        assert (view.listed, [item.id for item in view.items]) == (False, ids)


def test_menus_lead_to_what_there_is() -> None:
    lab = dict(site_view(site(*papers(*LAB))).footer)
    assert ("years/" in lab, "days/" in lab, "trending/" in lab) == (True, False, False)
    daily = [replace(each, upvotes=1) for each in papers(*DAILY)]
    menu = dict(site_view(site(*daily)).footer)
    assert ("years/" in menu, "days/" in menu, "trending/" in menu) == (False, True, True)


def test_home_shows_the_newest_papers_where_there_is_nothing_of_what_it_should() -> None:
    nothing: tuple[HomeKind, ...] = ("day", "featured")
    for wanted in nothing:
        planned, view = home(wanted, *papers("2019", "2021", "2021-05"))
        assert (planned.rhythm.home, view.count) == ("newest", 3)


def test_what_nobody_voted_for_is_not_trending() -> None:
    assert not rhythm("", papers("2024")).trending
    assert rhythm("", [record("x", upvotes=1)]).trending
