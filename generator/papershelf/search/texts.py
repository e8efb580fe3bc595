"""A paper's abstract as the engine reads it: the twin of what `layouts/assets/js/search/files.js` takes from a file."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Final

from papershelf.lib.text import squeeze
from papershelf.markup.markdown import to_html, to_lines

_TAG: Final = re.compile(r"""<(?:"[^"]*"|[^">])*>""")


def _on_page(abstract: str) -> str:
    """Return what the page shows, formulas by the letters of their MathML."""
    return squeeze(unescape(_TAG.sub("", to_html(abstract))))


TEXTS: Final[Mapping[str, Callable[[str], str]]] = {"json": to_lines, "page": _on_page}
"""Where the engine finds abstracts -> an abstract (Markdown) as the text that it finds there."""
