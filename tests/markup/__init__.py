"""Tests of generator/papershelf/markup."""
