"""Measures search: bytes, times, sizes and ranking, with MiniSearch beside it where npm has installed it.

`python -m tests.bench.search PAPERS.jsonl.xz JUDGED_FOLDER [--sizes 1000,10000,0]` (0: all papers).
"""

import math
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import click

from generator.search.document import Document, SearchSettings
from generator.search.index import build
from tests.bench.search_data import Known, known_items, read_judged, read_papers
from tests.bench.search_peers import code_size, minisearch, rewritten
from tests.search.archive import ask, written
from tests.search.lunr_index import lunr_js, lunr_py, random_queries

FIRST: dict[str, Any] = {"facets": False, "excerpts": False}


def best_ten(site: Path, queries: Sequence[str]) -> list[list[str]]:
    """Give the ids of the ten best papers of each query."""
    return [[hit["id"] for hit in answer["result"]["hits"]] for answer in ask(site, queries, **FIRST)]


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Give the normalised discounted cumulative gain of ten results (Järvelin, Kekäläinen, TOIS 20(4),
    2002)."""
    gain = sum(grades.get(paper, 0) / math.log2(at + 2) for at, paper in enumerate(found))
    ideal = sorted(grades.values(), reverse=True)[:10]
    return gain / sum(grade / math.log2(at + 2) for at, grade in enumerate(ideal))


def reciprocal(found: list[list[str]], known: Known) -> float:
    """Give the mean reciprocal rank of the papers meant, among ten results."""
    ranks = [
        1 / (ids.index(paper) + 1) if paper in ids else 0.0
        for ids, (_, paper) in zip(found, known, strict=True)
    ]
    return sum(ranks) / len(ranks)


def report_judged(folder: Path, work: Path) -> None:
    """Print nDCG@10 of every judged collection in the folder."""
    for each in sorted(folder.iterdir()):
        judged = read_judged(each)
        asked = [question for question in judged.grades if question in judged.questions]
        queries = [judged.questions[question] for question in asked]
        grades = [judged.grades[question] for question in asked]

        def mean(found: list[list[str]], grades: list[dict[str, int]] = grades) -> str:
            return f"{sum(map(ndcg, found, grades)) / len(grades):.4f}"

        row = [f"nDCG@10 {each.name}", mean(best_ten(written(judged.documents, work / each.name), queries))]
        if peer := minisearch(judged.documents, queries):
            row.append(f"MiniSearch {mean(peer['plain'])}, with prefix and fuzzy {mean(peer['fuzzy'])}")
        click.echo(" | ".join(row))


def report_size(documents: list[Document], work: Path) -> None:
    """Print every line of the goals at one size."""
    begun = time.process_time()
    sizes = {path: len(data) for path, data in build(documents, SearchSettings())}
    spent = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    cards = sum(size for path, size in sizes.items() if "/cards/" in path)
    site = written(documents, work / str(len(documents)))
    known = known_items(documents, 400)
    halves = (known["title words"][:100], known["author + word"][100:200])
    queries = [query for items in halves for query, _ in items]
    asked = [{"text": text, "options": FIRST, "cold": True} for text in queries]
    cold = [answer["bytes"] for answer in ask(site, asked)]
    another = {"text": "object detection", "options": FIRST, "cold": True}
    pairs = [each for text in queries for each in (another, {"text": text, "options": FIRST})]
    further = [answer["bytes"] for answer in ask(site, pairs)[1::2]]
    warm = [answer["milliseconds"] for answer in ask(site, queries + queries, **FIRST)[len(queries) :]]
    rows = {
        "bytes before the first result, cold, median": f"{(median(cold) + code_size()) / 1000:.1f} kB",
        "of these code": f"{code_size() / 1000:.1f} kB",
        "bytes for a further query, median": f"{median(further) / 1000:.1f} kB",
        "warm query, median / p95": f"{median(warm):.1f} / {quantiles(warm, n=20)[-1]:.1f} ms",
        "index on disk without cards": f"{(sum(sizes.values()) - cards) / 1e6:.2f} MB",
        "cards on disk": f"{cards / 1e6:.2f} MB",
        "building": f"{spent:.1f} CPU s, {memory} MB with the papers themselves",
        "slices rewritten when one paper is added": f"{rewritten(documents):.1%}",
    }
    peer = minisearch(documents, [query for items in known.values() for query, _ in items])
    if peer:
        rows["MiniSearch, whole index"] = f"{peer['bytes'] / 1000:.0f} kB"
    at = 0
    for kind, items in known.items():
        row = f"{reciprocal(best_ten(site, [query for query, _ in items]), items):.4f}"
        if peer:
            plain, fuzzy = (reciprocal(peer[way][at : at + len(items)], items) for way in ("plain", "fuzzy"))
            row += f" | MiniSearch {plain:.4f}, with prefix and fuzzy {fuzzy:.4f}"
        rows[f"known item MRR@10, {kind}"] = row
        at += len(items)
    for what, value in rows.items():
        click.echo(f"{len(documents)} papers | {what} | {value}")


def report_matching(documents: list[Document], count: int, work: Path) -> None:
    """Print how many random queries in lunr's language find exactly lunr's papers."""
    queries = list(random_queries(documents, count, seed=1))
    answers = ask(written(documents, work / "lunr"), queries, limit=len(documents), typos=False, **FIRST)
    ours = [sorted(hit["id"] for hit in answer["result"]["hits"]) for answer in answers]
    theirs = lunr_js(documents, queries)
    click.echo(f"matching equals lunr.js | {sum(map(list.__eq__, ours, theirs))} of {count} queries")
    index = lunr_py(documents)
    equal = sum(
        sorted(hit["ref"] for hit in index.search(query)) == found
        for query, found in zip(queries, ours, strict=True)
    )
    click.echo(f"matching equals lunr.py | {equal} of {count} queries")


@click.command()
@click.argument("papers", type=click.Path(exists=True, path_type=Path))
@click.argument("judged", type=click.Path(exists=True, path_type=Path))
@click.option("--sizes", default="1000,10000,0", help="Papers to measure with, 0 for all.")
@click.option("--matching", default=5000, help="Random queries compared with lunr's, over 500 papers.")
def main(papers: Path, judged: Path, sizes: str, matching: int) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        report_judged(judged, work)
        report_matching(read_papers(papers, 500), matching, work)
        for size in sizes.split(","):
            report_size(read_papers(papers, int(size)), work)


if __name__ == "__main__":
    main()
