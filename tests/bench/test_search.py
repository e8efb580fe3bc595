"""The search benchmark's own parts: gains and ranks, and what a browser finds, waits for and loads."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.search_browser import cold, cold_page, warm, warm_page
from tests.bench.search_data import known_items, ndcg, real_queries, reciprocal, success
from tests.bench.search_engines import papershelf
from tests.search.archive import document, found, random_documents


def test_gain_is_one_for_the_best_order_and_less_for_others() -> None:
    grades = {"a": 2, "b": 1}
    assert ndcg(["a", "b", "c"], grades) == 1
    assert 0 < ndcg(["b", "a"], grades) < 1
    assert ndcg(["c"] * 10, grades) == 0


def test_rank_of_the_paper_meant() -> None:
    assert reciprocal([["a", "b"], ["a", "b"], ["c"]], [("x", "a"), ("y", "b"), ("z", "d")]) == 0.5


def test_success_is_the_share_of_queries_with_a_wanted_paper_among_the_best() -> None:
    assert success([["a", "b", "c", "d"], ["a"], []], [["c"], ["b"], ["a"]]) == 1 / 3
    assert success([["a", "b", "c", "d"]], [["d"]]) == 0


def test_each_real_query_stands_once_and_wants_a_paper() -> None:
    queries = real_queries()
    assert len({query for query, _ in queries}) == len(queries) == 100
    assert all(papers for _, papers in queries)


def test_known_items_are_made_from_titles_and_authors() -> None:
    papers = [document(1, "Learning robust kernels", authors=("Ada Lovelace",)), document(2, "Short")]
    known = known_items(papers, 2)
    assert known["title words"] == [("learning robust kernels", "paper-1")]
    [(typo, _)], [(name, _)] = known["with a typo"], known["author + word"]
    assert typo != "learning robust kernels"
    assert name.startswith("Lovelace ")


@pytest.mark.browser
def test_the_browser_finds_what_node_finds_and_its_bytes_are_counted(
    browser: Browser, tmp_path: Path
) -> None:
    [engine] = papershelf(random_documents(60, seed=2), tmp_path / "60/papershelf")
    queries = ["graph kernel", "+sampling vision"]
    first, again, other = warm(browser, engine, [queries[0], queries[0], queries[1]])
    assert [first.best, again.best, other.best] == [
        found(engine.folder, query)[:10] for query in (queries[0], *queries)
    ]
    assert first.bytes > 10_000
    assert again.bytes == 0
    [fresh] = cold(browser, engine, queries[:1])
    assert fresh.bytes == first.bytes
    [page] = cold_page(browser, engine, queries[:1])
    assert page.bytes > fresh.bytes
    assert page.milliseconds > 0
    assert len(warm_page(browser, engine, queries)) == 2
