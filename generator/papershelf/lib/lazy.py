"""A value that is made when it is first asked for, known before by the digest of what it is made from."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

from papershelf.lib.digest import Digested

Value = TypeVar("Value")


class Lazy(Digested, Generic[Value]):
    """A value to be made: an archive has 100,000 summaries of papers, and most builds show a few hundred of them.

    ``digest`` must stand for all that ``make`` reads. Pickled, it is the digest and the value.
    """

    __slots__ = ("_make", "_value", "digest")

    def __init__(self, digest: bytes, make: Callable[[], Value]) -> None:
        self.digest = digest
        self._make: Callable[[], Value] | None = make
        self._value: Value | None = None

    @property
    def value(self) -> Value:
        """The value, made once."""
        if self._make is not None:
            self._value = self._make()
            self._make = None
        return cast(Value, self._value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.digest, self.value)


def _made(digest: bytes, value: Value) -> Lazy[Value]:
    lazy = Lazy(digest, lambda: value)
    assert lazy.value is value
    return lazy
