"""Tests of generator/content."""
