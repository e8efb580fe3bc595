"""Other engines on the same papers, and what the index and the engine's files cost."""

import gzip
import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.search.document import Document, SearchSettings
from generator.search.index import build

ROOT = Path(__file__).resolve().parents[2]


def code_size() -> int:
    """Give the bytes of the engine's files, each gzipped as a static host sends it."""
    files = (ROOT / "layouts/assets/js/search").glob("*.js")
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def rewritten(documents: Sequence[Document]) -> float:
    """Give the share of slices that differ when the newest paper is added to the rest."""
    ordered = sorted(documents, key=lambda each: (each.added, each.id))
    newest = replace(ordered[len(ordered) // 2], id="one-more", digest=b"one more", added="9999")

    def slices(papers: Sequence[Document]) -> set[str]:
        return {path for path, _ in build(papers, SearchSettings()) if path.startswith("search/terms/")}

    after = slices([*ordered, newest])
    return len(after - slices(ordered)) / len(after)


def minisearch(documents: Sequence[Document], queries: Sequence[str]) -> dict[str, Any] | None:
    """Give MiniSearch's answers, None where npm has not installed it or there are too many papers for it."""
    if not (ROOT / "node_modules/minisearch").exists() or len(documents) > 10_000:
        return None
    given = {
        "documents": [
            {
                "id": each.id,
                "title": each.title,
                "authors": " ".join(each.authors),
                "abstract": each.abstract,
                "tags": " ".join(each.tags),
            }
            for each in documents
        ],
        "queries": list(queries),
    }
    done = subprocess.run(
        ["node", Path(__file__).with_name("minisearch.mjs")],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers
