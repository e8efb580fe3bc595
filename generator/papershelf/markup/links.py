"""The links in HTML that Markdown has become: which there are, and what they are seen from elsewhere."""

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import urljoin

# Attributes as our own Markdown writes them, in double quotes.
_LINK = re.compile(r'(?<= href=")[^"]*(?=")')
_SOMEWHERE = "https://site.invalid/"


def links(html: str) -> Iterator[str]:
    """Return the addresses that HTML links to."""
    return map(unescape, _LINK.findall(html))


def absolute_links(html: str, page: str) -> str:
    """Return HTML with its relative links as seen from the absolute address of its ``page``."""
    return _LINK.sub(lambda match: escape(_absolute(unescape(match[0]), page)), html)


def moved_links(html: str, page: str, root: str) -> str:
    """Return HTML of one page with its relative links as seen from another page of the site.

    ``page`` is the address of the first, ``root`` the way from the other up to the site's root.
    """
    return _LINK.sub(lambda match: escape(_moved(unescape(match[0]), page, root)), html)


def _moved(address: str, page: str, root: str) -> str:
    absolute = _absolute(address, _SOMEWHERE + page)
    inside = absolute.startswith(_SOMEWHERE) and address[:1] != "/"
    return root + absolute.removeprefix(_SOMEWHERE) if inside else address


def _absolute(address: str, page: str) -> str:
    try:
        return urljoin(page, address)
    except ValueError:  # its host is none
        return address
