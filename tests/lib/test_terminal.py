"""Nothing that is said moves a cursor, turns the direction of writing, or is a command in the log of a workflow."""

import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from papershelf.lib.terminal import harmless, say_json

HARM = re.compile(r"^[^\S\n]*::|##\[", re.MULTILINE)


def harms(text: str) -> bool:
    """Return whether text would do something in a terminal or in a log, beside being read."""
    signs = {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    return bool(HARM.search(text) or signs - {"\n", "\t"})


SIGNS = [
    "::",
    "##[",
    "#",
    ":",
    "[",
    "\n",
    "\r",
    " ",
    "\t",
    "\x1b[31m",
    "\u202e",
    "\x9b",
    "é",
    "\u3000",
    "error",
]
TEXTS = st.lists(st.sampled_from(SIGNS) | st.characters()).map("".join)


@given(TEXTS)
@example("\n ::error::x")
@example("###[[")
@example("\n\u3000::stop-commands::x")
def test_what_is_said_harms_nobody(text: str) -> None:
    assert not harms(harmless(text))
    assert harmless(harmless(text)) == harmless(text)
    assert harms(text) or harmless(text) == text or "\ufffd" in harmless(text)


@given(st.lists(TEXTS))
def test_json_says_the_same_and_harms_nobody(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        written: list[str] = []
        patch.setattr("sys.stdout.write", written.append)
        say_json(texts)
    assert not harms(written[0])
    assert json.loads(written[0]) == texts
