"""Tests of generator/formats."""
