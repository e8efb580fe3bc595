"""``papershelf build``: one build, its progress and its report."""

import sys
import time
from collections import Counter
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.archive import Archive, find
from papershelf.commands.problem_report import from_here, print_problems, problem_dict
from papershelf.lib.terminal import say, say_json
from papershelf.pipeline.options import Options, Progress, Report
from papershelf.pipeline.publish import UnfinishedError
from papershelf.pipeline.run import build
from papershelf.pipeline.workers import default_jobs
from papershelf.problems import errors


def _base(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Check the address of the site as its settings do."""
    from papershelf.config import base_address

    del context
    if not value:
        return value
    try:
        return base_address(value)
    except ValueError as error:
        raise click.BadParameter(str(error), param=parameter) from None


@click.command("build")
@arguments.site
@arguments.content
@click.option("--output", type=arguments.FOLDER, help="Folder of the built site; SITE/output unless given.")
@click.option("--clean", is_flag=True, help="Render everything, trusting nothing from earlier builds.")
@click.option("--jobs", type=click.IntRange(1), help="Worker processes; one per processor unless given.")
@click.option(
    "--base-url",
    default="",
    callback=_base,
    metavar="URL",
    help="Address of the site, instead of url in site.yaml.",
)
@click.option("--explain", is_flag=True, help="Say of each page written why it was.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the report."
)
def command(
    site: Path,
    content: Path | None,
    output: Path | None,
    clean: bool,
    jobs: int | None,
    base_url: str,
    explain: bool,
    style: str,
) -> int:
    """Build the site: all of it or nothing.

    \b
    Examples:
      papershelf build
      papershelf build --base-url https://example.org/papers/
      papershelf build --site ../archive --output /tmp/site --explain
    """
    archive = find(site, content)
    options = Options(
        root=archive.root,
        content=archive.content,
        output=output or archive.root / "output",
        clean=clean,
        jobs=jobs or default_jobs(),
        base_url=base_url,
    )
    start = time.perf_counter()
    try:
        report = _build_with_progress(options, quiet=style == "json" or not sys.stderr.isatty())
    except OSError as error:
        place = error.filename or options.output
        say(f"{place}: error: cannot be written: {error.strerror}; {_outcome(error)}", file=sys.stderr)
        return 1
    seconds = time.perf_counter() - start
    if style == "json":
        say_json(_as_dict(report, seconds, archive, explain))
    else:
        _print(report, seconds, archive, options, explain)
    return 1 if report.failed else 0


def _outcome(error: OSError) -> str:
    """Return what became of the site when the disk refused."""
    if isinstance(error, UnfinishedError):
        return "the new site stands in part; mend this and build again, which finishes it"
    return "nothing was published"


def _build_with_progress(options: Options, *, quiet: bool) -> Report:
    def waiting() -> None:
        say(f"another build is writing {options.output}; waiting for it", file=sys.stderr)

    if quiet:
        return build(options, Progress(waiting=waiting))
    # Imported here, since it takes longer than a small build without changes.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as ProgressBar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with ProgressBar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("building", total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return build(options, Progress(waiting=waiting, step=step))


def _print(report: Report, seconds: float, archive: Archive, options: Options, explain: bool) -> None:
    print_problems(report.problems, archive, "text")
    if report.failed:
        say(f"nothing was published: {options.output} is as it was", file=sys.stderr)
        return
    if report.repaired:
        say("a build that had been killed was finished first")
    if explain:
        for path, reason in report.reasons:
            say(f"{path}: written because {reason}")
    if report.unknown_files:
        shown = ", ".join(report.unknown_files)
        say(
            f"{options.output} also holds files that no build is known to have written, such as {shown}; they stay"
        )
    pages = sum(path.endswith(".html") for path, _ in report.reasons)
    say(
        f"{report.total:,} files in {options.output}: {len(report.reasons):,} written ({pages:,} pages), "
        f"{report.removed:,} removed, in {seconds:.2f} s"
    )


def _as_dict(report: Report, seconds: float, archive: Archive, explain: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "published": not report.failed,
        "files": report.total,
        "written": len(report.reasons),
        "removed": report.removed,
        "seconds": round(seconds, 3),
        "errors": len(errors(report.problems)),
        "reasons": dict(sorted(Counter(reason.name.lower() for _, reason in report.reasons).items())),
        "problems": [problem_dict(from_here(problem, archive)) for problem in report.problems],
    }
    if explain:
        shown["written_because"] = {path: str(reason) for path, reason in report.reasons}
    return shown
