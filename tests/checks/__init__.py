"""Tests of generator/papershelf/checks."""
