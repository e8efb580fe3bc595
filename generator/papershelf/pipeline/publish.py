"""Publishing: all of a build's files or none, and a repair for the moment between.

    stage     output/.papershelf/tree/...      every changed file, written by the workers
    journal   output/.papershelf/journal       what to delete, and the manifest to leave: now the build is decided
    publish   delete, move, write the manifest, remove output/.papershelf

A run killed before the journal stands leaves ``output/`` as it was, and the stage is thrown away; one killed after it
is finished by the next run, since deleting and moving can be repeated. The stage lies inside ``output/`` so that every
move is a rename on one file system.
"""

import marshal
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from papershelf.lib.files import seal, unseal, write_atomically
from papershelf.pipeline import manifest as manifests

STAGE = ".papershelf"


def stage_tree(output: Path) -> Path:
    """Return the folder into which the files of a build are staged."""
    return output / STAGE / "tree"


def discard(output: Path) -> None:
    """Throw away a stage that was never decided."""
    shutil.rmtree(output / STAGE, ignore_errors=True)


def publish(output: Path, manifest_file: Path, manifest: manifests.Manifest, stale: Iterable[str]) -> None:
    """Move the stage into ``output/``, delete ``stale`` paths, and leave ``manifest`` in ``manifest_file``."""
    body = marshal.dumps((sorted(stale), manifests.to_bytes(manifest)))
    write_atomically(output / STAGE / "journal", seal(body))
    _finish(output, manifest_file, body)


def decided(output: Path) -> bool:
    """Tell whether a journal stands, so that the build it belongs to must be finished."""
    return _journal(output) is not None


def repair(output: Path, manifest_file: Path) -> bool:
    """Finish what a killed run had decided, throw away what it had not; tell whether there was something to finish."""
    if not (output / STAGE).is_dir():
        return False
    body = _journal(output)
    if body is None:
        discard(output)
        return False
    _finish(output, manifest_file, body)
    return True


def _journal(output: Path) -> bytes | None:
    try:
        data = (output / STAGE / "journal").read_bytes()
    except OSError:
        return None
    return unseal(data) or None


def _finish(output: Path, manifest_file: Path, body: bytes) -> None:
    stale, stored = marshal.loads(body)
    for path in stale:
        _delete(output, path)
    tree = stage_tree(output)
    if tree.is_dir():
        _move(str(tree), str(output))
    manifest_file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(manifest_file, stored)
    # The journal goes before the rest, so that a stage without one is only ever rubbish.
    (output / STAGE / "journal").unlink(missing_ok=True)
    discard(output)


def _move(source: str, target: str) -> None:
    """Move everything below one folder into another: whole folders where the target has none."""
    with os.scandir(source) as entries:
        found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    for name, is_folder in found:
        there = f"{target}{os.sep}{name}"
        if is_folder and os.path.isdir(there):
            _move(f"{source}{os.sep}{name}", there)
        else:
            if is_folder and os.path.lexists(there):
                os.unlink(there)
            os.replace(f"{source}{os.sep}{name}", there)


def _delete(output: Path, path: str) -> None:
    """Delete one file and the folders it leaves empty."""
    target = output / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
