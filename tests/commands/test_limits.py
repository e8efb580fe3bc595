"""A record's check takes work in proportion to its size; `make stress` tries whole megabytes (``tests/long``)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.long.hostile_records import shapes
from tests.long.limits import archive, work


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), list(shapes())[::9], ids=[name for name, _ in shapes()][::9])
def test_check_takes_work_in_proportion(
    name: str, make: Callable[[int], tuple[str, str]], tmp_path: Path
) -> None:
    half = work(archive(tmp_path / "half", make, 15_000), ["check"])
    whole = work(archive(tmp_path / "whole", make, 30_000), ["check"])
    assert whole < 3 * half, name
