"""Tests of generator/papershelf/lib."""
