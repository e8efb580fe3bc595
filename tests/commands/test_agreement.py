"""`check` and `build` agree, whatever an archive holds; `make stress` tries a hundred times as many."""

from pathlib import Path

import pytest

from tests.long.agreement import hold_together


@pytest.mark.slow
def test_what_check_passes_build_builds(tmp_path: Path) -> None:
    passed, refused = hold_together(tmp_path, 1, 200)
    assert min(passed, refused) > 50
