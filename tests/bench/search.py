"""Measures search: bytes, times, sizes and ranking, with MiniSearch and Pagefind beside it where they are
installed (`npm install --no-save minisearch pagefind`, for up to 10,000 papers).

`python -m tests.bench.search PAPERS.jsonl.xz JUDGED_FOLDER [--sizes 1000,10000,0]` (0: all papers).
"""

import resource
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

import click
from papershelf.search.document import Document
from playwright.sync_api import Browser

from tests.bench.results import save, table
from tests.bench.search_browser import Answer, chromium, cold, cold_page, warm, warm_page
from tests.bench.search_data import (
    known_items,
    ndcg,
    read_judged,
    read_papers,
    real_queries,
    reciprocal,
    success,
)
from tests.bench.search_engines import Engine, engines, rewritten
from tests.search.archive import ask, written
from tests.search.lunr_index import lunr_js, lunr_py, random_queries

Column = dict[str, str]
"""Values by what they are, of one engine."""

GOALS: Column = {
    "nDCG@10 cacm": ">= .51",
    "nDCG@10 cisi": ">= .41",
    "nDCG@10 med": ">= .72",
    "cold, bytes before the first result": "<= 40 / 90 / 200 kB",
    "further query, bytes": "<= 60 kB",
    "warm, median / p95": "<= 30 / 100 ms",
    "index on disk": "<= 20 MB",
    "building": "<= 25 CPU s",
    "memory": "<= 1500 MB",
    "slices rewritten by one more paper": "<= 5 %",
    "MRR@10, title words": ">= .98",
    "MRR@10, with a typo": ">= .97",
    "MRR@10, author + word": ">= .92",
    "success@3, queries as typed": ">= .9",
}


def report_judged(browser: Browser, folder: Path, work: Path) -> None:
    """Measure nDCG@10 of every judged collection in the folder."""
    columns: dict[str, Column] = {}
    for each in sorted(folder.iterdir()):
        judged = read_judged(each)
        asked = [question for question in judged.grades if question in judged.questions]
        queries = [judged.questions[question] for question in asked]
        for engine in engines(judged.documents, work / each.name):
            answers = warm(browser, engine, queries)
            gains = [
                ndcg(answer.best, judged.grades[question])
                for answer, question in zip(answers, asked, strict=True)
            ]
            columns.setdefault(engine.name, {})[f"nDCG@10 {each.name}"] = f"{sum(gains) / len(gains):.4f}"
    _report("Search: judged collections", columns)


def report_size(browser: Browser, documents: list[Document], work: Path) -> None:
    """Measure every line of the goals at one size."""
    columns = {}
    for engine in engines(documents, work):
        column = _costs(browser, engine, documents)
        if engine.name == "Papershelf":
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            column["memory"] = f"{memory} MB with the papers"
            column["slices rewritten by one more paper"] = f"{rewritten(documents):.1%}"
            column |= _page_costs(browser, engine, documents)
        columns[engine.name] = column
    _report(f"Search: {len(documents):,} papers", columns)


def _costs(browser: Browser, engine: Engine, documents: list[Document]) -> Column:
    """Return what one engine takes, and how well it finds known items."""
    queries = _realistic(documents)
    fresh = cold(browser, engine, queries[::10])
    answers = warm(browser, engine, queries + queries)
    further, again = answers[1 : len(queries)], answers[len(queries) :]
    found = {
        f"MRR@10, {kind}": reciprocal(
            [answer.best for answer in warm(browser, engine, [query for query, _ in items])], items
        )
        for kind, items in known_items(documents, 400).items()
    }
    asked = real_queries()
    ids = {document.id for document in documents}
    if all(paper in ids for _, papers in asked for paper in papers):  # those of the whole collection
        best = [answer.best for answer in warm(browser, engine, [query for query, _ in asked])]
        found["success@3, queries as typed"] = success(best, [papers for _, papers in asked])
    return {
        "cold, bytes before the first result": _kilobytes(fresh),
        "cold, median / p95": _spread([answer.milliseconds for answer in fresh]),
        "further query, bytes": _kilobytes(further),
        "further query, median / p95": _spread([answer.milliseconds for answer in further]),
        "warm, median / p95": _spread([answer.milliseconds for answer in again]),
        "index on disk": f"{engine.size / 1e6:.2f} MB",
        "building": f"{engine.cpu:.1f} CPU s",
        **{what: f"{value:.4f}" for what, value in found.items()},
    }


def _page_costs(browser: Browser, engine: Engine, documents: list[Document]) -> Column:
    """Return what the whole search page takes, its HTML, styles and scripts among it."""
    queries = _realistic(documents)
    fresh = cold_page(browser, engine, queries[::10])
    again = warm_page(browser, engine, queries + queries)[len(queries) :]
    return {
        "search page: cold, bytes before the first result": _kilobytes(fresh),
        "search page: cold, median / p95": _spread([answer.milliseconds for answer in fresh]),
        "search page: typing to results, median / p95": _spread(again),
    }


def _realistic(documents: list[Document]) -> list[str]:
    """Return words of titles, and authors with a word."""
    known = known_items(documents, 400)
    items = (*known["title words"][:100], *known["author + word"][100:200])
    return [query for query, _ in items]


def _kilobytes(answers: Sequence[Answer]) -> str:
    return f"{median(answer.bytes for answer in answers) / 1000:.1f} kB"


def _spread(milliseconds: Sequence[float]) -> str:
    return f"{median(milliseconds):.1f} / {quantiles(milliseconds, n=20)[-1]:.1f} ms"


def _report(title: str, columns: dict[str, Column]) -> None:
    """Print and keep the columns side by side, the goals last."""
    measured = dict.fromkeys(what for column in columns.values() for what in column)
    shown = {**columns, "goal": GOALS}
    rows = [[what, *(column.get(what, "") for column in shown.values())] for what in measured]
    body = table(["", *shown], rows)
    click.echo(f"{title}\n\n{body}")
    save(title, body)


def report_matching(documents: list[Document], count: int, work: Path) -> None:
    """Return how many random queries in lunr's language find exactly lunr's papers."""
    queries = list(random_queries(documents, count, seed=1))
    options = {"limit": len(documents), "typos": False, "facets": False, "excerpts": False}
    answers = ask(written(documents, work / "lunr"), queries, **options)
    ours = [sorted(hit["id"] for hit in answer["result"]["hits"]) for answer in answers]
    theirs = lunr_js(documents, queries)
    index = lunr_py(documents)
    equal = sum(
        sorted(hit["ref"] for hit in index.search(query)) == found
        for query, found in zip(queries, ours, strict=True)
    )
    by_js = sum(map(list.__eq__, ours, theirs))
    column = {"equal to lunr.js": f"{by_js} of {count}", "equal to lunr.py": f"{equal} of {count}"}
    _report("Search: matching", {"queries": column})


@click.command()
@click.argument("papers", type=click.Path(exists=True, path_type=Path))
@click.argument("judged", type=click.Path(exists=True, path_type=Path))
@click.option("--sizes", default="1000,10000,0", help="Papers to measure with, 0 for all.")
@click.option("--matching", default=5000, help="Random queries compared with lunr's, over 500 papers.")
def main(papers: Path, judged: Path, sizes: str, matching: int) -> None:
    """Print the tables, and keep them in `tests/bench/RESULTS.md`."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        work = Path(folder)
        report_judged(browser, judged, work)
        report_matching(read_papers(papers, 500), matching, work)
        for size in filter(None, sizes.split(",")):
            report_size(browser, read_papers(papers, int(size)), work / size)


if __name__ == "__main__":
    main()
