"""What is wrong between records that are each well formed: one file per check, each a row of ``CHECKS``."""

from collections.abc import Callable, Iterable

from papershelf.checks import (
    addresses,
    authors,
    duplicates,
    encoding,
    files,
    markdown,
    mathematics,
    people,
    ranges,
    references,
    status,
)
from papershelf.checks.finding import Finding
from papershelf.content.load import Content
from papershelf.content.locate import problem_at
from papershelf.content.source import Found
from papershelf.problems import Problem

Check = Callable[[Content], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    duplicates.check,
    addresses.check,
    references.check,
    people.check,
    authors.check,
    status.check,
    ranges.check,
    files.check,
    mathematics.check,
    markdown.check,
    encoding.check,
)


def run_checks(content: Content, found: Found) -> tuple[Problem, ...]:
    """Return all that the checks find in the content, with the places in the files, sorted."""
    problems = (
        problem_at(
            found,
            fault.path,
            fault.field,
            fault.record_id,
            message=fault.message,
            advice=fault.advice,
            severity=fault.severity,
        )
        for check in CHECKS
        for fault in check(content)
    )
    return tuple(sorted(problems))
