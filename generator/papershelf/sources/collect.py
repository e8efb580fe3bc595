"""What joins an archive: entries as records with ids and files, what is here already, what had to be left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from papershelf.checks import CHECKS
from papershelf.checks.finding import Finding
from papershelf.content.load import Content
from papershelf.content.source import CONTENT
from papershelf.model.record import Record
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume
from papershelf.problems import Location, Problem, Severity
from papershelf.sources.candidate import candidate
from papershelf.sources.entry import Entry, skipped
from papershelf.sources.known import choose_id, find, known, remember
from papershelf.sources.venues import hoisted, new_venues
from papershelf.sources.volumes import shelve


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A paper that is here already."""

    location: Location
    """Where the source names it."""
    here: Record
    offered: Record
    """What the source says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What became of the entries of some sources."""

    records: tuple[Record, ...] = ()
    """New ones, each with the file it belongs into as its ``source``."""
    venues: tuple[Venue, ...] = ()
    """New entries of ``venues.yaml``."""
    volumes: Mapping[Venue, tuple[Volume, ...]] = field(default_factory=dict)
    """Venue that is there -> new volumes of it."""
    present: tuple[Present, ...] = ()
    skipped: tuple[Problem, ...] = ()
    """Entries that cannot be a record, each with the reason."""
    remarks: tuple[Problem, ...] = field(default=())
    """Values that were left out, each with the reason."""


def collect(found: Iterable[Entry | Problem], content: Content, year: str = "") -> Collected:
    """Return what joins an archive that holds ``content``. A record that ``check`` would refuse is left out.

    ``year`` is that of papers whose source names none.
    """
    papers = known(content.records)
    people = frozenset(person.slug for person in content.people)
    records: list[tuple[Record, Entry]] = []
    present: list[Present] = []
    problems: list[Problem] = []
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
            continue
        record, said = candidate(item, people, year)
        problems += said
        if record is None:
            continue
        if here := find(papers, record):
            present.append(Present(location=item.location, here=here, offered=record))
            continue
        record = replace(record, id=choose_id(papers, record))
        remember(papers, record)
        records.append((record, item))
    kept, refused = _checked(records, content)
    venues = new_venues(kept, content)
    ours = tuple(record for record, entry in kept if entry.is_record)
    others = [pair for pair in kept if not pair[1].is_record]
    shelved = shelve(tuple(hoisted(others, content, venues)), content.venues, venues)
    return Collected(
        records=tuple(replace(record, source=file_of(record)) for record in (*ours, *shelved.records)),
        venues=shelved.venues,
        volumes=shelved.volumes,
        present=tuple(present),
        skipped=tuple(problem for problem in problems if problem.severity is Severity.ERROR) + tuple(refused),
        remarks=tuple(problem for problem in problems if problem.severity is Severity.WARNING),
    )


def file_of(record: Record) -> str:
    """Return the file that a new record belongs into, as sources are named: ``content/papers/2024/x.md``."""
    return f"{CONTENT}/papers/{record.year}/{record.id}.md"


def _checked(
    records: list[tuple[Record, Entry]], content: Content
) -> tuple[list[tuple[Record, Entry]], list[Problem]]:
    """Return the records in which no check finds an error, and the reasons why the others are left out."""
    refused: list[Problem] = []
    while records:
        # Each under a name of its own, so that a finding leads back to its entry.
        names = {f"{number}": pair for number, pair in enumerate(records)}
        there = (replace(record, source=name) for name, (record, _) in names.items())
        wrong = {
            finding.path: finding
            for finding in _errors(replace(content, records=(*content.records, *there)))
            if finding.path in names
        }
        if not wrong:
            break
        for name, finding in sorted(wrong.items()):
            location = names[name][1].location
            refused.append(skipped(location.path, location.line, finding.message))
        records = [pair for name, pair in names.items() if name not in wrong]
    return records, refused


def _errors(content: Content) -> Iterator[Finding]:
    checks: tuple[Callable[[Content], Iterable[Finding]], ...] = CHECKS
    for check in checks:
        yield from (finding for finding in check(content) if finding.severity is Severity.ERROR)
