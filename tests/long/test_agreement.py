"""`check` and `build` agree on twenty thousand archives."""

import os
import random
from pathlib import Path

import pytest

from tests.long.agreement import hold_together

pytestmark = pytest.mark.long

SEED = int(os.environ.get("SEED") or 0) or random.SystemRandom().randrange(1, 10**9)


def test_check_and_build_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    print(f"SEED={SEED}")
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # no power fails here
    passed, refused = hold_together(tmp_path, SEED, 20_000)
    print(f"{passed} archives were built, {refused} refused")
    assert min(passed, refused) > 5_000
