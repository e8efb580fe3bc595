"""Tests of generator/feeds."""
