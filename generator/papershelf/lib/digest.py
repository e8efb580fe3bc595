"""Digests of bytes and of frozen data: the keys by which the build knows what has changed."""

import marshal
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

SIZE = 16  # bytes of a digest: 128 bits make an accidental collision among 10^8 outputs unthinkable

_PLAIN = frozenset({type(None), bool, int, float, str, bytes})
_READERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}

_digest_of = attrgetter("digest")


class Digested:
    """Base of frozen types whose field ``digest``, bytes made when the value was, stands for all of the value."""

    __slots__ = ()
    digest: bytes


def digest(data: bytes) -> bytes:
    """Return the 16-byte BLAKE2b digest (RFC 7693) of ``data``."""
    return blake2b(data, digest_size=SIZE).digest()


def fingerprint(value: Any) -> bytes:
    """Return the digest of a frozen value.

    Takes ``None``, ``bool``, ``int``, ``float``, ``str``, ``bytes``, tuples of these, and frozen dataclasses; a
    ``Digested`` value counts by its digest. Every value counts with its type and length, so that ``("a", "b")``,
    ``("ab",)`` and ``"ab"`` all differ. Raises ``TypeError`` on anything mutable or unordered: what has no one form
    must not become a key.
    """
    return plain_fingerprint(value if type(value) in _PLAIN else _plain(value))


def plain_fingerprint(value: Any) -> bytes:
    """Return the digest of a value that holds only plain values in tuples and lists: all is written at once."""
    # Version 2 of marshal writes types and lengths but no references, so that equal values give equal bytes.
    return digest(marshal.dumps(value, 2))


def _plain(value: Any) -> Any:
    """Return a value as plain values in tuples and lists."""
    kind = type(value)
    if kind is tuple:
        kinds = set(map(type, value))
        if kinds <= _PLAIN:
            return value
        if len(kinds) == 1 and issubclass(one := kinds.pop(), Digested):
            # The usual long tuple, of papers: read at the speed of C. No type's own name has a star.
            return [f"*{one.__name__}", *map(_digest_of, value)]
        return tuple([item if type(item) in _PLAIN else _plain(item) for item in value])
    read = _READERS.get(kind) or _READERS.setdefault(kind, _reader(kind))
    # A list, so that no tuple can look like an object.
    return [kind.__name__, *[item if type(item) in _PLAIN else _plain(item) for item in read(value)]]


def _reader(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads the fields of a frozen dataclass as a tuple, or only the digest of a ``Digested`` one."""
    if issubclass(kind, Digested):
        return lambda value: (value.digest,)
    if not (is_dataclass(kind) and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        raise TypeError(f"{kind.__name__} has no fingerprint: only plain frozen data has")
    names = [field.name for field in fields(kind)]
    if not names:
        return lambda value: ()
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)
