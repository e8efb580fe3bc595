"""The command line: one row per command, each a call into ``commands/``."""

import os
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click

from papershelf import __version__

# A command's module is imported when it runs: `papershelf check` need not wait for the search index's numpy.

_FOLDER = click.Path(file_okay=False, path_type=Path)
_site = click.option(
    "--site", type=_FOLDER, default=Path(), help="Folder of the archive; this one unless given."
)
_content = click.option("--content", type=_FOLDER, help="Folder of the records; SITE/content unless given.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="papershelf")
def cli() -> None:
    """Build archives of research papers: static pages, with search in the reader's browser."""


@cli.command()
@_site
@_content
@click.option("--output", type=_FOLDER, help="Folder of the built site; SITE/output unless given.")
@click.option("--clean", is_flag=True, help="Render everything, trusting nothing from earlier builds.")
@click.option("--jobs", type=click.IntRange(1), help="Worker processes; one per processor unless given.")
@click.option(
    "--base-url", default="", metavar="URL", help="Address of the site, instead of url in site.yaml."
)
@click.option("--explain", is_flag=True, help="Say of each page written why it was.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the report."
)
def build(
    site: Path,
    content: Path | None,
    output: Path | None,
    clean: bool,
    jobs: int | None,
    base_url: str,
    explain: bool,
    style: str,
) -> int:
    """Build the site: all of it or nothing."""
    from papershelf.commands import build as command

    return command.run(
        site, content, output, clean=clean, jobs=jobs, base_url=base_url, explain=explain, style=style
    )


@cli.command()
@_site
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on."
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def serve(site: Path, host: str, port: int, open_page: bool) -> int:
    """Show the site on this machine; rebuild and reload it whenever a file is saved."""
    from papershelf.commands import serve as command

    return command.run(site, host=host, port=port, open_page=open_page)


@cli.command()
@_site
@_content
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="Form of the problems: for people, for annotations on GitHub, for programs.",
)
def check(site: Path, content: Path | None, style: str) -> int:
    """Check every record and report all problems, with their places."""
    from papershelf.commands import check as command

    return command.run(site, content, style=style)


@cli.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
def init(folder: Path) -> int:
    """Start a new archive in DIR."""
    from papershelf.commands import init as command

    return command.run(folder)


@cli.command()
@click.argument("title")
@_site
def new(title: str, site: Path) -> int:
    """Write a record file for the paper called TITLE, ready to fill."""
    from papershelf.commands import new as command

    return command.run(title, site)


@cli.command()
@click.argument("query")
@_site
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the list."
)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Papers to show.")
def search(query: str, site: Path, style: str, limit: int) -> int:
    """Search the archive as its page does, with the same papers in the same order."""
    from papershelf.commands import search as command

    return command.run(query, site, limit=limit, style=style)


@cli.command()
@click.argument("name", metavar="FORMAT", type=click.Choice(["bibtex", "ris", "csl-json", "jsonl", "csv"]))
@_site
@click.option("--query", default="", metavar="Q", help="Only papers that match, best first.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; standard output unless given."
)
def export(name: str, site: Path, query: str, output: Path | None) -> int:
    """Write the archive's papers as FORMAT: bibtex, ris, csl-json, jsonl or csv."""
    from papershelf.commands import export as command

    return command.run(name, site, query=query, output=output)


@cli.command()
@click.option("--period", type=click.Choice(["day", "week", "month"]), required=True, help="What it covers.")
@_site
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="A day in the period; the archive's newest unless given.",
)
@click.option("--send", is_flag=True, help="Deliver it, once, as `digest` in site.yaml says.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; standard output unless given."
)
def digest(period: str, site: Path, date: datetime | None, send: bool, output: Path | None) -> int:
    """Write a day's, week's or month's papers as an e-mail, or send it to those who have not got it yet."""
    from papershelf.commands import digest as command

    if send and output:
        raise click.UsageError("--output is for a message that is not sent: leave out one of the two")
    day = date.date().isoformat() if date else ""
    return command.run(site, period=period, day=day, send=send, output=output)


def main() -> None:
    """Run the command line; the exit status is 0 (fine), 1 (problems in the content) or 2 (wrong use)."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for terminals that cannot show every name
    try:
        status = cli.main(standalone_mode=False) or 0
        sys.stdout.flush()
        sys.stderr.flush()
        # Not sys.exit: to free the million objects of a large archive one by one takes a second.
        os._exit(status)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
