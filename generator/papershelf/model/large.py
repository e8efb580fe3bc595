"""When an archive is large: what then is left out of its site, to keep it within a host's limits.

GitHub Pages allows 1 GB. What is left out stands in ``generator/README.md``; whoever leaves something out asks here.
"""

LARGE = 10_000
"""Papers from which an archive is large."""


def is_large(count: int) -> bool:
    """Return whether an archive of ``count`` papers is large."""
    return count >= LARGE


def texts_in_pages(count: int) -> bool:
    """Return whether papers' abstracts stand only on their pages, not in their CSL-JSON too.

    A script that needs the text of a paper (search, for an excerpt) then reads it from the page: the first
    ``div.text`` of ``article.paper``, right after the heading "Abstract".
    """
    return is_large(count)
