"""Settings: what of ``site.yaml`` is refused beyond its types."""

import pytest
from papershelf.config import place


@pytest.mark.parametrize("value", ["topics", "open-data-2024"])
def test_a_taxonomy_may_be_called_what_an_address_holds(value: str) -> None:
    assert place(value) == value


@pytest.mark.parametrize("value", ["my topics", "a/b", "..", "Topics", "x onclick=y", "-a", ""])
def test_a_taxonomy_may_not_be_called_otherwise(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be an address"):
        place(value)
