"""What numpy lacks for arrays that hold runs: where runs begin, and the places of many runs at once."""

import numpy as np
from numpy.typing import NDArray


def run_starts(values: NDArray[np.generic]) -> NDArray[np.int64]:
    """Return where each run of equal values begins in a sorted array."""
    if not len(values):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))


def ranks(values: NDArray[np.generic]) -> NDArray[np.int64]:
    """Return each element's place within its run of equal values."""
    first = run_starts(values)
    return np.arange(len(values)) - np.repeat(first, np.diff(first, append=len(values)))


def ranges(begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return all whole numbers of many ranges, one range after the other: [3, 7], [2, 1] are [3, 4, 7]."""
    ends = np.cumsum(sizes)
    places: NDArray[np.int64] = np.repeat(begins - (ends - sizes), sizes)
    return places + np.arange(len(places))
