"""Rendering: planned pages and layouts become bytes. The only package that knows Jinja2."""
