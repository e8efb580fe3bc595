"""Runs in arrays: where they begin, the places in them, and many ranges at once."""

import numpy as np
from papershelf.search.arrays import ranges, ranks, run_starts


def test_runs_of_equal_values() -> None:
    values = np.array([4, 4, 7, 9, 9, 9])
    assert run_starts(values).tolist() == [0, 2, 3]
    assert ranks(values).tolist() == [0, 1, 0, 0, 1, 2]
    assert run_starts(values[:0]).tolist() == ranks(values[:0]).tolist() == []


def test_ranges_may_be_empty_and_in_any_order() -> None:
    assert ranges(np.array([3, 9, 7, 0]), np.array([2, 0, 1, 3])).tolist() == [3, 4, 7, 0, 1, 2]
    assert ranges(np.zeros(0, np.int64), np.zeros(0, np.int64)).tolist() == []
