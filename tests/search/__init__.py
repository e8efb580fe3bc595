"""Tests of generator/papershelf/search and of its engine under Node."""
