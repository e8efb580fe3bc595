"""What is wrong between records that are each well formed: one file per check, each a row of ``CHECKS``."""

from collections.abc import Callable, Iterable

from papershelf.checks import (
    addresses,
    authors,
    bibtex,
    chronology,
    conflicts,
    duplicates,
    encoding,
    files,
    home,
    links,
    markdown,
    markup,
    mathematics,
    names,
    people,
    ranges,
    references,
    statics,
    status,
    terms,
    venues,
    volumes,
)
from papershelf.checks.finding import Finding
from papershelf.content.load import Content
from papershelf.content.locate import open_places
from papershelf.content.source import Found
from papershelf.problems import Problem

Check = Callable[[Content], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    duplicates.check,
    addresses.check,
    references.check,
    people.check,
    authors.check,
    names.check,
    status.check,
    ranges.check,
    files.check,
    mathematics.check,
    markdown.check,
    markup.check,
    encoding.check,
    terms.check,
    links.check,
    statics.check,
    bibtex.check,
    chronology.check,
    conflicts.check,
    home.check,
    venues.check,
    volumes.check,
)


def run_checks(content: Content, found: Found) -> tuple[Problem, ...]:
    """Return all that the checks find in the content, with the places in the files, sorted."""
    by_path: dict[str, list[tuple[str, Finding]]] = {}
    for check in CHECKS:
        code = check.__module__.rpartition(".")[2]
        for finding in check(content):
            by_path.setdefault(finding.path, []).append((code, finding))
    problems = []
    for path, findings in by_path.items():
        places = open_places(found, path)
        problems += [
            places.problem(
                each.field,
                each.record_id,
                each.message,
                each.advice,
                severity=each.severity,
                code=code,
                new=each.new,
            )
            for code, each in findings
        ]
    return tuple(sorted(problems))
