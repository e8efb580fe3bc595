"""Addresses: the one place that knows where each kind of page stands.

A *path* is a file in ``output/``; a *url* is relative to the site's root, without a leading slash; a *permalink* is
absolute. Pages link by ``root + url``, where ``root`` leads from the page up to the site's root (``../../``), so the
site works under any path prefix, from a preview and from a zip.
"""

from urllib.parse import quote


def paper(record_id: str) -> str:
    """``papers/<id>/``"""
    return f"papers/{record_id}/"


def paper_json(record_id: str) -> str:
    """``papers/<id>/<id>.json``: the paper as CSL-JSON."""
    return f"papers/{record_id}/{record_id}.json"


def term(taxonomy: str, slug: str) -> str:
    """``authors/ada-lovelace/``: a term's page below its taxonomy."""
    return f"{taxonomy}/{slug}/"


def pager(url: str, number: int) -> str:
    """Return the address of a list's page ``number``, from 1: ``papers/``, ``papers/page/2/``."""
    return url if number == 1 else f"{url}page/{number}/"


def path(url: str) -> str:
    """Return the file in ``output/`` behind an address."""
    return url + "index.html" if not url or url.endswith("/") else url


def root(url: str) -> str:
    """Return the relative way from an address up to the site's root: ``../../`` for ``papers/x/``, ``./`` for home."""
    return "../" * url.count("/") or "./"


def permalink(base: str, url: str) -> str:
    """Return the absolute address; ``base`` ends in a slash."""
    return base + quote(url)
