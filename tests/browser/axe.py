"""Runs axe-core on a page, as the project's tests and accessibility judges do."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"


def violations(page: Page) -> list[str]:
    """Return every rule the page breaks and where, best-practice rules included."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((result) => result.violations)")
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
