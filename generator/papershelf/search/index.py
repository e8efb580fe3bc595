"""The whole index: documents in, every file of its folder out."""

import json
import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias
from unicodedata import unidata_version

import numpy as np
from numpy.typing import NDArray

from papershelf.lib.code import code_digest
from papershelf.model import routes
from papershelf.search.analysis import endings, stop_words
from papershelf.search.binary import deflated, with_checksum
from papershelf.search.cards import BLOCK, GROUP, groups
from papershelf.search.codes import LAYOUT, PARTS
from papershelf.search.columns import Row, columns, lengths, mean_length, row, tags, year_span
from papershelf.search.document import FIELDS, Document, SearchSettings
from papershelf.search.known import GUESSED, MARK, MOST, SAID
from papershelf.search.merge import merged
from papershelf.search.neighbours import neighbours, touched
from papershelf.search.papers import Papers
from papershelf.search.postings import Postings, invert
from papershelf.search.query import FILTERS, SYMBOLS
from papershelf.search.slices import slices
from papershelf.search.spelling import spellings
from papershelf.search.store import DIGEST, Packer, Stored, load, save
from papershelf.search.tokens import tokens
from papershelf.search.understood import spoken
from papershelf.search.vocabulary import pieces

FORMAT: Final = 7
"""Raised when files change in a way an older engine would misread."""

FEW: Final = 8
"""Papers that may be others than the stored ones without being stored: that takes longer than to work on them again."""

FOLDER: Final = routes.url("search")

Read: TypeAlias = Callable[[int], Document]


def build(papers: Papers, settings: SearchSettings, store: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Return every file of the index as (path from the site's root, bytes), the manifest last.

    All but the manifest are named by their content, so that files of two deploys are never read together.
    With `store`, what this build makes of each paper is kept in that file for later ones; the result is the same,
    byte for byte.
    """
    read, key = cache(papers.read), _key(settings)
    stored = load(store, key) if store else None
    rows, postings, near = _found(papers.digests, read, settings, stored)
    pack = Packer(stored.packed if stored else {})
    firsts, names, sizes = [], [], []
    for part in slices(postings, pack):
        name = _digest(part.data)
        firsts.append(part.first)
        sizes.append(str(min(9, part.size)))
        names.append(name)
        yield f"{FOLDER}terms/{name}.bin", part.data
    blocks = []
    for block in _blocks(groups(papers.digests, read, near, pack)):
        name = _digest(b"".join(block))
        blocks.append(name)
        for at, data in enumerate(block):
            yield f"{FOLDER}cards/{name}/{at}.bin", data
    codes = lengths(postings.lengths)
    column_bytes, described = columns(rows)
    listed = {}
    for order, backwards in (("forwards", False), ("backwards", True)):
        run = list(pieces(postings, pack, backwards=backwards))
        marks = [_digest(piece.data) for piece in run]
        listed[order] = {"firsts": " ".join(piece.first for piece in run), "names": "".join(marks)}
        for mark, piece in zip(marks, run, strict=True):
            yield f"{FOLDER}{order}/{mark}.bin", piece.data
    whole = {
        "lengths": deflated(codes.tobytes()),
        "columns": column_bytes,
        "tags": tags(rows),
    }
    files = {name: _digest(data) for name, data in whole.items()}
    for name, data in whole.items():
        yield f"{FOLDER}{name}-{files[name]}.bin", data
    if store and not (stored and len(set(stored.digests).symmetric_difference(papers.digests)) <= FEW):
        made = Stored(
            digests=papers.digests, rows=rows, postings=postings, neighbours=near, packed=pack.packed
        )
        save(store, key, made)
    manifest = {
        "format": FORMAT,
        "papers": len(papers.digests),
        "language": settings.language,
        "stop": " ".join(sorted(stop_words(settings.language))),
        "endings": " ".join(endings(settings.language)),
        "spellings": spellings(settings.language),
        "boosts": settings.boosts,
        "tuning": asdict(settings.tuning),
        "layout": LAYOUT,
        "parts": PARTS,
        "fields": FIELDS,
        "filters": FILTERS,
        "symbols": SYMBOLS,
        "known": {"mark": MARK, "said": SAID, "guessed": GUESSED, "most": MOST},
        "texts": settings.texts,
        "root": routes.root(FOLDER),
        "routes": {name: routes.numbered(name) for name in ("paper", "paper_json")},
        "average": mean_length(codes.tolist()),
        "group": GROUP,
        "block": BLOCK,
        **described,
        "spoken": spoken(rows, postings, settings.language),
        "years": year_span(rows),
        "files": files,
        "cards": "".join(blocks),
        **listed,
        "terms": {"firsts": " ".join(firsts), "names": "".join(names)},
        "sizes": "".join(sizes),
    }
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    yield f"{FOLDER}manifest.json", with_checksum(text.encode("utf-8"))


def _found(
    digests: Sequence[bytes], read: Read, settings: SearchSettings, stored: Stored | None
) -> tuple[list[Row], Postings, NDArray[np.int64]]:
    """Return all papers' rows of columns, postings and neighbours; those of known papers from the stored ones."""
    if stored:
        places = {digest: at for at, digest in enumerate(stored.digests)}
        kept = np.fromiter((places.pop(digest, -1) for digest in digests), np.int64, len(digests))
        numbers = np.flatnonzero(kept >= 0)
        if np.all(np.diff(kept[numbers]) > 0):
            return _renewed(read, settings, stored, kept, numbers)
    documents = [read(number) for number in range(len(digests))]
    postings = invert(tokens(documents), settings)
    return list(map(row, documents)), postings, neighbours(postings)


def _renewed(
    read: Read,
    settings: SearchSettings,
    stored: Stored,
    kept: NDArray[np.int64],
    numbers: NDArray[np.int64],
) -> tuple[list[Row], Postings, NDArray[np.int64]]:
    """Return what `_found` gives; paper `numbers[i]` is the stored one `kept[numbers[i]]`, in the same order."""
    old_numbers = np.full(len(stored.digests), -1)
    old_numbers[kept[numbers]] = numbers
    fresh, gone = np.flatnonzero(kept < 0), np.flatnonzero(old_numbers < 0)
    new = invert(tokens([read(number) for number in fresh.tolist()]), settings)
    postings = merged(stored.postings, old_numbers, new, fresh)
    moved = numbers[kept[numbers] != numbers]
    if len(moved):
        changed = np.arange(len(kept)) >= np.flatnonzero(kept != np.arange(len(kept)))[0]
    else:
        changed = touched(stored.postings, postings, gone, fresh)
    rows = [row(read(number)) if at < 0 else stored.rows[at] for number, at in enumerate(kept.tolist())]
    return rows, postings, neighbours(postings, stored.neighbours, changed)


def _blocks(files: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Return the files of cards, a folder at a time."""
    block: list[bytes] = []
    for data in files:
        block.append(data)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block


def _key(settings: SearchSettings) -> bytes:
    """Name everything besides the papers that the stored work depends on."""
    made_by = (code_digest(), marshal.version, unidata_version, settings)
    return blake2b(repr(made_by).encode(), digest_size=DIGEST).digest()


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=4).hexdigest()
