"""Tests of generator/papershelf/formats."""
