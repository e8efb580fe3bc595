"""`check` and `build` on small archives at random: what one passes the other builds, and they tell the same."""

import gc
import shutil
from pathlib import Path

from papershelf.commands.site import inspect_all
from papershelf.pipeline.options import Options
from papershelf.pipeline.run import build
from papershelf.problems import errors

from tests.long.small_archives import Maker


def hold_together(root: Path, seed: int, number: int) -> tuple[int, int]:
    """Make archives and hold `check` and `build` of each to one another; return how many passed, and how many not."""
    maker = Maker(seed)
    passed = 0
    for count in range(number):
        folder = root / "archive"
        shutil.rmtree(folder, ignore_errors=True)
        files = maker.archive()
        try:
            passed += _agree(folder, files)
        except BaseException as error:
            error.add_note(f"SEED={seed}, archive {count}: {files}")
            raise
        if count % 100 == 99:
            gc.unfreeze()  # a build freezes what there is, as if it were the last thing in its process
            gc.collect()
    return passed, number - passed


def _agree(folder: Path, files: dict[str, bytes]) -> bool:
    """Return whether an archive passes."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "content").mkdir(exist_ok=True)
    _, content, problems = inspect_all(folder, None)
    options = Options(root=folder, content=folder / "content", output=folder / "output")
    report = build(options)
    assert report.failed == bool(errors(problems)), (problems, report.problems)
    if report.failed:
        assert set(errors(report.problems)) <= set(problems)
        assert not (folder / "output").exists() or not any((folder / "output").iterdir())
        return False
    assert set(report.problems) == set(problems)
    for record in content.records:
        assert (folder / "output" / "papers" / record.id / "index.html").is_file() != record.draft
    assert not build(options).reasons
    assert {path.name for path in folder.iterdir()} <= {
        *(path.split("/")[0] for path in files),
        "content",
        "output",
        ".cache",
    }
    return True
