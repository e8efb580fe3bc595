"""The style sheet, which holds the archive's accent colour."""

from collections.abc import Iterator

from generator.model.output import Output
from generator.pages.catalogue import Catalogue


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """Give the one style sheet of all pages."""
    yield Output(path="assets/site.css", renderer="html", layout="site.css", view=None)
