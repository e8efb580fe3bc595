"""The links in HTML that Markdown has become: which there are, and what they are seen from elsewhere."""

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import urljoin

# Attributes as our own Markdown writes them, in double quotes.
_LINK = re.compile(r'(?<= )(href|src)="([^"]*)"')


def links(html: str) -> Iterator[str]:
    """Return the addresses that HTML links to or shows."""
    return (unescape(address) for _, address in _LINK.findall(html))


def absolute_links(html: str, page: str) -> str:
    """Return HTML with its relative links as seen from the absolute address of its ``page``."""
    return _LINK.sub(lambda match: f'{match[1]}="{escape(_absolute(unescape(match[2]), page))}"', html)


def _absolute(address: str, page: str) -> str:
    try:
        return urljoin(page, address)
    except ValueError:  # its host is none
        return address
