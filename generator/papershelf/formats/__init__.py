"""Bibliographic formats: one file each, from papers to text and back. No I/O here."""
