"""Digests of bytes and of frozen data: the keys by which the build knows what has changed."""

import struct
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

SIZE = 16  # bytes of a digest: 128 bits make an accidental collision among 10^8 outputs unthinkable

_length = struct.Struct("<I").pack
_attributes: dict[type, Callable[[Any], Any] | None] = {}


def digest(data: bytes) -> bytes:
    """Give the 16-byte BLAKE2b digest (RFC 7693) of ``data``."""
    return blake2b(data, digest_size=SIZE).digest()


def fingerprint(value: object) -> bytes:
    """Give the digest of a frozen value.

    Takes ``None``, ``bool``, ``int``, ``float``, ``str``, ``bytes``, tuples of these, and frozen dataclasses; a value
    with a ``digest`` attribute (bytes, made once when it was read) stands for itself by that digest.
    Every value is written with its type and length, so that ``("a", "b")``, ``("ab",)`` and ``"ab"`` all differ.
    Raises ``TypeError`` on anything mutable or unordered: what has no one form must not become a key.
    """
    parts: list[bytes] = []
    _write(value, parts.append)
    return digest(b"".join(parts))


def _write(value: Any, put: Callable[[bytes], None]) -> None:
    kind = type(value)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")
        put(b"s" + _length(len(data)))
        put(data)
    elif kind is tuple:
        put(b"t" + _length(len(value)))
        for item in value:
            _write(item, put)
    elif value is None:
        put(b"n")
    elif kind is bool:
        put(b"1" if value else b"0")
    elif kind is int or kind is float:
        data = repr(value).encode()
        put((b"i" if kind is int else b"f") + _length(len(data)))
        put(data)
    elif kind is bytes:
        put(b"b" + _length(len(value)))
        put(value)
    else:
        _write_object(value, kind, put)


def _write_object(value: Any, kind: type, put: Callable[[bytes], None]) -> None:
    if kind not in _attributes:
        _attributes[kind] = _reader(kind)
    read = _attributes[kind]
    name = kind.__name__.encode()
    if read is None:
        put(b"d" + _length(len(name)) + name + value.digest)
        return
    put(b"o" + _length(len(name)) + name)
    _write(read(value), put)


def _reader(kind: type) -> Callable[[Any], Any] | None:
    """Give what reads all fields of a frozen dataclass as a tuple, or None where its ``digest`` stands for it."""
    if not (is_dataclass(kind) and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        raise TypeError(f"{kind.__name__} has no fingerprint: only plain frozen data has")
    names = [field.name for field in fields(kind)]
    if "digest" in names:
        return None
    if not names:
        return lambda value: ()
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)
