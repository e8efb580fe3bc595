"""``papershelf import``: collections that others keep, as records of an archive."""

import json
import sys
from collections import Counter
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.destination import write_to
from papershelf.commands.problem_report import counted, print_problems, problem_dict
from papershelf.commands.site import inspect
from papershelf.lib.terminal import say
from papershelf.problems import Problem, errors
from papershelf.sources.collect import Collected, collect
from papershelf.sources.store import store_records, store_venues
from papershelf.sources.table import read_files


@click.command("import")
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@arguments.site
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=KEY",
    help="What a column of a CSV table is: a key of a record.",
)
@click.option("--year", default="", metavar="YYYY", help="Year of papers whose source names none.")
@click.option("--report", type=arguments.FILE, help="File for all that was skipped or left out, as JSON.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; write nothing.")
def command(
    sources: tuple[Path, ...],
    site: Path,
    columns: tuple[str, ...],
    year: str,
    report: Path | None,
    dry_run: bool,
) -> int:
    """Read whole collections into the archive.

    A SOURCE is a file, or a folder with all below it: BibTeX, RIS, CSL-JSON, JSON Lines, CSV, ACL Anthology XML,
    volumes of PMLR, publications of HugoBlox, answers of arXiv, Crossref, DataCite, OpenReview, Semantic Scholar,
    Hugging Face, PubMed and DBLP, and pages of daily papers as text. An entry that cannot be read is skipped and
    told; papers that are here already stay as they are.

    \b
    Examples:
      papershelf import papers.bib zotero.ris
      papershelf import ../v124/_posts --report skipped.json
      papershelf import list.csv --column "Paper Title=title" --column "Who=authors" --year 2024
    """
    if year and not (len(year) == 4 and year.isdecimal()):
        raise click.BadParameter("want a year of four digits, as in 2024", param_hint="--year")
    archive, content, problems = inspect(site, None)
    print_problems(errors(problems), archive, "text")
    found = collect(read_files(sources, _columns(columns), year), content, year)
    if not dry_run:
        try:
            store_venues(found.venues, found.volumes, archive.root, archive.content)
            store_records(found.records, archive.root, archive.content)
        except OSError as error:
            raise click.ClickException(f"{error.filename} cannot be written: {error.strerror}") from None
    for problem in found.skipped:
        say(f"{problem.location}: skipped: {problem.message}", file=sys.stderr)
    _print(found, dry_run)
    if report and not write_to(
        report, json.dumps(_as_dict(found), ensure_ascii=False, indent=1).encode() + b"\n"
    ):
        return 1
    return 1 if found.skipped and not found.records and not found.present else 0


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    for pair in pairs:
        if not all(part.strip() for part in pair.partition("=")):
            raise click.BadParameter(
                f"{pair!r}: want NAME=KEY, as in 'Paper Title=title'", param_hint="--column"
            )
    return {name.strip(): key.strip() for name, _, key in (pair.rpartition("=") for pair in pairs)}


def _print(found: Collected, dry_run: bool) -> None:
    kinds = Counter(problem.message.split(":")[0] for problem in found.remarks)
    for kind, number in sorted(kinds.items()):
        say(f"{kind}: left out or changed in {counted(number, 'entry')}".replace("entrys", "entries"))
    verb = "would come in" if dry_run else "came in"
    say(
        f"{counted(len(found.records), 'paper')} {verb}, {len(found.present):,} were here already, "
        f"{len(found.skipped):,} were skipped"
    )


def _as_dict(found: Collected) -> dict[str, object]:
    return {
        "added": [record.source for record in found.records],
        "venues": [venue.slug for venue in found.venues],
        "present": [
            {"place": str(each.location), "file": each.here.source, "title": each.offered.title}
            for each in found.present
        ],
        "skipped": [_problem(problem) for problem in found.skipped],
        "remarks": [_problem(problem) for problem in found.remarks],
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {key: value for key, value in problem_dict(problem).items() if value}
