"""An index that a build wrote, as the archive that a search reads: the files of `index.py`, each read when needed.

The twin of `layouts/assets/js/search/files.js`.
"""

import json
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import unescape
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from papershelf.lib.text import squeeze
from papershelf.search.archive import Archive, Card, Columns
from papershelf.search.binary import with_checksum
from papershelf.search.cards import BLOCK, GROUP
from papershelf.search.codes import without_names
from papershelf.search.document import SearchSettings
from papershelf.search.index import FORMAT
from papershelf.search.slices import PLAIN, affordable, placer
from papershelf.search.tuning import Tuning
from papershelf.search.vocabulary import shared

Read = Callable[[str], bytes]
"""Returns a file by its path relative to the index's folder."""

_CHUNK: Final = 8  # hex digits of a digest
_ABSTRACT: Final = re.compile(r"<h2>Abstract</h2>.*?<div class=\"?text\"?>(.*?)</div>", re.DOTALL)
_TAG: Final = re.compile(r"""<(?:"[^"]*"|[^">])*>""")


class _Numbers:
    """Reads varints and text off the front of inflated bytes, as `binary.py` writes them."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0
        last = np.frombuffer(data, np.uint8) < 128
        self.ends = np.flatnonzero(last)
        """Where a varint ends, if one stands there."""

    def many(self, count: int) -> NDArray[np.int64]:
        """Return the next `count` numbers."""
        first = int(np.searchsorted(self.ends, self.at))
        ends = self.ends[first : first + count]
        if not count:
            return np.zeros(0, np.int64)
        begins = np.concatenate([[self.at], ends[:-1] + 1])
        values = np.zeros(count, np.int64)
        for byte in range(int((ends - begins).max()) + 1):
            places = begins + byte
            inside = places <= ends
            bits = np.frombuffer(self.data, np.uint8)[np.minimum(places, ends)].astype(np.int64) & 127
            values += np.where(inside, bits << (7 * byte), 0)
        self.at = int(ends[-1]) + 1
        return values

    def words(self) -> list[str]:
        """Return front-coded words."""
        count = int(self.many(1)[0])
        same, lengths, size = self.many(count).tolist(), self.many(count).tolist(), int(self.many(1)[0])
        text = self.data[self.at : self.at + size].decode().encode("utf-16-le")
        self.at += size
        found, word, at = [], b"", 0
        for kept, length in zip(same, lengths, strict=True):
            word = word[: 2 * kept] + text[at : at + 2 * length]
            at += 2 * length
            found.append(word.decode("utf-16-le"))
        return found


def open_index(read: Read) -> Archive:
    """Return the archive of an index; ValueError where it is of another format than this program's."""
    data = read("manifest.json")
    manifest = json.loads(data)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ValueError("the search index was made by another version of Papershelf; build the site again")
    if with_checksum(data.rpartition(b",")[0] + b"}") != data:
        raise ValueError("manifest.json is damaged")

    @cache
    def inflated(path: str) -> bytes:
        try:
            return zlib.decompress(read(path))
        except zlib.error:
            raise ValueError(f"{path} is damaged") from None

    def named(name: str) -> bytes:
        return inflated(f"{name}-{manifest['files'][name]}.bin")

    def address(name: str, id: str) -> str:
        return str(manifest["root"] + manifest["routes"][name].replace("{0}", id))

    @cache
    def row(paper: int) -> list[Any]:
        group, at = divmod(paper, GROUP)
        block, file = divmod(group, BLOCK)
        name = manifest["cards"][block * _CHUNK : (block + 1) * _CHUNK]
        return list(json.loads(inflated(f"cards/{name}/{file}.bin"))[at])

    def card(paper: int) -> Card:
        id, title, authors, venue, date, _ = row(paper)
        return Card(id=id, title=title, authors=tuple(authors), venue=venue, date=date)

    def abstract(paper: int) -> str:
        id, page = row(paper)[0], manifest["texts"] == "page"
        try:
            data = read(address("paper", id) + "index.html" if page else address("paper_json", id))
        except OSError:  # it costs this paper's abstract only
            return ""
        if not page:
            return str(json.loads(data)[0].get("abstract", ""))
        found = _ABSTRACT.search(data.decode())
        return squeeze(unescape(_TAG.sub("", found[1]))) if found else ""

    terms = _listing(manifest["terms"], "terms", cache(lambda path: _slice(inflated(path))))
    forwards = _listing(manifest["forwards"], "forwards", cache(lambda path: _sizes(inflated(path))))
    backwards = _listing(manifest["backwards"], "backwards", cache(lambda path: _sizes(inflated(path))))
    settings = SearchSettings(
        language=manifest["language"],
        boosts=manifest["boosts"],
        texts=manifest["texts"],
        tuning=Tuning(**manifest["tuning"]),
    )

    def postings(term: str, names: bool) -> list[tuple[int, int]]:
        found = terms(term, term).get(term)
        if found is None:
            return []
        papers, codes = found
        pairs = zip(papers.tolist(), (codes if names else without_names(codes)).tolist(), strict=True)
        return [pair for pair in pairs if pair[1]]

    def longer(prefix: str) -> dict[str, int]:
        found = forwards(prefix, prefix + "\uffff")
        return {term: size for term, size in found.items() if term.startswith(prefix)}

    def ending(suffix: str) -> dict[str, int]:
        last = suffix[::-1]
        found = backwards(last, last + "\uffff")
        return {term[::-1]: size for term, size in found.items() if term.startswith(last)}

    def like(word: str) -> dict[str, int]:
        begin, end = shared(word, settings.tuning)
        return longer(begin) | ending(end)

    whole = len(manifest["forwards"]["names"]) <= settings.tuning.pieces * _CHUNK

    return Archive(
        count=manifest["papers"],
        settings=settings,
        average=manifest["average"],
        lengths=lambda: named("lengths"),
        columns=cache(lambda: _columns(named("columns"), manifest)),
        venues=lambda: {slug: tuple(names) for slug, *names in manifest["venues"]},
        spoken=manifest["spoken"],
        years=(manifest["years"][0], manifest["years"][1]),
        tags=lambda: _tags(named("tags")),
        card=card,
        neighbours=lambda paper: [paper - gap for gap in row(paper)[5]],
        abstract=abstract,
        postings=postings,
        affordable=affordable(len(manifest["sizes"]), settings.tuning),
        place=placer(manifest["terms"]["firsts"].split(" "), list(map(int, manifest["sizes"]))),
        terms=lambda: forwards("", "\uffff") if whole else None,
        ending=ending,
        longer=longer,
        like=like,
    )


def _listing(
    listed: Mapping[str, str], folder: str, load: Callable[[str], Mapping[str, Any]]
) -> Callable[[str, str], Mapping[str, Any]]:
    """Return a function from a range of terms to all that stands in the files which hold it."""
    firsts, names = listed["firsts"].split(" "), listed["names"]

    def between(first: str, last: str) -> Mapping[str, Any]:
        if not names:
            return {}
        found: dict[str, Any] = {}
        for at in range(max(0, bisect_right(firsts, first) - 1), max(1, bisect_right(firsts, last))):
            found |= load(f"{folder}/{names[at * _CHUNK : (at + 1) * _CHUNK]}.bin")
        return found

    return between


def _slice(data: bytes) -> dict[str, tuple[NDArray[np.int64], NDArray[np.uint16]]]:
    """Return the papers and codes of each term of a slice."""
    reader = _Numbers(data)
    terms = reader.words()
    counts = reader.many(len(terms))
    values = reader.many(int(counts.sum()))
    codes = np.where(values & PLAIN, PLAIN, 0)
    codes[codes == 0] = reader.many(int((codes == 0).sum()))
    ends = np.cumsum(counts).tolist()
    gaps = values >> 1
    return {
        term: (np.cumsum(gaps[end - count : end]), codes[end - count : end].astype(np.uint16))
        for term, count, end in zip(terms, counts.tolist(), ends, strict=True)
    }


def _sizes(data: bytes) -> dict[str, int]:
    reader = _Numbers(data)
    words = reader.words()
    return dict(zip(words, data[reader.at :], strict=True))


def _columns(data: bytes, manifest: Mapping[str, Any]) -> Columns:
    reader, count = _Numbers(data), manifest["papers"]
    slugs = [venue[0] for venue in manifest["venues"]]
    dates = _dates(reader.many(count))
    venues = [slugs[number] for number in reader.many(count).tolist()]
    flags, votes = reader.many(count).tolist(), reader.many(count).tolist()
    return Columns(dates=dates, venues=venues, flags=flags, votes=votes, added=_dates(reader.many(count)))


def _dates(steps: NDArray[np.int64]) -> Sequence[int]:
    dates: list[int] = np.cumsum(np.where(steps & 1, -(steps + 1) // 2, steps // 2)).tolist()
    return dates


def _tags(data: bytes) -> dict[str, frozenset[int]]:
    head, _, rest = data.partition(b"\n")
    reader = _Numbers(rest)
    return {
        tag: frozenset(np.cumsum(reader.many(int(reader.many(1)[0]))).tolist()) for tag in json.loads(head)
    }
