"""The benchmark's own parts: what a run cost, and made-up papers that are always the same."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.bench.made_up_papers import papers, write_archive, write_hugo_site
from tests.bench.measure import Cost, middle, run, size_of


def test_a_run_counts_the_work_of_its_child_processes(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    cost = run(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"],
        tmp_path,
    )
    assert cost.cpu >= 0.3
    assert cost.wall >= 0.3
    assert 1_000_000 < cost.memory < 1_000_000_000


def test_a_failed_run_says_why(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failure:
        run([sys.executable, "-c", "import sys; sys.exit('no paper found')"], tmp_path)
    assert failure.value.stderr == "no paper found\n"


def test_the_middle_of_three_runs() -> None:
    costs = [
        Cost(cpu=cpu, wall=wall, memory=memory) for cpu, wall, memory in ((1, 9, 5), (3, 7, 6), (2, 8, 4))
    ]
    assert middle(costs) == Cost(cpu=2, wall=8, memory=6)


def test_fewer_papers_are_the_first_of_more() -> None:
    assert list(papers(20)) == list(islice(papers(50), 20))
    assert len({paper.id for paper in papers(50)}) == 50


def test_both_sites_hold_every_paper(tmp_path: Path) -> None:
    write_archive(20, tmp_path / "archive")
    write_hugo_site(20, tmp_path / "hugo")
    for site in ("archive", "hugo"):
        assert len(list((tmp_path / site).glob("content/papers/*/*.md"))) == 20


def test_size_counts_pages_and_all_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("four")
    (tmp_path / "feed.xml").write_text("six ch")
    size = size_of(tmp_path)
    assert (size.pages, size.total) == (1, 10)
    assert list(size.parts.items()) == [(".xml", 6), (".html", 4)]
