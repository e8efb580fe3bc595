"""The byte formats shared by all index files: varints, front-coded words, what tells that a file is whole."""

import zlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Pack = Callable[[tuple[bytes, ...], Callable[[], bytes]], bytes]
"""Returns what a function makes, compressed as by `deflated`, perhaps from memory; the bytes name what is made."""


def varints(values: NDArray[np.integer]) -> bytes:
    """Encode numbers below 2**35 as LEB128: seven bits a byte, the lowest first, the high bit set on all but
    the last."""
    top = int(values.max(initial=0))
    if top < 128:
        return values.astype(np.uint8).tobytes()
    rest: NDArray[np.integer] = values.astype(np.uint32 if top < 1 << 32 else np.int64)
    data = np.empty((len(rest), -(-top.bit_length() // 7)), np.uint8)
    kept = np.ones(data.shape, np.bool_)
    for byte in range(data.shape[1]):
        if byte:
            kept[:, byte] = rest > 0
        data[:, byte] = (rest & 127) | (rest > 127) << 7
        rest = rest >> 7
    return data[kept].tobytes()


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
    """Return how many characters each word shares with the one before."""
    if not words:
        return []
    letters = np.array(words)
    letters = letters.view(np.uint32).reshape(len(words), -1)
    return [0, *(letters[1:] != letters[:-1]).argmax(axis=1).tolist()]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def deflated(data: bytes) -> bytes:
    """Compress as zlib does (RFC 1950): browsers inflate it themselves, and refuse it where its checksum is wrong;
    static hosts do not compress `.bin`. At level 6, as 9 saves one byte in a thousand for half the time again."""
    return zlib.compress(data, 6)


def with_checksum(text: bytes) -> bytes:
    """Return the text of a JSON object with the checksum of all before it (Adler-32, as zlib's) as its last member."""
    return b'%s,"checksum":%d}' % (text[:-1], zlib.adler32(text[:-1]))
