"""What people read in a terminal, or in the log of a workflow, where some lines would be commands."""

import json
import re
import sys
import unicodedata
from typing import TextIO

_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)


def say(text: str, *, file: TextIO | None = None, flush: bool = False) -> None:
    """Print text for people, whatever names and excerpts are in it; on standard output unless told otherwise."""
    print(harmless(text), file=file, flush=flush)


def harmless(text: str) -> str:
    """Return text without characters that move a cursor or turn the direction of writing, and without commands.

    A workflow of GitHub takes ``::name::`` for one at the start of a line, and ``##[name]`` anywhere (actions/runner,
    ActionCommand).
    """
    if not text.isprintable():
        text = "".join(char if _is_shown(char) else "\ufffd" for char in text)
    return _COMMAND.sub(r"\1: :", text).replace("##[", "# #[")


def say_json(value: object) -> None:
    """Print JSON for programs on standard output; what would harm a terminal or a log is escaped in it."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    shown = "".join(char if _is_shown(char) else json.dumps(char)[1:-1] for char in text)
    sys.stdout.write(shown.replace("##[", "#\\u0023[") + "\n")


def _is_shown(char: str) -> bool:
    return char.isprintable() or char in "\n\t" or unicodedata.category(char) == "Zs"
