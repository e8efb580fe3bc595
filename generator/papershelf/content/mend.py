"""Content files changed where it is certain what was meant; all other characters of a file stay as they are."""

from collections.abc import Iterable
from pathlib import Path

from papershelf.content.front_matter import decode
from papershelf.lib.files import write_atomically
from papershelf.problems import Edit, Problem

_BOM = b"\xef\xbb\xbf"


def edits(problems: Iterable[Problem]) -> dict[str, list[Edit]]:
    """Return the edits of the problems that have one, by file, without those that overlap an earlier one."""
    found: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edit:
            found.setdefault(problem.location.path, []).append(problem.edit)
    for path, some in found.items():
        some.sort(key=lambda edit: (edit.begin, edit.end))
        apart: list[Edit] = []
        for edit in some:
            if not apart or edit.begin >= apart[-1].end:
                apart.append(edit)
        found[path] = apart
    return found


def mend(file: Path, changes: Iterable[Edit]) -> None:
    """Change a file as the edits say, whole or not at all; its line ends and byte order mark stay."""
    data = file.read_bytes()
    text = decode(data, str(file))
    if isinstance(text, Problem):
        return
    for edit in reversed(list(changes)):
        text = text[: edit.begin] + edit.text + text[edit.end :]
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    mode = file.stat().st_mode
    write_atomically(file, _BOM * data.startswith(_BOM), text.encode())
    file.chmod(mode)
