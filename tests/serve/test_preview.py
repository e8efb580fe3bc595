"""The preview in a real browser: a saved file shows, a mistake shows, a mended mistake goes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.pipeline.archives import SITE, paper, write

RECORD = "content/papers/2024/engines.md"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return an archive and the address at which it is being served."""
    write(tmp_path, {"site.yaml": SITE, RECORD: paper("On Engines")})
    command = [sys.executable, "-m", "papershelf", "serve", "--site", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = next(line for line in process.stdout if line.startswith("serving "))
        yield tmp_path, line.split(" at ")[1].split(" ")[0]
        process.terminate()


@pytest.mark.browser
def test_a_saved_record_shows_and_a_mistake_is_told_on_the_page(
    preview: tuple[Path, str], page: Page
) -> None:
    root, address = preview
    page.goto(address)
    expect(page.get_by_role("link", name="On Engines")).to_be_visible()
    (root / RECORD).write_text(paper("On Better Engines"))
    expect(page.get_by_role("link", name="On Better Engines")).to_be_visible()
    (root / RECORD).write_text(paper("On Better Engines", date="2024-02-30"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{RECORD}:4:7: date: 2024-02-30 is not a day of the calendar")
    (root / RECORD).write_text(paper("On the Best Engines"))
    expect(page.get_by_role("link", name="On the Best Engines")).to_be_visible()
    expect(alert).to_have_count(0)


@pytest.mark.slow
def test_only_the_loopback_interface_is_listened_on(preview: tuple[Path, str]) -> None:
    assert preview[1].startswith("http://127.0.0.1:")
