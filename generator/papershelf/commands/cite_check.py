"""``papershelf cite-check``: the references of a manuscript, held against the archive."""

import sys
from collections import Counter
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.problem_report import counted, print_problems
from papershelf.commands.site import inspect
from papershelf.lib.terminal import say, say_json
from papershelf.lib.text import printable
from papershelf.markup.line import plain
from papershelf.model import routes
from papershelf.problems import Location, Problem, errors
from papershelf.sources.candidate import candidate
from papershelf.sources.citations import Checked, Shelf, check, check_text, shelf, texts
from papershelf.sources.decode import decode
from papershelf.sources.table import read_files, recognise

UNDATED = "1000"  # the year of references that give none
SHOWN = 100  # characters of a value that are shown
SAID = {
    "found": "here",
    "published": "cited as a preprint, published here",
    "withdrawn": "here, with a notice",
    "unknown": "not in this archive",
}
"""State -> what is said of it. That a paper is not here says nothing about whether there is one."""


@click.command("cite-check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@arguments.site
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="Form of the list."
)
def command(file: Path, site: Path, style: str) -> int:
    """Hold a list of references against the archive.

    FILE is BibTeX, RIS, CSL-JSON or another format that `import` reads, or a plain list: one reference a line, or with
    empty lines between them. Of each it is told which paper it means, what differs, whether a preprint is published
    here, and whether the paper was corrected or retracted.

    \b
    Examples:
      papershelf cite-check paper.bib
      papershelf cite-check references.txt --site ../archive --format json
    """
    archive, content, problems = inspect(site, None)
    print_problems(errors(problems), archive, "text")
    try:
        found = list(_checked(file, shelf(content.records)))
    except OSError as error:
        say(f"{file} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    checked = [(place, title, each) for place, title, each in found if isinstance(each, Checked)]
    for place, _, problem in found:
        if isinstance(problem, Problem):
            say(f"{place}: skipped: {problem.message}", file=sys.stderr)
    if style == "json":
        rows = [_as_dict(place, title, each, content.config.url) for place, title, each in checked]
        say_json(rows)
    else:
        _print(checked, content.config.url)
    return 1 if found and not checked else 0


Row = tuple[Location, str, Checked | Problem]


def _checked(file: Path, here: Shelf) -> list[Row]:
    """Return the place, the title and the outcome of every reference of a file."""
    data = file.read_bytes()
    if recognise(file, data) is None:
        listed = texts(decode(data))
        return [(Location(path=str(file), line=line), text, check_text(text, here)) for line, text in listed]
    rows: list[Row] = []
    for item in read_files([file], {}):
        if isinstance(item, Problem):
            rows.append((item.location, "", item))
            continue
        record, said = candidate(item, (), UNDATED)
        if record is None:
            rows.append((item.location, "", said[-1]))
        else:
            dated = record.date != UNDATED
            rows.append((item.location, plain(record.title), check(record, here, dated=dated)))
    return rows


def _print(checked: list[tuple[Location, str, Checked]], base: str) -> None:
    for place, title, each in checked:
        say(
            f"{place}: {SAID[each.state]}{f' {each.standing}' if each.standing else ''}: {printable(title, SHOWN)}"
        )
        if each.here:
            say(f"    {routes.permalink(base, routes.url('paper', each.here.id))}")
        for name, cited, ours in each.differences:
            say(f"    {name}: {printable(cited, SHOWN)}; here {printable(ours, SHOWN)}")
    states = Counter(each.state for _, _, each in checked)
    said = ", ".join(f"{number:,} {SAID[state]}" for state, number in states.most_common())
    say(f"{counted(len(checked), 'reference')}{': ' if said else ''}{said}")


def _as_dict(place: Location, title: str, each: Checked, base: str) -> dict[str, object]:
    return {
        "place": str(place),
        "title": title,
        "state": each.state,
        "id": each.here.id if each.here else None,
        "url": routes.permalink(base, routes.url("paper", each.here.id)) if each.here else None,
        "standing": each.standing,
        "differences": [
            {"field": name, "cited": cited, "here": ours} for name, cited, ours in each.differences
        ],
    }
