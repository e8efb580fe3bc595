"""The whole index: documents in, every file below `search/` out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.search.analysis import stop_words
from generator.search.binary import deflated
from generator.search.cards import BLOCK, GROUP, groups
from generator.search.chunk import Chunk, analyse
from generator.search.columns import columns, lengths, mean_length, tags
from generator.search.document import Document, SearchSettings
from generator.search.neighbours import neighbours
from generator.search.postings import invert
from generator.search.slices import slices
from generator.search.store import analysed
from generator.search.vocabulary import vocabulary

FORMAT: Final = 1
"""Raised when files change in a way an older engine would misread."""


def build(
    documents: Sequence[Document], settings: SearchSettings, store: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Give every file of the index as (path from the site's root, bytes), the manifest last.

    Papers are numbered by (added, id). With `store`, analysed documents are kept in that file and taken from it again
    by their digests; the result is the same, byte for byte.
    """
    documents = sorted(documents, key=lambda document: (document.added, document.id))
    return files(documents, settings, [analysed(documents, store) if store else analyse(documents)])


def files(
    documents: Sequence[Document], settings: SearchSettings, chunks: Sequence[Chunk]
) -> Iterator[tuple[str, bytes]]:
    """Give every file of the index from sorted documents and their chunks, which may come from worker processes."""
    postings = invert(chunks, settings)
    firsts, names = [], []
    for part in slices(postings):
        name = _digest(part.data)
        firsts.append(part.first)
        names.append(name)
        yield f"search/terms/{name}.bin", part.data
    blocks = []
    for block in _blocks(groups(documents, neighbours(postings))):
        name = _digest(b"".join(block))
        blocks.append(name)
        for at, data in enumerate(block):
            yield f"search/cards/{name}/{at}.bin", data
    codes = lengths(postings.lengths)
    column_bytes, described = columns(documents)
    common, rare = vocabulary(postings)
    whole = {
        "lengths": deflated(codes.tobytes()),
        "columns": column_bytes,
        "tags": tags(documents),
        "vocabulary": common,
        "rare": rare,
    }
    for name, data in whole.items():
        yield f"search/{name}.bin", data
    manifest = {
        "format": FORMAT,
        "papers": len(documents),
        "language": settings.language,
        "stop": " ".join(sorted(stop_words(settings.language))),
        "boosts": settings.boosts,
        "k1": settings.k1,
        "b": settings.b,
        "average": mean_length(codes.tolist()),
        "group": GROUP,
        "block": BLOCK,
        **described,
        "files": {name: _digest(data) for name, data in whole.items()},
        "cards": "".join(blocks),
        "slices": "".join(names),
        "firsts": " ".join(firsts),
    }
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    yield "search/manifest.json", text.encode("utf-8")


def _blocks(files: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Give the files of cards, a folder at a time."""
    block: list[bytes] = []
    for data in files:
        block.append(data)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=4).hexdigest()
