"""lunr's own index of the same documents by the same analysis: the oracle of which papers match a query."""

import json
import random
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lunr.builder import Builder
from lunr.pipeline import Pipeline
from papershelf.markup.markdown import to_text
from papershelf.search.analysis import exact_terms, forms, stemmer, stop_words, terms, words
from papershelf.search.document import FIELDS, Document

LUNR_JS = Path(__file__).with_name("lunr_index.mjs")


def tokens(document: Document) -> dict[str, list[str]]:
    """Return what each field is indexed by."""
    title = words(document.title)
    venue = f"{document.venue} {document.venue_slug}"
    found = {
        "title": [term for word in title for term in (*terms(word, "en"), *exact_terms(word, "en"))],
        "authors": [form for name in document.authors for word in words(name) for form in forms(word)],
    }
    texts = {"abstract": to_text(document.abstract), "venue": venue, "tags": " ".join(document.tags)}
    return found | {
        name: [term for word in words(text) for term in terms(word, "en")] for name, text in texts.items()
    }


def lunr_py(documents: Sequence[Document]) -> Any:
    """Return lunr.py's index of the documents."""
    builder = Builder()
    builder.ref("id")
    for field in FIELDS:
        builder.field(field)
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    known: set[str] = set()

    def analysed(token: Any, i: int | None = None, tokens: Any = None) -> list[Any]:
        # A required term that does not exist would empty lunr's answer though the word's other form exists.
        found = [form for word in words(str(token)) for form in exact_terms(word, "en")]
        pairs = [[stemmer("en")(form), form] for form in found]
        kept = [[term for term in dict.fromkeys(pair) if term in known] or pair[:1] for pair in pairs]
        return [token.clone(lambda _, __, term=term: term) for group in kept for term in group]

    Pipeline.register_function(analysed, "papershelf")
    builder.search_pipeline.add(analysed)
    for document in documents:
        found = tokens(document)
        known.update(*found.values())
        builder.add({"id": document.id, **found})
    return builder.build()


def lunr_js(documents: Sequence[Document], queries: Sequence[str]) -> list[list[str]]:
    """Return the sorted ids that lunr.js, under Node, finds for every query."""
    given = {
        "documents": [{"id": each.id, **tokens(each)} for each in documents],
        "queries": queries,
        "stop": " ".join(stop_words("en")),
    }
    done = subprocess.run(
        ["node", LUNR_JS], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


def random_queries(documents: Sequence[Document], count: int, seed: int) -> Iterator[str]:
    """Return queries in lunr's language over words that the documents hold: fields, +, -, wildcards, ~1, ~2,
    ^."""
    source = random.Random(seed)
    texts = [text for each in documents for text in (each.title, each.abstract, *each.authors, *each.tags)]
    names = {
        form for each in documents for name in each.authors for word in words(name) for form in forms(word)
    }
    # Authors are not found by stems, which lunr's fields cannot say.
    pool = [
        word
        for text in texts
        for word in words(text)
        if word.isalnum() and exact_terms(word, "en") and stemmer("en")(word) not in names - {word}
    ]

    def clause() -> str:
        word = source.choice(pool)
        kinds: list[Callable[[], str]] = [
            lambda: word,
            lambda: word,
            lambda: word[: source.randint(2, 6)] + "*",
            lambda: "*" + word[-source.randint(2, 5) :],
            lambda: word[:2] + "*" + word[-1:],
            lambda: near(word[1:], 1) or word,
            lambda: near(swapped(word), 2) or word,
            lambda: word + ("^4" if len(word) > 1 else ""),
        ]  # fmt: skip
        typed = source.choice(kinds)()
        sign = source.choice(["", "", "", "+", "-"])
        return sign + source.choice(["", "", "title:", "abstract:", "authors:", "tags:"]) + typed

    def near(word: str, edits: int) -> str:
        # Of one form only: lunr's answer is empty when one of two required forms has nothing near it.
        return f"{word}~{edits}" if len(word) > 3 and terms(word, "en") == [word] else ""

    def swapped(word: str) -> str:
        at = source.randrange(max(1, len(word) - 1))
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]

    for _ in range(count):
        yield " ".join(clause() for _ in range(source.randint(1, 4)))
