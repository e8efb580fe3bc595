"""What one build leaves for the next, so that a new paper costs its own work only: a cache, never needed."""

import json
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
    """The documents of a build by their digests (of DIGEST bytes), in order, what was made of them, and what
    was compressed."""

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
    packed = list(stored.packed.items())
    parts = [
        b"".join(stored.digests),
        "\n".join(stored.postings.terms).encode(),
        stored.postings.starts.astype(np.int64).tobytes(),
        stored.postings.documents.tobytes(),
        stored.postings.codes.tobytes(),
        stored.postings.lengths.tobytes(),
        stored.neighbours.astype(np.int32).tobytes(),
        b"".join(name for name, _ in packed),
        np.array([len(data) for _, data in packed], np.int64).tobytes(),
        b"".join(data for _, data in packed),
    ]
    check = 0
    for part in parts:
        check = zlib.crc32(part, check)
    head = json.dumps({"key": key.hex(), "sizes": [len(part) for part in parts], "check": check})
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        file.write(head.encode() + b"\n")
        file.writelines(parts)
    draft.replace(path)


def load(path: Path, key: bytes) -> Stored | None:
    """Read the cache; None when there is none, or it is damaged, or it was made by other code or settings."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        known = json.loads(head)
    except (OSError, ValueError):
        return None
    if not isinstance(known, dict) or known.get("key") != key.hex() or known.get("check") != zlib.crc32(body):
        return None
    ends = np.cumsum(known["sizes"]).tolist()
    view = memoryview(body)
    parts = [view[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
    sizes = np.frombuffer(parts[8], np.int64)
    cuts = np.concatenate([[0], np.cumsum(sizes)]).tolist()
    names = bytes(parts[7])
    return Stored(
        digests=tuple(bytes(parts[0][at : at + DIGEST]) for at in range(0, len(parts[0]), DIGEST)),
        postings=Postings(
            terms=tuple(bytes(parts[1]).decode().split("\n")) if parts[1] else (),
            starts=np.frombuffer(parts[2], np.int64),
            documents=np.frombuffer(parts[3], np.uint32),
            codes=np.frombuffer(parts[4], np.uint16),
            lengths=np.frombuffer(parts[5], np.float64),
        ),
        neighbours=np.frombuffer(parts[6], np.int32).astype(np.int64).reshape(-1, NEIGHBOURS),
        packed={
            names[at * DIGEST : (at + 1) * DIGEST]: bytes(parts[9][cuts[at] : cuts[at + 1]])
            for at in range(len(sizes))
        },
    )
