"""Whatever a record of up to a megabyte holds: work in proportion to its size, in 300 MB."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.long.hostile_records import shapes
from tests.long.limits import archive, work

pytestmark = pytest.mark.long

COMMANDS = (["check"], ["build", "--jobs", "1"])


@pytest.mark.parametrize(("name", "make"), list(shapes()), ids=[name for name, _ in shapes()])
def test_work_is_in_proportion(name: str, make: Callable[[int], tuple[str, str]], tmp_path: Path) -> None:
    half = work(archive(tmp_path / "half", make, 500_000), *COMMANDS)
    whole = work(archive(tmp_path / "whole", make, 1_000_000), *COMMANDS)
    assert whole < 3 * half, name
