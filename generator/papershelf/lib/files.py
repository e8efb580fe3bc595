"""Files written whole or not at all, and those of which damage is noticed."""

import os
import tempfile
from pathlib import Path
from zlib import crc32


def write_atomically(path: Path, *parts: bytes | memoryview, lasting: bool = True) -> None:
    """Write ``parts``, one after the other, to ``path`` so that a reader, or a crash at any moment, sees the old bytes
    or the new ones.

    What need not be ``lasting`` may be damaged where the whole machine goes down: a sealed cache.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def seal(body: bytes) -> bytes:
    """Return ``body`` after its CRC-32, by which ``unseal`` tells a whole file from a torn or damaged one."""
    return crc32(body).to_bytes(4, "big") + body


def unseal(data: bytes) -> bytes:
    """Return what was sealed; nothing where it is damaged."""
    body = data[4:]
    return body if crc32(body).to_bytes(4, "big") == data[:4] else b""
