"""gzip (RFC 1952) of which every byte but the deflated ones is ours: the same on every system and Python."""

import zlib

_HEADER = b"\x1f\x8b\x08\x00" + bytes(4) + b"\x00\xff"  # deflate, no flags, no time, no level, no system
_RAW = -15  # zlib's window of 32 kB, without a header of its own


def gzipped(data: bytes, level: int) -> bytes:
    """Return ``data`` as one gzip member; ``level`` is zlib's, 1 (quick) to 9 (small)."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, _RAW)
    body = deflate.compress(data) + deflate.flush()
    return b"".join(
        (
            _HEADER,
            body,
            zlib.crc32(data).to_bytes(4, "little"),
            (len(data) & 0xFFFFFFFF).to_bytes(4, "little"),
        )
    )
