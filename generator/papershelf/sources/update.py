"""What a source has newer about a paper that is here: shown as a difference; what is empty here can be filled in."""

from dataclasses import fields, replace
from difflib import unified_diff
from pathlib import Path

from papershelf.content.front_matter import FrontMatter, decode, split
from papershelf.content.parse import parse
from papershelf.content.write import field_data, mapping_text, write
from papershelf.lib.files import write_atomically
from papershelf.model.record import Record

_OURS = frozenset(("id", "source", "digest", "type", "added", "bibkey", "author_count"))
"""Fields that are the archive's business, or follow from others."""


def news(here: Record, offered: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that are empty here and known to the source, and those on which the two differ."""
    empty: list[str] = []
    other: list[str] = []
    for field in fields(Record):
        mine, theirs = getattr(here, field.name), getattr(offered, field.name)
        if field.name in _OURS or theirs == field.default or theirs == mine:
            continue
        (empty if mine == field.default else other).append(field.name)
    if here.notes and "abstract" in empty:
        empty.remove("abstract")  # notes below the front matter leave it no place
    return tuple(empty), tuple(other)


def difference(here: Record, offered: Record, names: tuple[str, ...]) -> str:
    """Return lines of ``-`` (here) and ``+`` (the source) for fields that differ."""
    theirs = replace(here, **{name: getattr(offered, name) for name in names})
    lines = unified_diff(write(here).split("\n"), write(theirs).split("\n"), lineterm="", n=0)
    return "\n".join(
        f"{line[0]} {line[1:]}" for line in lines if line and not line.startswith(("---", "+++", "@@"))
    )


def fill(file: Path, here: Record, offered: Record, names: tuple[str, ...]) -> bool:
    """Write fields that are empty into a record's file, all else in it as it stands.

    Returns False where the file is not of a form in which that is safe: a list of records, a mapping in braces.
    """
    wanted = replace(here, **{name: getattr(offered, name) for name in names})
    text = decode(file.read_bytes(), here.source)
    if not isinstance(text, str):
        return False
    if here.source.lower().endswith(".md"):
        parts = split(text, here.source)
        if not isinstance(parts, FrontMatter):
            return False
        lines = (
            mapping_text(field_data(wanted, [name for name in names if name != "abstract"]))
            if set(names) - {"abstract"}
            else ""
        )
        body = parts.body or (wanted.abstract if "abstract" in names else "")
        new = f"---\n{parts.head.text}{lines}---\n{body}\n" if body else f"---\n{parts.head.text}{lines}---\n"
    else:
        new = f"{text.rstrip()}\n{mapping_text(field_data(wanted, names))}"
    read = parse(here.source, new.encode())
    if isinstance(read, list) or len(read) != 1 or replace(read[0], digest=here.digest) != wanted:
        return False
    write_atomically(file, new.encode())
    return True
