"""What one build leaves for the next, so that a new paper costs its own work only: a cache, never needed."""

import marshal
import os
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.binary import deflated
from generator.search.neighbours import NEIGHBOURS
from generator.search.postings import Postings

DIGEST: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The documents of a build by their digests, in order, what was made of them, and what was compressed."""

    digests: tuple[bytes, ...]
    postings: Postings
    neighbours: NDArray[np.int64]
    packed: dict[bytes, bytes]


class Packer:
    """Compresses, remembering the results, and takes from an earlier build what it remembers."""

    def __init__(self, earlier: dict[bytes, bytes]) -> None:
        self.earlier = earlier
        self.packed: dict[bytes, bytes] = {}

    def __call__(self, parts: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """Give what `make` makes, deflated; it is made only if `parts`, which name it, are new."""
        name = blake2b(digest_size=DIGEST)
        for part in parts:
            name.update(len(part).to_bytes(8))
            name.update(part)
        key = name.digest()
        self.packed[key] = self.earlier.get(key) or deflated(make())
        return self.packed[key]


def save(path: Path, key: bytes, stored: Stored) -> None:
    """Write the cache whole or not at all; `key` names what it was made by (code and settings)."""
    postings = stored.postings
    body = marshal.dumps((
        stored.digests,
        postings.terms,
        *[each.tobytes() for each in (postings.starts, postings.documents, postings.codes, postings.lengths)],
        stored.neighbours.astype(np.int32).tobytes(),
        stored.packed,
    ))  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        file.write(key + zlib.crc32(body).to_bytes(4))
        file.write(body)
    draft.replace(path)


def load(path: Path, key: bytes) -> Stored | None:
    """Read the cache; None when there is none, or it is damaged, or it was made by other code or settings."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    head, body = data[: len(key) + 4], data[len(key) + 4 :]
    if head != key + zlib.crc32(body).to_bytes(4):
        return None
    digests, terms, starts, documents, codes, lengths, neighbours, packed = marshal.loads(body)
    return Stored(
        digests=digests,
        postings=Postings(
            terms=terms,
            starts=np.frombuffer(starts, np.int64),
            documents=np.frombuffer(documents, np.uint32),
            codes=np.frombuffer(codes, np.uint16),
            lengths=np.frombuffer(lengths, np.float64),
        ),
        neighbours=np.frombuffer(neighbours, np.int32).astype(np.int64).reshape(-1, NEIGHBOURS),
        packed=packed,
    )
