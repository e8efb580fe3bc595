"""Tests of generator/papershelf/content."""
