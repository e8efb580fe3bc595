"""Tests of generator/papershelf/commands."""
