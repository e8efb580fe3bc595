"""``papershelf digest``: a period's papers by e-mail, shown or sent."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import click
from filelock import FileLock

from papershelf.commands import arguments
from papershelf.commands.archive import find as find_archive
from papershelf.commands.destination import write_to
from papershelf.commands.problem_report import print_problems
from papershelf.commands.site import open_site
from papershelf.config import DigestConfig
from papershelf.lib.terminal import say
from papershelf.mail.deliver import Server, deliver
from papershelf.mail.edition import Edition, find_edition
from papershelf.mail.ledger import LEDGER, read_ledger, write_ledger
from papershelf.mail.message import addressed, compose
from papershelf.model.output import Output
from papershelf.model.paper import papers_of
from papershelf.model.site import Site
from papershelf.pages.catalogue import catalogue
from papershelf.pipeline.options import LAYOUTS
from papershelf.pipeline.stage import failure
from papershelf.problems import Problem
from papershelf.render.html import load_layouts, renderer
from papershelf.views.site_view import site_view

USER, PASSWORD = "PAPERSHELF_SMTP_USER", "PAPERSHELF_SMTP_PASSWORD"


@click.command("digest")
@click.option("--period", type=click.Choice(["day", "week", "month"]), required=True, help="What it covers.")
@arguments.site
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="A day in the period; the archive's newest unless given.",
)
@click.option("--send", is_flag=True, help="Deliver it, once, as `digest` in site.yaml says.")
@arguments.output_file
def command(period: str, site: Path, date: datetime | None, send: bool, output: Path | None) -> int:
    """Write a period's papers as an e-mail, or send it.

    It is sent to those who have not got it yet.

    \b
    Examples:
      papershelf digest --period week
      papershelf digest --period month --date 2024-05-01 --output digest.eml
      papershelf digest --period day --send
    """
    if send and output:
        raise click.UsageError("--output is for a message that is not sent: leave out one of the two")
    day = date.date().isoformat() if date else ""
    opened = open_site(site)
    if opened is None:
        return 1
    server = _server(opened.config.digest) if send else None
    edition = find_edition(catalogue(opened, papers_of(opened)), period, day)
    if not edition.cards:
        where = f"in {edition.url.strip('/')}" if edition.name else f"whose {period} is known"
        say(f"no papers {where}: there is no digest", file=sys.stderr)
        return 0
    message = _compose(edition, opened, site)
    if isinstance(message, Problem):
        print_problems([message], find_archive(site, None), "text")
        return 1
    if server and opened.config.digest:
        return _send(message, edition, opened.config.digest, server, site)
    return 0 if write_to(output, message.as_bytes()) else 1


class _Failed(Exception):
    """A layout failed; its argument is the problem."""


def _compose(edition: Edition, site: Site, folder: Path) -> EmailMessage | Problem:
    view = site_view(site)
    render = renderer(load_layouts(((folder / "layouts").resolve(), LAYOUTS)), view)

    def tried(output: Output) -> bytes:
        try:
            return render(output)
        except Exception as error:  # a layout may fail in any way; its writer needs the file
            raise _Failed(failure(output, error)) from error

    try:
        return compose(edition, view, site.config.digest, tried)
    except _Failed as failed:
        problem: Problem = failed.args[0]
        return problem


def _server(config: DigestConfig | None) -> Server:
    if config is None:
        raise click.UsageError("site.yaml has no `digest`: it says who sends to whom, and by which server")
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise click.UsageError(f"of {USER} and {PASSWORD} one is set without the other")
    return Server(host=config.host, port=config.port, starttls=config.starttls, user=user, password=password)


def _send(message: EmailMessage, edition: Edition, config: DigestConfig, server: Server, site: Path) -> int:
    file = site / LEDGER
    cache = site / ".cache"
    cache.mkdir(exist_ok=True)
    try:
        with FileLock(cache / "digest.lock"):  # a second run waits, then finds everything sent
            ledger = read_ledger(file)
            sent = ledger.setdefault(edition.url, [])
            write_ledger(file, ledger)  # what could not be noted must not be sent

            def accepted(recipient: str) -> None:
                sent.append(recipient)
                write_ledger(file, ledger)
                say(f"sent {edition.url.strip('/')} to {recipient}")

            waiting = [recipient for recipient in dict.fromkeys(config.to) if recipient not in sent]
            if not waiting:
                say(f"{edition.url.strip('/')} has been sent already")
                return 0
            failures = deliver(_addressed_to(waiting, message), server, config.sender, accepted)
    except ValueError as error:
        say(f"{file}: error: {error}", file=sys.stderr)
        return 1
    for each in failures:
        say(f"error: {each}", file=sys.stderr)
    return 1 if failures else 0


def _addressed_to(recipients: list[str], message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    for recipient in recipients:
        yield recipient, addressed(message, recipient, format_datetime(datetime.now(UTC)))
