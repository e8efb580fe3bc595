"""The reading list, kept in the reader's own browser."""

from collections.abc import Iterator

from generator.model import urls
from generator.model.output import Output
from generator.pages.catalogue import Catalogue

URL = "reading-list/"


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give the page's shell, which is the same whatever the archive holds."""
    yield Output(path=urls.path(URL), renderer="html", layout="reading-list.html", view=None)
