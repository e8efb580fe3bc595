"""What the page on how to hear of new papers shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """``page`` of ``subscribe.html``."""

    latest: str
    """When the archive's newest paper joined, or empty."""
    terms_from: int
    """Papers that an author, venue or tag needs to have feeds."""
