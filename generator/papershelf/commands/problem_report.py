"""Problems as text for people, annotations for GitHub, JSON for programs, SARIF for code scanning."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from papershelf import __version__
from papershelf.commands.archive import Archive
from papershelf.commands.explanations import EXPLANATIONS
from papershelf.content.source import on_disk
from papershelf.lib.terminal import say, say_json
from papershelf.lib.text import printable
from papershelf.problems import Problem, Severity

MAX_PATH = 1_000  # characters of a file's name
WIDTH = 100  # characters of a source line that are shown, around the column
MOST_WARNINGS = 20  # in text: who has more than these wants a list (--format json)


def print_problems(problems: Iterable[Problem], archive: Archive, style: str) -> None:
    """Print problems, sorted by place, on standard output (text: on standard error).

    ``style`` is one that ``check --format`` takes. Files are named as they are opened from the current folder.
    """
    found = [from_here(problem, archive) for problem in sorted(problems)]
    if style == "json":
        say_json([problem_dict(problem) for problem in found])
    elif style == "sarif":
        say_json(sarif(found))
    elif style == "github":
        sys.stdout.write("".join(f"{_annotation(problem)}\n" for problem in found))
    else:
        _print_text(found)


def problem_dict(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON data."""
    return {
        "file": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "advice": problem.advice,
    }


def sarif(problems: list[Problem]) -> dict[str, object]:
    """Return problems as a log of SARIF 2.1.0 (OASIS), which code scanning reads."""
    codes = sorted({problem.code for problem in problems})
    rules = [{"id": code, "fullDescription": {"text": EXPLANATIONS.get(code, code)}} for code in codes]
    driver = {"name": "papershelf", "version": __version__, "rules": rules}
    results = [_sarif_result(problem) for problem in problems]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _sarif_result(problem: Problem) -> dict[str, object]:
    place = problem.location
    region = {"startLine": place.line, "startColumn": place.column}
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line:
        physical["region"] = {key: value for key, value in region.items() if value}
    message = f"{problem.message}; {problem.advice}" if problem.advice else problem.message
    return {
        "ruleId": problem.code,
        "level": str(problem.severity),
        "message": {"text": message},
        "locations": [{"physicalLocation": physical}],
    }


def counted(number: int, noun: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _print_text(problems: list[Problem]) -> None:
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    for problem in problems:
        if problem.severity is Severity.ERROR or problem in warnings[:MOST_WARNINGS]:
            say(_text(problem), file=sys.stderr)
    if (more := len(warnings) - MOST_WARNINGS) > 0:
        advice = "`papershelf check --format json` has all"
        say(f"... and {counted(more, 'more warning')}; {advice}", file=sys.stderr)
    if problems:
        errors = len(problems) - len(warnings)
        say(f"{counted(errors, 'error')}, {counted(len(warnings), 'warning')}", file=sys.stderr)


def _text(problem: Problem) -> str:
    """Return a problem as compilers print it: the place and the mistake, the line and a caret, the advice."""
    code = f" [{problem.code}]" if problem.code else ""
    lines = [f"{problem.location}: {problem.severity}: {problem.message}{code}"]
    column = problem.location.column
    if problem.excerpt.strip() and column:
        start = max(0, min(column - 1 - WIDTH // 2, len(problem.excerpt) - WIDTH))
        lines.append("  | " + problem.excerpt[start : start + WIDTH].rstrip())
        if column <= len(problem.excerpt) + 1:
            lines.append("  | " + " " * (column - 1 - start) + "^")
    if problem.advice:
        lines.append(f"  = {problem.advice}")
    return "\n".join(lines)


def _annotation(problem: Problem) -> str:
    """Return a workflow command of GitHub Actions, which marks the line in a pull request."""
    location = problem.location
    place = {"file": location.path, "line": location.line, "col": location.column, "title": "Papershelf"}
    fields = ",".join(f"{key}={_escape(str(value), ',:')}" for key, value in place.items() if value)
    message = f"{problem.message}\n{problem.advice}" if problem.advice else problem.message
    return f"::{problem.severity} {fields}::{_escape(message)}"


def _escape(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def from_here(problem: Problem, archive: Archive) -> Problem:
    """Return the problem with its file named as one opens it from the current folder."""
    file = Path(on_disk(problem.location.path, archive.root, archive.content))
    path = os.path.relpath(file) if not file.is_absolute() or file.is_relative_to(Path.cwd()) else str(file)
    shown = printable(path.replace(os.sep, "/"), MAX_PATH)
    return replace(problem, location=replace(problem.location, path=shown))
