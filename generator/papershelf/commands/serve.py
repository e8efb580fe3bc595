"""``papershelf serve``: the preview, and what it says in the terminal."""

import sys
import webbrowser
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.archive import find
from papershelf.commands.problem_report import print_problems
from papershelf.pipeline.options import Options, Report
from papershelf.pipeline.workers import default_jobs
from papershelf.serve.preview import preview


@click.command("serve")
@arguments.site
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on."
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def command(site: Path, host: str, port: int, open_page: bool) -> int:
    """Show the site on this machine; it follows every save.

    \b
    Examples:
      papershelf serve --open
      papershelf serve --site ../archive --port 8080
    """
    archive = find(site, None)
    options = Options(
        root=archive.root,
        content=archive.content,
        output=archive.root / ".cache" / "preview",
        jobs=default_jobs(),
    )

    def ready(address: str) -> None:
        print(f"serving {archive.root} at {address} (Ctrl-C ends it)", flush=True)
        if open_page:
            webbrowser.open(address)

    def built(report: Report, seconds: float) -> None:
        print_problems(report.problems, archive, "text")
        what = "nothing was built" if report.failed else f"{len(report.reasons):,} files written"
        print(f"{what} in {seconds:.2f} s", flush=True)

    try:
        preview(options, host=host, port=port, ready=ready, built=built)
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"cannot serve on {host}:{port}: {error.strerror}; choose another with --port", file=sys.stderr)
        return 2
    return 0
