"""Tests of generator/lib."""
