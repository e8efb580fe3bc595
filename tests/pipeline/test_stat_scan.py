"""What has been touched, told by stat values: each of them counts, and so does whatever else a build reads."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from papershelf.content.source import TICK, Found, Kind, Source
from papershelf.pipeline import stat_scan
from papershelf.pipeline.manifest import Row, pack

ADDRESS = "https://example.org/"
STAT = (5, 10**18, 10**18, 7)


def found(stat: tuple[int, int, int, int] = STAT, folder: str = "content") -> Found:
    """Return what was found in an archive of one file."""
    sources = (Source("site.yaml", Kind.SETTINGS, stat),)
    return Found(root=Path("a"), content=Path("a", folder), began=2 * 10**18, sources=sources, problems=())


@pytest.mark.parametrize("at", range(len(STAT)), ids=["size", "mtime", "ctime", "inode"])
def test_every_stat_value_counts(at: int) -> None:
    size, mtime, ctime, inode = (value + (place == at) for place, value in enumerate(STAT))
    other = found((size, mtime, ctime, inode))
    assert stat_scan.state_digest(other, (), ADDRESS) != stat_scan.state_digest(found(), (), ADDRESS)


def test_the_address_the_folder_and_the_code_count(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {
        stat_scan.state_digest(found(), (), ADDRESS),
        stat_scan.state_digest(found(), (), ""),
        stat_scan.state_digest(found(folder="other"), (), ADDRESS),
    }
    monkeypatch.setattr(stat_scan, "code_digest", lambda: b"other code")
    digests.add(stat_scan.state_digest(found(), (), ADDRESS))
    assert len(digests) == 4


@pytest.mark.parametrize(
    ("age", "trusted"), [(TICK + 1, True), (TICK, False), (TICK // 2, False), (0, False)]
)
def test_a_file_is_trusted_once_it_is_older_than_a_tick(age: int, trusted: bool) -> None:
    just = replace(found(), began=STAT[1] + age)
    assert bool(stat_scan.state_digest(just, (), ADDRESS)) is trusted


@pytest.mark.parametrize(
    ("touch", "seen"),
    [
        (lambda row: row, False),
        (lambda row: row._replace(size=row.size + 1), True),
        (lambda row: row._replace(mtime=row.mtime + 1), True),
    ],
    ids=["same", "size", "mtime"],
)
def test_a_file_of_another_size_or_time_was_touched(
    tmp_path: Path, touch: Callable[[Row], Row], seen: bool
) -> None:
    file = tmp_path / "a.html"
    file.write_text("a")
    row = Row(b"k", file.stat().st_size, file.stat().st_mtime_ns)
    parts = {"part": pack(b"", {"a.html": touch(row)})}
    assert stat_scan.touched(tmp_path, parts, parts) == ({"part": {"a.html"}} if seen else {})
