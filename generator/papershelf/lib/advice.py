"""What was meant by a key or a value that a type does not have, and how it is written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from papershelf.lib import yaml
from papershelf.lib.fields import Meant

OPEN = "..."
"""Stands for a value that only its author knows."""
_LONGEST = 200  # characters of a value that is shown
_PLACE = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What people write instead of a key or a value that a type has, in lower case, and what they mean."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Unknown key -> the key that is meant; one within another (``links.code``); or a sentence, which is told by its
    spaces, and in which ``<year>`` stands for the value of that key."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Word, with hyphens for spaces -> word; it is advice only where the type has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantKey:
    """What was meant by an unknown key."""

    name: str = ""
    """The key, or ``links.code`` for one within another; empty where nothing is alike."""
    is_certain: bool = False
    sentence: str = ""
    """What to do, where that is more than to write the key that is meant."""


def meant_key(key: str, possible: Sequence[str], advice: Advice) -> MeantKey:
    """Return what was meant by a key that is none of those ``possible``."""
    word = key.lower()
    meant = advice.keys.get(word, word if word in possible else "")
    if " " in meant:
        return MeantKey(sentence=meant)
    if meant:
        return MeantKey(name=meant, is_certain=True)
    if close := get_close_matches(word, possible, n=1):
        return MeantKey(name=close[0], sentence=f"did you mean `{close[0]}`?")
    return MeantKey(sentence=f"known keys: {', '.join(possible)}" if len(possible) < 15 else "")


def filled_in(sentence: str, given: Mapping[str, Any]) -> str:
    """Return a sentence of ``Advice`` with the values of the keys that it names."""
    return _PLACE.sub(lambda match: written(given.get(match[1], "")) or OPEN, sentence)


def meant_value(item: Any, advice: Advice) -> str | list[str]:
    """Return the value that was certainly meant by one in which pydantic found a mistake; empty where that is open."""
    error, value = item["type"], item["input"]
    if error == "value_error" and isinstance(reason := item["ctx"]["error"], Meant):
        return reason.value
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if error != "literal_error" or not isinstance(value, str):
        return ""
    meant = advice.values.get(_word(value), _word(value))
    return meant if meant in expected(item) else ""


def near_value(item: Any) -> str:
    """Return the value most like one that is none of a few; empty where none is."""
    if item["type"] != "literal_error" or not isinstance(item["input"], str):
        return ""
    return next(iter(get_close_matches(_word(item["input"]), expected(item), n=1)), "")


def expected(item: Any) -> list[str]:
    """Return the texts of which pydantic wanted one."""
    return re.findall(r"'([^']+)'", item["ctx"]["expected"])


def written(value: Any) -> str:
    """Return a text or a list of texts as YAML of one line; empty for what is long, empty or of another kind."""
    items = value if isinstance(value, list) else [value]
    if not value or not all(isinstance(item, str) and "\n" not in item for item in items):
        return ""
    text = ", ".join(map(yaml.scalar, items))
    return "" if len(text) > _LONGEST else f"[{text}]" if isinstance(value, list) else text


def _word(value: str) -> str:
    return "-".join(value.lower().replace("_", " ").split())
