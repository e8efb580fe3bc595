"""The engine finds exactly the papers that lunr finds, for queries in lunr's language."""

from pathlib import Path

import pytest

from tests.search.archive import ask, random_documents, written
from tests.search.lunr_index import lunr_js, lunr_py, random_queries

DOCUMENTS = random_documents(150, seed=3)
QUERIES = list(random_queries(DOCUMENTS, 400, seed=5))


@pytest.fixture(scope="module")
def matches(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    site: Path = written(DOCUMENTS, tmp_path_factory.mktemp("site"))
    answers = ask(site, QUERIES, limit=len(DOCUMENTS), typos=False, facets=False, excerpts=False)
    return [sorted(hit["id"] for hit in answer["result"]["hits"]) for answer in answers]


@pytest.mark.slow
def test_matching_equals_lunr_py(matches: list[list[str]]) -> None:
    index = lunr_py(DOCUMENTS)
    for query, found in zip(QUERIES, matches, strict=True):
        assert found == sorted(hit["ref"] for hit in index.search(query)), query


@pytest.mark.slow
def test_matching_equals_lunr_js(matches: list[list[str]]) -> None:
    assert dict(zip(QUERIES, matches, strict=True)) == dict(
        zip(QUERIES, lunr_js(DOCUMENTS, QUERIES), strict=True)
    )


def test_queries_find_some_and_not_all(matches: list[list[str]]) -> None:
    sizes = {len(found) for found in matches}
    assert 0 in sizes
    assert len(sizes) > 50
