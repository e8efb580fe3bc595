"""The byte formats shared by all binary index files: varints, front-coded words, raw deflate."""

import zlib
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Pack = Callable[[Iterable[bytes], Callable[[], bytes]], bytes]
"""Gives what a function makes, compressed as by `deflated`, perhaps from memory; the bytes name what is made."""


def varints(values: NDArray[np.integer]) -> bytes:
    """Encode numbers below 2**35 as LEB128: seven bits a byte, the lowest first, the high bit set on all but
    the last."""
    top = int(values.max(initial=0))
    if top < 128:
        return values.astype(np.uint8).tobytes()
    values = values.astype(np.uint64)
    sizes = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28):
        if top >> bits:
            sizes += values >= (1 << bits)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    data = np.empty(ends[-1], np.uint8)
    for byte in range(int(sizes.max())):
        longer = np.flatnonzero(sizes > byte)
        more = (sizes[longer] > byte + 1).astype(np.uint64) << np.uint64(7)
        data[starts[longer] + byte] = (values[longer] >> np.uint64(7 * byte)) & np.uint64(127) | more
    return data.tobytes()


def front_coded(words: Sequence[str]) -> bytes:
    """Encode sorted words: their number, what each shares with the one before, what follows, then all that
    follows.

    Numbers are varints, lengths count UTF-16 units (as JavaScript does); the text is UTF-8 after its length
    in bytes.
    """
    shared = _shared(words)
    rests = [word[same:] for word, same in zip(words, shared, strict=True)]
    lengths = list(map(len, rests))
    text = "".join(rests)
    if not text.isascii() and max(text) > "\uffff":  # up to there a character is one unit
        shared = [_units(word[:same]) for word, same in zip(words, shared, strict=True)]
        lengths = list(map(_units, rests))
    data = text.encode()
    return varints(np.array([len(words), *shared, *lengths, len(data)])) + data


def _shared(words: Sequence[str]) -> list[int]:
    """Give how many characters each word shares with the one before."""
    if not words:
        return []
    letters = np.array(words)
    letters = letters.view(np.uint32).reshape(len(words), -1)
    return [0, *(letters[1:] != letters[:-1]).argmax(axis=1).tolist()]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def deflated(data: bytes) -> bytes:
    """Compress as raw deflate (RFC 1951), which browsers inflate themselves and static hosts do not do for
    `.bin`; at zlib's level 6, as 9 saves one byte in a thousand for half the time again."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
