"""``papershelf serve``: the preview, and what it says in the terminal."""

import signal
import sys
import webbrowser
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.archive import find
from papershelf.commands.problem_report import print_problems
from papershelf.lib.terminal import say
from papershelf.pipeline.options import Options, Report
from papershelf.pipeline.workers import default_jobs
from papershelf.serve.live_reload import LastBuild
from papershelf.serve.preview import preview
from papershelf.serve.server import Server


@click.command("serve")
@arguments.site
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on."
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--poll", is_flag=True, help="Look for saved files every second: for containers, network folders."
)
def command(site: Path, host: str, port: int, poll: bool, open_page: bool) -> int:
    """Show the site on this machine; it follows every save.

    \b
    Examples:
      papershelf serve --open
      papershelf serve --site ../archive --port 8080
    """
    archive = find(site, None)
    output = archive.root / ".cache" / "preview"
    options = Options(root=archive.root, content=archive.content, output=output, jobs=default_jobs())
    last_build = LastBuild()

    def ready(address: str) -> None:
        say(f"serving {archive.root} at {address} (Ctrl-C ends it)", flush=True)
        if open_page:
            webbrowser.open(address)

    def built(report: Report, seconds: float) -> None:
        print_problems(report.problems, archive, "text")
        what = "nothing was built" if report.failed else f"{len(report.reasons):,} files written"
        say(f"{what} in {seconds:.2f} s", flush=True)

    def warn(message: str) -> None:
        say(f"the preview {message}", file=sys.stderr)

    try:
        server = Server(host, port, output, last_build)
    except OSError as error:
        say(
            f"cannot serve on {host}:{port}: {error.strerror}; choose others with --host or --port",
            file=sys.stderr,
        )
        return 2
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # as Ctrl-C: whoever ends the preview ends all of it
    with server:
        try:
            preview(options, server, last_build, poll=poll, ready=ready, built=built, warn=warn)
        except KeyboardInterrupt:
            return 0
        except OSError as error:
            say(f"{error.filename or archive.root}: {error.strerror}; the preview ends", file=sys.stderr)
            return 1
    return 0
