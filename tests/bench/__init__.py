"""Benchmarks: run by hand (`make bench-build`), never part of the tests."""
