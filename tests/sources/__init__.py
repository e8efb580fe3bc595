"""Tests of generator/papershelf/sources."""
