"""Tests of the build: keys, staging, publishing, and the equality of incremental and clean."""
