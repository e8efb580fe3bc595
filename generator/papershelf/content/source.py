"""The files of content/: found in a fixed order, told apart by place, never followed out of the folder."""

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from papershelf.lib.digest import SIZE
from papershelf.lib.text import printable
from papershelf.problems import Location, Problem, Severity

CONTENT = "content"  # first part of the names of content files, wherever the folder itself lies
STATIC = "content/static/"
PAGES = "content/pages/"
SETTINGS = "site.yaml"
TICK = 20_000_000  # nanoseconds; file systems stamp times by a clock that moves every few milliseconds
LARGEST = 2_000_000  # bytes of a file that is read as text
MAX_DEPTH = 20  # folders within one another
_SUFFIXES = (".md", ".yaml", ".yml")
# Of that, what nobody means to publish; other files of content/static/ may have any name.
_JUNK = re.compile(r"\.DS_Store|\._.*|\.git.*|Thumbs\.db|desktop\.ini|.*~|\..*\.sw[a-p]", re.IGNORECASE)
# What editors, systems and Git leave behind: hidden files, backups, merge leftovers.
_LITTER = re.compile(r"\..*|.*~|#.*#|.*\.(?:orig|bak|swp|tmp|rej)|Thumbs\.db|desktop\.ini", re.IGNORECASE)

Stat: TypeAlias = tuple[int, int, int, int]
"""Size, mtime and ctime in nanoseconds, inode: equal while nobody touched the file."""


class Kind(StrEnum):
    """What a content file is, told by its place."""

    SETTINGS = "settings"
    RECORD = "record"
    PEOPLE = "people"
    VENUES = "venues"
    PAGE = "page"
    STATIC = "static"
    PDF = "pdf"
    """Among the records."""


PUBLISHED = (Kind.STATIC, Kind.PDF)
"""Files that are not read, of any size."""

_LISTS = {
    f"{CONTENT}/{kind}{ending}": kind for kind in (Kind.PEOPLE, Kind.VENUES) for ending in (".yaml", ".yml")
}


class Source(NamedTuple):
    """A content file as found; a tuple because there may be 100,000."""

    path: str
    """``site.yaml``, or ``content/...`` wherever the content folder lies; with forward slashes."""
    kind: Kind
    stat: Stat


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything in an archive that is content, sorted by path."""

    root: Path
    """The archive's folder, with ``site.yaml``."""
    content: Path
    """The folder behind ``content/``."""
    began: int
    """A time, in nanoseconds since 1970, before any file was looked at."""
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def find(root: Path, content: Path) -> Found:
    """Walk the content folder (0.4 s for 87,000 files) without opening a file."""
    began = time.time_ns()
    sources: list[Source] = []
    problems = list(_links_out(root))
    settings = root / SETTINGS
    if settings.is_file() and not problems:
        sources.append(Source(SETTINGS, Kind.SETTINGS, _stat(settings.stat())))
    elif not problems:
        problems.append(_problem(SETTINGS, "does not exist", "it holds at least the title of the archive"))
    if not content.is_dir():
        problems.append(_problem(CONTENT, "is not a folder", "it should hold papers/<year>/<id>.md"))
        return Found(
            root=root, content=content, began=began, sources=tuple(sources), problems=tuple(problems)
        )
    for path, kind, entry in _walk(os.fspath(content), problems):
        try:
            info = entry.stat(follow_symlinks=False)
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        if problem := _refused(path, kind, info):
            problems.append(problem)
        elif kind is not None:
            sources.append(Source(path, kind, _stat(info)))
    sources.sort()
    return Found(root=root, content=content, began=began, sources=tuple(sources), problems=tuple(problems))


def _links_out(root: Path) -> Iterator[Problem]:
    """Return a problem for settings, a layout or the layouts' folder that is a symbolic link out of the archive."""
    home = root.resolve()
    for file in (root / SETTINGS, root / "layouts", *(root / "layouts").rglob("*")):
        if file.is_symlink() and not file.resolve().is_relative_to(home):
            path = file.relative_to(root).as_posix()
            yield _problem(path, "is a symbolic link out of the archive", "put the file itself here")


def on_disk(path: str, root: Path, content: Path) -> str:
    """Return the file that a path in an archive means; as text, since pathlib is slow for 100,000 files."""
    inside = path == CONTENT or path.startswith(CONTENT + "/")
    return f"{content}{path.removeprefix(CONTENT)}" if inside else f"{root}/{path}"


def file_digest(file: str) -> bytes:
    """Return the digest of a file that may be large."""
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=SIZE)).digest()


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that the system does not let us read."""
    return _problem(path, f"cannot be read: {error.strerror or 'input/output error'}")


def _walk(content: str, problems: list[Problem]) -> Iterator[tuple[str, Kind | None, os.DirEntry[str]]]:
    """Return every file below the folder with what it is by its place and ending; None for one that is no content.

    What cannot be opened is added to ``problems``.
    """
    waiting = [(content, CONTENT, 0)]
    while waiting:
        folder, path, depth = waiting.pop()
        if depth > MAX_DEPTH:
            problems.append(_problem(path, f"lies more than {MAX_DEPTH} folders deep", "move it up"))
            continue
        static = f"{path}/".startswith(STATIC)
        usual = Kind.PAGE if f"{path}/".startswith(PAGES) else Kind.RECORD
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        for entry in entries:
            name = entry.name
            text = not static and name.lower().endswith(_SUFFIXES)
            # The pattern is slow, and no ordinary record fits it.
            odd = not text or name[0] in ".#"
            if odd and (_JUNK if static else _LITTER).fullmatch(name):
                continue
            if not text and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{path}/{name}", depth + 1))
            elif text:
                yield f"{path}/{name}", _LISTS.get(f"{path}/{name}", usual), entry
            else:
                pdf = Kind.PDF if name.lower().endswith(".pdf") else None
                yield f"{path}/{name}", Kind.STATIC if static else pdf, entry


def _refused(path: str, kind: Kind | None, info: os.stat_result) -> Problem | None:
    """Return why a file must not be opened: links lead astray, pipes never end, huge texts fill memory."""
    if stat.S_ISREG(info.st_mode) and kind is not None and 0 < info.st_size <= LARGEST and path.isprintable():
        return None
    if stat.S_ISLNK(info.st_mode):
        return _problem(path, "is a symbolic link, which is not followed", "put the file itself here")
    if stat.S_ISDIR(info.st_mode):
        return _problem(path, "is a folder with the name of a record", "rename the folder")
    if not stat.S_ISREG(info.st_mode):
        return _problem(path, "is not a regular file", "remove it")
    if kind is None:
        message = "is not a record and not in content/static/: it is left out"
        advice = "records end in .md or .yaml; files to publish go into content/static/"
        return _problem(path, message, advice, severity=Severity.WARNING)
    if not info.st_size and kind not in PUBLISHED:
        return _problem(path, "is empty", "write at least a title and a date, or delete the file")
    if info.st_size > LARGEST and kind not in PUBLISHED:
        return _problem(
            path, f"has {info.st_size:,} bytes (at most {LARGEST:,})", "a list of records may be split", 1
        )
    if not path.isprintable():
        return _problem(path, "has a name with characters that cannot be shown", "rename the file")
    return None


def _stat(info: os.stat_result) -> Stat:
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino


def _problem(
    path: str, message: str, advice: str = "", line: int = 0, severity: Severity = Severity.ERROR
) -> Problem:
    location = Location(path=printable(path, 1_000), line=line)
    return Problem(location=location, message=message, advice=advice, severity=severity, code="file")
