"""What the page of downloads shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """``page`` of ``data.html``."""

    count: int
    """Papers in the archive."""
    newest: str
    """Its newest day, or empty."""
