"""Tests of generator/papershelf/feeds."""
