"""Tests of generator/papershelf/model."""
