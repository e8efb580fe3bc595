"""What is wrong with the content, and where: the one form in which every stage reports a mistake."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a content file."""

    path: str
    """File, relative to the archive's folder, with forward slashes."""
    line: int = 0
    """Line, from 1; 0 where the problem is the file as a whole."""
    column: int = 0
    """Column in characters, from 1; 0 where no column is known."""

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change of a file's text that mends a problem and changes nothing else."""

    begin: int
    """Index of the first character that goes, in the text with ``\\n`` as line end."""
    end: int
    text: str
    """What comes instead."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake, told to the person who can mend it."""

    location: Location
    message: str
    """What is wrong, in one line, without a full stop."""
    advice: str = ""
    """What to write instead; may be empty."""
    excerpt: str = field(default="", compare=False)
    """The source line, where there is one."""
    severity: Severity = Severity.ERROR
    code: str = field(default="", compare=False)
    """Its kind, which ``papershelf check --explain`` tells about."""
    edit: Edit | None = field(default=None, compare=False)
    """Where it is certain what was meant: the change that mends it."""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that forbid publishing."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
