"""Small archives of documents to search, and the engine under Node to search them with."""

import json
import random
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from papershelf.search.document import Document, SearchSettings
from papershelf.search.index import build
from papershelf.search.papers import Papers, numbered

ASK = Path(__file__).with_name("ask.mjs")
STEMS = [
    "attent",
    "network",
    "graph",
    "learn",
    "sampl",
    "transform",
    "diffus",
    "kernel",
    "optim",
    "polici",
    "cluster",
    "languag",
    "vision",
    "robot",
]
ENDINGS = ("", "s", "ing", "ed", "ation", "er", "-based", "-free", "'s")
TAGS = [*STEMS[2:6], "graph learn", "learn graph", "Diffus kernel"]
SURNAMES = ["Li", "Wang", "Müller", "Schölkopf", "Le", "O'Brien", "García", "Hinton", "Networks", "Roberts"]


def papers_of(documents: Iterable[Document]) -> Papers:
    """Return documents that are all read as ``Papers``."""
    ordered = numbered(documents)
    return Papers(digests=tuple([each.digest for each in ordered]), read=ordered.__getitem__)


def document(number: int, title: str, **fields: Any) -> Document:
    """Return a document with what the others need filled in."""
    known = {"id": f"paper-{number}", "date": "2020", "added": f"2020-01-{number % 28 + 1:02d}"}
    values = known | {"title": title} | fields
    return Document(digest=repr(sorted(values.items())).encode(), **values)


def random_documents(count: int, seed: int) -> list[Document]:
    """Return documents whose words come from a small vocabulary, so that queries meet in many of them."""
    source = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(source.choice(STEMS) + source.choice(ENDINGS) for _ in range(source.randint(1, most)))

    return [
        document(
            number,
            words(7).capitalize(),
            authors=tuple(
                f"{source.choice('ABC')}. {source.choice(SURNAMES)}" for _ in range(source.randint(0, 3))
            ),
            abstract=words(60) + ".",
            venue=(venue := source.choice(("NeurIPS", "ICML", ""))),
            venue_slug=venue.lower(),
            tags=tuple(source.sample(TAGS, source.randint(0, 2))),
            date=f"{source.randint(2015, 2025)}-{source.randint(1, 12):02d}{source.choice(('', '-01', '-31'))}",
            votes=source.randint(0, 3),
            ids=(f"{number}", f"Key{number}of10"),
            flags=frozenset(source.sample(("code", "pdf"), source.randint(0, 2))),
        )
        for number in range(count)
    ]


def written(documents: Sequence[Document], folder: Path, settings: SearchSettings | None = None) -> Path:
    """Write the index of `documents` and each paper's own JSON below `folder`, as a site has them."""
    for path, data in build(papers_of(documents), settings or SearchSettings()):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for each in documents:
        file = folder / "papers" / each.id / f"{each.id}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        item: dict[str, Any] = {"id": each.id, "title": each.title, "abstract": each.abstract}
        item |= {"type": "article-journal", "issued": {"date-parts": [[int(each.date[:4])]]}}
        file.write_text(json.dumps([item]))
    return folder


def ask(folder: Path, queries: Iterable[str | Mapping[str, Any]], **options: Any) -> list[dict[str, Any]]:
    """Return the engine's whole answer (result, milliseconds, bytes) to every query."""
    asked = [{"text": query, "options": options} if isinstance(query, str) else query for query in queries]
    done = subprocess.run(
        ["node", ASK, folder], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def found(folder: Path, query: str, **options: Any) -> list[str]:
    """Return the ids of the papers that the engine finds, best first."""
    [answer] = ask(folder, [query], **({"limit": 1000, "facets": False, "excerpts": False} | options))
    return [hit["id"] for hit in answer["result"]["hits"]]
