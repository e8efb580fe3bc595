"""Publishing: all of a build's files or none, and a repair for the moment between.

    stage     output/.papershelf/...    every changed file, written by the workers
    journal   CACHE/journal             what to delete, beside CACHE/manifest.next: now the build is decided
    publish   delete, move, put the manifest in its place, remove the journal and the stage

A run killed before the journal stands leaves ``output/`` as it was, and the stage is thrown away; one killed after it
is finished by the next run, since deleting and moving can be repeated. The stage lies inside ``output/`` so that every
move is a rename on one file system; the journal lies where nothing that is published can stand.
"""

import marshal
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK

from papershelf.lib.files import seal, unseal, write_atomically
from papershelf.pipeline import manifest as manifests
from papershelf.problems import Location, Problem

STAGE = ".papershelf"


class UnfinishedError(OSError):
    """The disk refused in the middle of publishing: ``output/`` is partly new, and the next run will finish it."""


def stage_folder(output: Path) -> Path:
    """Return the folder into which the files of a build are staged."""
    return output / STAGE


def discard(output: Path) -> None:
    """Throw away a stage that was never decided."""
    shutil.rmtree(stage_folder(output), ignore_errors=True)


def obstacles(output: Path, stale: set[str]) -> Iterator[Problem]:
    """Report what stands where the stage is to go, unless it is ``stale``, and folders that may not be written."""
    if stage_folder(output).is_dir():
        yield from _obstacles(str(stage_folder(output)), str(output), stale)
    for folder in sorted({PurePosixPath(path).parent for path in stale}):
        place = str(output / folder)
        if os.path.isdir(place) and not os.access(place, os.W_OK | os.X_OK):
            yield _locked(place)


def _obstacles(stage: str, output: str, stale: set[str], above: str = "") -> Iterator[Problem]:
    """Look at what is staged in one folder, and below where the output has such a folder too.

    ``above`` is the path of the folder in the site, with a slash behind it.
    """
    if not os.access(output, os.W_OK | os.X_OK):
        yield _locked(output)
    with os.scandir(stage) as entries:
        staged = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in staged:
        path, place = f"{above}{name}", f"{output}{os.sep}{name}"
        try:
            mode = os.lstat(place).st_mode
        except FileNotFoundError:
            continue
        if is_folder and S_ISLNK(mode):
            yield _obstacle(place, "is a link, where the site has a folder", "remove it")
        elif is_folder and S_ISDIR(mode):
            yield from _obstacles(f"{stage}{os.sep}{name}", place, stale, f"{path}/")
        elif is_folder and path not in stale:
            yield _obstacle(place, "is a file, where the site has a folder", "move it away")
        elif not is_folder and S_ISDIR(mode) and not _is_emptied(Path(place), PurePosixPath(path), stale):
            yield _obstacle(place, "is a folder, where the site has a file", "move it away")


def _is_emptied(place: Path, path: PurePosixPath, stale: set[str]) -> bool:
    """Return whether a folder goes away with the stale files in it."""
    return all(
        str(path / PurePosixPath(file.relative_to(place).as_posix())) in stale
        for file in place.rglob("*")
        if not file.is_dir() or file.is_symlink()
    )


def _locked(place: str) -> Problem:
    return _obstacle(place, "is a folder that may not be written", "give yourself the right to write it")


def _obstacle(place: str, message: str, advice: str) -> Problem:
    return Problem(location=Location(path=place), message=message, advice=advice)


def publish(output: Path, cache: Path, manifest: manifests.Manifest, stale: Iterable[str]) -> None:
    """Move the stage into ``output/``, delete ``stale`` paths, and leave ``manifest`` in the folder ``cache``.

    Raises ``UnfinishedError`` where the disk refuses after the build was decided, ``OSError`` before.
    """
    manifests.write(cache / "manifest.next", manifest)
    paths = sorted(stale)
    write_atomically(cache / "journal", seal(marshal.dumps(paths)))
    _finish(output, cache, paths)


def is_decided(cache: Path) -> bool:
    """Return whether a journal stands, so that the build it belongs to must be finished."""
    return _journal(cache) is not None


def repair(output: Path, cache: Path) -> bool:
    """Finish what a killed run had decided, throw away what it had not; tell whether there was something to finish."""
    stale = _journal(cache)
    if stale is None:
        discard(output)
        return False
    _finish(output, cache, stale)
    return True


def _journal(cache: Path) -> list[str] | None:
    try:
        body = unseal((cache / "journal").read_bytes())
    except OSError:
        return None
    return marshal.loads(body) if body else None


def _finish(output: Path, cache: Path, stale: list[str]) -> None:
    try:
        for path in stale:
            _delete(output, path)
        stage = stage_folder(output)
        if stage.is_dir():
            _move(str(stage), str(output))
        if (cache / "manifest.next").exists():
            os.replace(cache / "manifest.next", cache / "manifest")
        (cache / "journal").unlink(missing_ok=True)
    except OSError as error:
        raise UnfinishedError(error.errno, error.strerror, error.filename) from error
    discard(output)


def _move(source: str, target: str) -> None:
    """Move everything below one folder into another: whole folders where the target has none."""
    with os.scandir(source) as entries:
        found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    for name, is_folder in found:
        there = f"{target}{os.sep}{name}"
        if is_folder and os.path.isdir(there) and not os.path.islink(there):
            _move(f"{source}{os.sep}{name}", there)
        else:
            if is_folder and os.path.lexists(there):
                os.unlink(there)
            os.replace(f"{source}{os.sep}{name}", there)


def _delete(output: Path, path: str) -> None:
    """Delete one file and the folders it leaves empty; nothing that lies, by whatever link, outside ``output``."""
    target = output / path
    if not target.parent.resolve().is_relative_to(output.resolve()):
        return
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
