"""What search is measured on: a collection of papers, judged questions, and known items made from the
papers."""

import hashlib
import json
import lzma
import math
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papershelf.search.analysis import stop_words
from papershelf.search.document import Document

QUERIES = Path(__file__).with_name("queries.json")

Known = list[tuple[str, str]]
"""Queries, each with the id of the one paper meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A collection with questions and the papers judged to answer them (by question, paper: grade)."""

    documents: list[Document]
    questions: dict[str, str]
    grades: dict[str, dict[str, int]]


def read_papers(path: Path, count: int) -> list[Document]:
    """Return `count` papers (0: all) of a `.jsonl.xz` with title, authors, abstract, venue, year, keywords."""
    keyed = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            name = f"{paper['venue']}{paper['year']}|{paper['title']}"
            keyed.append((hashlib.sha1(name.encode()).hexdigest(), paper))
    keyed.sort(key=lambda pair: pair[0])
    return [_paper(key, paper) for key, paper in keyed[: count or None]]


def _paper(key: str, paper: dict[str, Any]) -> Document:
    slug = re.sub("[^a-z0-9]+", "-", paper["title"].lower())[:50].strip("-")
    month, day = int(key[8:10], 16) % 12 + 1, int(key[10:12], 16) % 28 + 1
    return Document(
        id=f"{slug}-{key[:8]}",
        digest=bytes.fromhex(key),
        title=paper["title"],
        authors=tuple(paper.get("authors") or ()),
        abstract=paper.get("abstract") or "",
        venue=paper["venue"],
        venue_slug=paper["venue"],
        tags=tuple(paper.get("keywords") or ())[:12],
        date=str(paper["year"]),
        added=f"{paper['year']}-{month:02d}-{day:02d}",
        flags=frozenset({"pdf"} if paper.get("pdf") else ()),
    )


def read_judged(folder: Path) -> Judged:
    """Return the collection of a folder with `docs.jsonl`, `queries.jsonl` and `qrels.tsv`."""

    def rows(name: str) -> list[dict[str, str]]:
        return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]

    documents = [
        Document(
            id=row["id"],
            digest=row["id"].encode(),
            title=row["title"],
            authors=tuple(filter(None, map(str.strip, (row.get("author") or "").split(";")))),
            abstract=row["abstract"],
            tags=tuple(filter(None, map(str.strip, re.split("[;,]", row.get("keywords") or "")))),
            date="1970",
            added="1970",
        )
        for row in rows("docs.jsonl")
    ]
    grades: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, paper, grade = line.split()
        if int(grade) > 0:
            grades.setdefault(question, {})[paper] = int(grade)
    return Judged(
        documents=documents,
        questions={row["id"]: row["text"] for row in rows("queries.jsonl")},
        grades=grades,
    )


def known_items(documents: list[Document], count: int, seed: int = 1) -> dict[str, Known]:
    """Return three title words, the same with a typo in one, and first author's surname with one title word."""
    source = random.Random(seed)
    made: dict[str, Known] = {"title words": [], "with a typo": [], "author + word": []}
    for paper in source.sample(documents, min(count, len(documents))):
        found = dict.fromkeys(re.findall("[a-z]{4,}", paper.title.lower()))
        words = [word for word in found if word not in stop_words("en")]
        if len(words) < 3 or not paper.authors:
            continue
        three = [words[at] for at in sorted(source.sample(range(len(words)), 3))]
        made["title words"].append((" ".join(three), paper.id))
        at = source.randrange(3)
        three[at] = _mistyped(three[at], source)
        made["with a typo"].append((" ".join(three), paper.id))
        made["author + word"].append((f"{paper.authors[0].split()[-1]} {source.choice(words)}", paper.id))
    return made


def real_queries() -> list[tuple[str, list[str]]]:
    """Return queries as readers type them, each with the papers wanted, of the whole collection."""
    rows: list[tuple[str, list[str]]] = json.loads(QUERIES.read_text(encoding="utf-8"))
    return rows


def success(found: list[list[str]], wanted: list[list[str]], best: int = 3) -> float:
    """Return the share of queries with a wanted paper among the best."""
    hits = [not set(ids[:best]).isdisjoint(papers) for ids, papers in zip(found, wanted, strict=True)]
    return sum(hits) / len(hits)


def _mistyped(word: str, source: random.Random) -> str:
    at, letter = source.randrange(len(word) - 1), source.choice("abcdefghijklmnopqrstuvwxyz")
    return source.choice([
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ])  # fmt: skip


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Return the normalised discounted cumulative gain of ten results (Järvelin, Kekäläinen, TOIS 20(4),
    2002)."""
    gain = sum(grades.get(paper, 0) / math.log2(at + 2) for at, paper in enumerate(found))
    ideal = sorted(grades.values(), reverse=True)[:10]
    return gain / sum(grade / math.log2(at + 2) for at, grade in enumerate(ideal))


def reciprocal(found: list[list[str]], known: Known) -> float:
    """Return the mean reciprocal rank of the papers meant, among ten results."""
    ranks = [
        1 / (ids.index(paper) + 1) if paper in ids else 0.0
        for ids, (_, paper) in zip(found, known, strict=True)
    ]
    return sum(ranks) / len(ranks)
