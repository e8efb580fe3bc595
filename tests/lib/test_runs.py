"""Runs: every item in one of them, and borders that one more item does not move."""

from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib.runs import runs

NAMES = [f"paper-{number:05}" for number in range(5_000)]


def test_runs_follow_each_other_and_miss_nothing() -> None:
    found = list(runs(NAMES))
    assert [name for run in found for name in NAMES[run]] == NAMES
    assert 20 < len(found) < 80
    assert list(runs([])) == []


@given(st.integers(0, len(NAMES)), st.text(max_size=5))
def test_one_more_item_changes_at_most_the_run_it_falls_into(at: int, name: str) -> None:
    before = [tuple(NAMES[run]) for run in runs(NAMES)]
    longer = [*NAMES[:at], name, *NAMES[at:]]
    after = [tuple(longer[run]) for run in runs(longer)]
    assert len(set(before) - set(after)) <= 1
