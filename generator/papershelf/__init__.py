"""Papershelf: turns a folder of paper records into a static archive site with search in the browser."""

__version__ = "0.1.0"
