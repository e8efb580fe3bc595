"""Settings: what of ``site.yaml`` is refused beyond its types."""

import re

import pytest
from click.testing import CliRunner
from papershelf.cli import cli
from papershelf.config import base_address, place


@pytest.mark.parametrize("value", ["topics", "open-data-2024"])
def test_a_taxonomy_may_be_called_what_an_address_holds(value: str) -> None:
    assert place(value) == value


@pytest.mark.parametrize("value", ["my topics", "a/b", "..", "Topics", "x onclick=y", "-a", ""])
def test_a_taxonomy_may_not_be_called_otherwise(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be an address"):
        place(value)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://127.0.0.1:8000/x/", "http://127.0.0.1:8000/x/"),
        ("https://example.org/a b", "https://example.org/a%20b/"),
    ],
)
def test_base_address_ends_in_a_slash(value: str, address: str) -> None:
    assert base_address(value) == address


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("example.org/x", "https://example.org/x"),
        ("ftp://example.org/", "https://example.org/"),
        ("https://example.org/x?y=1", "write https://example.org/x)"),
        ("https://example.org/x#y", "write https://example.org/x)"),
        ("https://", "not a web address"),
    ],
)
def test_base_address_is_scheme_host_and_path_alone(value: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wanted)):
        base_address(value)


def test_the_command_line_checks_it_too() -> None:
    result = CliRunner().invoke(cli, ["build", "--base-url", "example.org/x"])
    assert result.exit_code == 2
    assert "write https://example.org/x" in result.output
