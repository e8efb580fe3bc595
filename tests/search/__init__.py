"""Tests of generator/search and of its engine under Node."""
