"""What is wrong between records that are each well formed: one file per check, each a row of ``CHECKS``."""

from collections.abc import Callable, Iterable

from generator.checks import (
    addresses,
    authors,
    duplicates,
    files,
    knots,
    mathematics,
    order,
    people,
    references,
    standing,
    suspicion,
)
from generator.checks.fault import Fault
from generator.content.load import Content
from generator.content.locate import problem_at
from generator.content.source import Found
from generator.problems import Problem

Check = Callable[[Content], Iterable[Fault]]

CHECKS: tuple[Check, ...] = (
    duplicates.check,
    addresses.check,
    references.check,
    people.check,
    authors.check,
    standing.check,
    order.check,
    files.check,
    mathematics.check,
    knots.check,
    suspicion.check,
)


def run_checks(content: Content, found: Found) -> tuple[Problem, ...]:
    """Give all that the checks find in the content, with the places in the files, sorted."""
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
