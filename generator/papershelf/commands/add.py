"""``papershelf add``: papers by identifier, address or file, each as a record of its own."""

import datetime
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.archive import Archive
from papershelf.commands.problem_report import print_problems
from papershelf.commands.site import inspect
from papershelf.config import SiteConfig
from papershelf.content.source import on_disk
from papershelf.lib.terminal import say
from papershelf.problems import Problem, errors
from papershelf.sources.collect import Collected, Present, collect
from papershelf.sources.entry import Entry, skipped
from papershelf.sources.fetch import fetch, open_client
from papershelf.sources.lookup import identify, look_up
from papershelf.sources.store import record_text, store_records, store_venues
from papershelf.sources.table import read_files
from papershelf.sources.update import difference, fill, news


@click.command("add")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@arguments.site
@click.option("--dry-run", is_flag=True, help="Print the records; write nothing.")
@click.option(
    "--update", is_flag=True, help="Fill in what papers that are here leave empty, and ask services anew."
)
def command(ids: tuple[str, ...], site: Path, dry_run: bool, update: bool) -> int:
    """Add papers by identifier, address or file.

    An ID is an arXiv id, a DOI, an address at arXiv, doi.org, OpenReview, the ACL Anthology or PMLR or one that holds
    a DOI, or a file such as papers.bib, papers.ris or papers.json. No record is overwritten.

    \b
    Examples:
      papershelf add 2302.06675
      papershelf add doi:10.1145/3292500.3330701 https://aclanthology.org/2022.naloma-1.1/
      papershelf add papers.bib --dry-run
      papershelf add 2302.06675 --update
    """
    archive, content, problems = inspect(site, None)
    print_problems(errors(problems), archive, "text")
    found = collect(_found(ids, archive, content.config, fresh=update), content)
    today = datetime.date.today().isoformat()
    found = replace(
        found, records=tuple(replace(record, added=record.added or today) for record in found.records)
    )
    for problem in (*found.skipped, *found.remarks):
        say(f"{problem.location}: {problem.severity}: {problem.message}", file=sys.stderr)
    if dry_run:
        sys.stdout.write("\n".join(record_text(record) for record in found.records))
    elif not _store(found, archive):
        return 1
    for present in found.present:
        _tell(present, archive, update=update and not dry_run)
    return 1 if found.skipped else 0


def _found(
    ids: Sequence[str], archive: Archive, config: SiteConfig, *, fresh: bool
) -> Iterator[Entry | Problem]:
    files = [Path(text) for text in ids if Path(text).exists()]
    yield from read_files(files, {})
    named = {text: identify(text) for text in ids if not Path(text).exists()}
    for text, identifier in named.items():
        if identifier is None:
            what = "is no file, and no id or address of arXiv, a DOI, OpenReview, ACL or PMLR is in it"
            yield skipped(text, 0, what)
    known = [identifier for identifier in named.values() if identifier]
    if known:
        with open_client(config) as client:
            cache = archive.root / ".cache" / "papershelf" / "answers"
            yield from look_up(known, partial(fetch, client, cache=cache, fresh=fresh))


def _store(found: Collected, archive: Archive) -> bool:
    try:
        store_venues(found.venues, found.volumes, archive.root, archive.content)
        store_records(found.records, archive.root, archive.content)
    except OSError as error:
        say(f"{error.filename}: error: cannot be written: {error.strerror}", file=sys.stderr)
        return False
    for record in found.records:
        say(f"{on_disk(record.source, archive.root, archive.content)}: added: {record.title}")
    return True


def _tell(present: Present, archive: Archive, *, update: bool) -> None:
    """Say that a paper is here and what its source has newer; fill in what is empty where that is asked for."""
    here, offered = present.here, present.offered
    file = (
        on_disk(here.source, archive.root, archive.content) if here.source else f"{here.id} (added just now)"
    )
    say(f"{file}: is here already: {here.title}")
    if not here.source:
        return
    empty, other = news(here, offered)
    if empty and update and fill(Path(file), here, offered, empty):
        say(f"  filled in: {', '.join(empty)}")
    elif empty:
        hint = (
            "write them yourself: the file holds several records, or braces"
            if update
            else "--update fills them in"
        )
        say(f"  the source also has: {', '.join(empty)} ({hint})")
    if other:
        say("  the source says otherwise (- here, + there):")
        say("\n".join("  " + line for line in difference(here, offered, other).split("\n")))
