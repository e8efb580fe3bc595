"""Fixtures of the tests of sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina
from papershelf.sources import fetch

from tests.conftest import MakeArchive


@pytest.fixture(autouse=True)
def no_waiting() -> Iterator[None]:
    """Try again without a pause."""
    with stamina.set_testing(True, attempts=fetch.ATTEMPTS):
        yield


@pytest.fixture
def root(archive: MakeArchive) -> Path:
    return archive({"site.yaml": "title: T\ncontact: ada@example.org\n", "content/.keep": ""})
