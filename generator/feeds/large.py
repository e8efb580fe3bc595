"""What a large archive leaves out of the files beside its pages, to keep its site small.

GitHub Pages allows 1 GB. At 87,000 papers abstracts in the feeds of all authors and tags and in the API's days would be
500 MB more. Every abstract still stands on its paper's page, in its CSL-JSON, in the feed of the archive while it is
new, and in ``data/papers.jsonl.gz``.
"""

from generator.model.site import Site

LARGE = 10_000
"""Papers from which an archive is large."""

ENTRIES = 100_000
"""Entries that the feeds of one taxonomy share in a large archive."""

FEWEST = 4
"""Entries that each of them has at least, where there are as many papers."""


def is_large(site: Site) -> bool:
    """Tell whether an archive is large."""
    return len(site.records) >= LARGE


def entries(site: Site, feeds: int) -> int:
    """Give how many papers each of a taxonomy's ``feeds`` feeds holds."""
    most = site.config.feeds.entries
    return min(most, max(FEWEST, ENTRIES // feeds)) if is_large(site) and feeds else most
