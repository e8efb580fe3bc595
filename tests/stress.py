"""How hard a property is tried: a little with every change, thirty times as hard by `make stress`."""

import os

_FACTOR = int(os.environ.get("STRESS", "1"))


def examples(number: int) -> int:
    """Return how many examples to try where a change's tests try `number`."""
    return number * _FACTOR
