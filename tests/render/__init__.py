"""Tests of the layouts: what they may see, and what comes of hostile text."""
