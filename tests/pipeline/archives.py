"""Small archives, built in this process: what the tests of the build have in common."""

from pathlib import Path

from papershelf.pipeline.options import Options, RecordCache, Report
from papershelf.pipeline.run import build

Files = dict[str, str]

SITE = "title: Small archive\nurl: https://example.org/small/\n"
PEOPLE = "ada-lovelace:\n  name: Ada Lovelace\n  variants: [A. Lovelace]\n"


def paper(
    title: str = "On Engines",
    *,
    date: str = "2024-05-03",
    authors: str = "[Ada Lovelace, Charles Babbage]",
    more: str = "",
    abstract: str = "We look at engines, and at what they can weave.",
) -> str:
    """Return the text of a record."""
    return f"---\ntitle: {title}\nauthors: {authors}\ndate: {date}\n{more}---\n{abstract}\n"


def write(root: Path, files: Files) -> None:
    """Make ``root`` hold exactly ``files``, touching only those that differ."""
    for file in [file for file in root.rglob("*") if file.is_file()]:
        name = file.relative_to(root).as_posix()
        if name not in files and not name.startswith((".cache/", "output/", "clean/")):
            file.unlink()
    (root / "content").mkdir(exist_ok=True)
    for name, text in files.items():
        file = root / name
        if not file.exists() or file.read_text() != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)


def run(
    root: Path,
    output: str = "output",
    *,
    jobs: int = 1,
    clean: bool = False,
    pages_first: bool = False,
    record_cache: RecordCache | None = None,
) -> Report:
    """Build the archive in ``root``."""
    content = root / "content"
    options = Options(
        root=root, content=content, output=root / output, jobs=jobs, clean=clean, pages_first=pages_first
    )
    return build(options, record_cache=record_cache)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
