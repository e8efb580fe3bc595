"""Tests of the page kinds: what they plan, from what, and in which order."""
