"""Files written whole or not at all: after a fault in the middle, and after the machine went down."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib.files import seal, unseal, write_atomically


@pytest.mark.parametrize("lasting", [True, False])
def test_what_is_to_last_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: bool
) -> None:
    steps: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def noted(*args: object, real: Any = real, name: str = name) -> None:
            steps.append(name)
            real(*args)

        monkeypatch.setattr(os, name, noted)
    write_atomically(tmp_path / "folder" / "file", b"a", memoryview(b"b"), lasting=lasting)
    assert (tmp_path / "folder" / "file").read_bytes() == b"ab"
    assert steps == (["fsync", "replace"] if lasting else ["replace"])


def test_everything_is_to_last_unless_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError, match="Input/output"):
        write_atomically(tmp_path / "file", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"old"}


@given(st.binary(min_size=1), st.integers(0, 100), st.integers(1, 255))
def test_damage_of_what_was_sealed_is_noticed(body: bytes, at: int, change: int) -> None:
    sealed = bytearray(seal(body))
    assert unseal(bytes(sealed)) == body
    assert unseal(bytes(sealed[: at % len(sealed)])) == b""
    sealed[at % len(sealed)] ^= change
    assert unseal(bytes(sealed)) == b""
