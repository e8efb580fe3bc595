"""Paths of files below a site: those that every server and file system takes, and which of them they take for one."""

import re
import unicodedata

from papershelf.lib.text import DEVICE, printable

_LONGEST = 255  # bytes of a name, on most file systems
_LONGEST_PATH = 1_000  # bytes; systems take some 4,000 with all folders above
_DEEPEST = 20  # folders within one another
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def checked_path(text: str) -> str:
    """Return a relative path with forward slashes in Unicode's composed form (NFC); it never leads out of its folder.

    Raises ``ValueError`` with the reason where a server or a file system (Windows' rules are the strictest) would
    refuse it or take it for another.
    """
    path = unicodedata.normalize("NFC", text)
    if path.count("/") > _DEEPEST or len(path.encode("utf-8", "surrogatepass")) > _LONGEST_PATH:
        most = f"at most {_LONGEST_PATH:,} bytes, {_DEEPEST} folders deep"
        raise ValueError(f"{printable(text, 80)!r} is too long for an address ({most})")
    for name in path.split("/"):
        if reason := _refused(name):
            raise ValueError(f"{printable(text, 80)!r} {reason}")
    return path


def _refused(name: str) -> str:
    if not name:
        return "has an empty part: write it without a slash at its ends and with single ones inside"
    if name in (".", ".."):
        return f"holds {name!r}: write the path itself"
    if found := _FORBIDDEN.search(name):
        return f"holds {found[0]!r}, which no file may have in its name everywhere"
    if name[-1] in ". " or name[0] == " ":
        return f"has a part that {'begins' if name[0] == ' ' else 'ends'} in a space or a dot: {name!r}"
    if DEVICE.fullmatch(name):
        return f"holds {name!r}, the name of a device on Windows"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST:
        return f"has a part of more than {_LONGEST} bytes"
    return ""


def same_path(path: str) -> str:
    """Return what all paths share that some file system takes for one: it may fold case and compose letters."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())
