"""The byte formats shared by all binary index files: varints, front-coded words, raw deflate."""

import zlib
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Pack = Callable[[bytes], bytes]
"""Compresses, as `deflated` does, perhaps from memory."""


def varints(values: NDArray[np.unsignedinteger]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Encode numbers below 2**35 as LEB128: seven bits a byte, the lowest first, the high bit set on all but
    the last.

    Gives the bytes and where each number's bytes start, with their total at the end.
    """
    values = values.astype(np.uint64)
    sizes = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28):
        sizes += values >= (1 << bits)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    data = np.empty(starts[-1], np.uint8)
    for byte in range(int(sizes.max(initial=0))):
        longer = np.flatnonzero(sizes > byte)
        more = (sizes[longer] > byte + 1).astype(np.uint64) << np.uint64(7)
        data[starts[longer] + byte] = (values[longer] >> np.uint64(7 * byte)) & np.uint64(127) | more
    return data, starts


def varint_bytes(values: Iterable[int]) -> bytes:
    """Encode a few numbers as `varints` does."""
    return varints(np.fromiter(values, np.uint64))[0].tobytes()


def front_coded(words: Sequence[str]) -> bytes:
    """Encode sorted words: their number, what each shares with the one before, what follows, then all that
    follows.

    Numbers are varints, lengths count UTF-16 units (as JavaScript does); the text is UTF-8 after its length
    in bytes.
    """
    shared, lengths, rests = [], [], []
    units = len if "".join(words).isascii() else _units
    before = ""
    for word in words:
        same = _shared(word, before)
        rests.append(word[same:])
        shared.append(units(word[:same]))
        lengths.append(units(word[same:]))
        before = word
    text = "".join(rests).encode()
    return varint_bytes([len(words), *shared, *lengths, len(text)]) + text


def _shared(word: str, before: str) -> int:
    at = 0
    for ours, theirs in zip(word, before, strict=False):
        if ours != theirs:
            break
        at += 1
    return at


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def deflated(data: bytes) -> bytes:
    """Compress as raw deflate (RFC 1951), which browsers inflate themselves and static hosts do not do for
    `.bin`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
