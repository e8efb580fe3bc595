"""Names as printed on papers: read, taken apart, put together."""

import re
from dataclasses import dataclass
from functools import lru_cache

PARTICLES = frozenset(
    (
        "af al am aus auf bin d da dal dalla dall' das de dei del della delle dello den der des di do dos "
        "du e el 't 's la las le lo los op ten ter te ibn san santa vom von van y zu zum zur"
    ).split()
)
"""Words that belong to a family name when written in lower case before it."""

SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV|2nd|3rd")
"""What stands behind a family name and is no name."""
# Han, kana and hangul: scripts in which the family name comes first.
_FAMILY_FIRST = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\s・]+")
_GROUPS = frozenset(("Collaboration", "Collaborations", "Consortium"))


ROLES = tuple(
    (
        "conceptualization data-curation formal-analysis funding-acquisition investigation methodology "
        "project-administration resources software supervision validation visualization "
        "writing-original-draft writing-review-editing"
    ).split()
)
"""The contributor roles of CRediT (ANSI/NISO Z39.104-2022), as their addresses spell them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One author as printed on one paper (a name specification, not a person)."""

    name: str
    """The whole name in reading order, as shown: ``Laurens van der Maaten``."""
    given: str = ""
    """Given names: ``Laurens``; empty for one-word names and organisations."""
    particle: str = ""
    """Non-dropping particle: ``van der``."""
    family: str = ""
    """Family name without particle and suffix: ``Maaten``; empty when ``literal``."""
    suffix: str = ""
    """``Jr.``, ``III``."""
    literal: bool = False
    """True for an organisation or a name that must not be taken apart."""
    person: str = ""
    """Slug of the person meant (`id:` in the record), where the printed name is not enough."""
    orcid: str = ""
    """Bare ORCID iD, ``0000-0002-1825-0097``."""
    affiliations: tuple[str, ...] = ()
    """Institutions, in order."""
    rors: tuple[str, ...] = ()
    """ROR addresses of the institutions, in the same order; may be shorter."""
    equal: bool = False
    """Contributed equally."""
    corresponding: bool = False
    """Corresponding author."""
    email: str = ""
    """Their e-mail address, published only where ``site.yaml`` says ``emails: true``."""
    roles: tuple[str, ...] = ()
    """What they did, in the words of CRediT: ``software``, ``writing-original-draft``."""


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> Name:
    """Read a printed name: ``Given Family`` or BibTeX's ``Family, Given`` and ``Family, Suffix, Given``.

    Taken too: ``Given Family, Jr.`` and ``Family, Given, Jr.``; a family name first where the script has it so
    (``山田 太郎``, ``김 민수``). A one-word name and a collaboration are literal. Particles in lower case go with the
    family name.
    """
    text = text.strip(" ,")
    if "," in text:
        family_part, *rest = (part.strip() for part in text.split(","))
        if len(rest) == 1 and SUFFIX.fullmatch(rest[0]):
            return parse_name(f"{family_part} {rest[0]}")
        if len(rest) == 2 and SUFFIX.fullmatch(rest[1]):
            rest.reverse()
        suffix, given = (rest[0], rest[1]) if len(rest) > 1 else ("", rest[0] if rest else "")
        words = family_part.split()
    else:
        words = text.split()
        if words and words[-1] in _GROUPS:
            return Name(name=text, family=text, literal=True)
        if not text.isascii() and len(words) > 1 and _FAMILY_FIRST.fullmatch(text):
            return make_name(given=" ".join(words[1:]), family=words[0])
        suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
        start = _family_start(words)
        given, words = " ".join(words[:start]), words[start:]
    if not given:
        whole = text.replace(",", "").strip()
        return Name(name=whole, family=whole, literal=True)
    particle, family = split_particle(" ".join(words))
    return make_name(given=given, particle=particle, family=family, suffix=suffix)


def split_particle(family: str) -> tuple[str, str]:
    """Return particle and rest of a family name: ``van der Maaten`` is ``("van der", "Maaten")``."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count] in PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def names_in(text: str) -> list[str]:
    """Return the names in a text that certainly holds several, between semicolons, ``and`` or commas; else none.

    Commas part names only where each part is a whole one, as in ``Ada Lovelace, Grace Hopper``.
    """
    parts = re.split(r"\s*;\s*|,?\s+and\s+|\s*&\s*", text.strip(" ;"))
    if ";" not in text:
        # In "A B, C D and E F" too, what stands first is a list.
        first = re.split(r"\s*,\s*", parts[0].strip(" ,"))
        if all(len(part.split()) > 1 for part in first):
            parts = [*first, *parts[1:]]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 else []


def make_name(*, given: str, particle: str = "", family: str, suffix: str = "") -> Name:
    """Return the name made of its parts."""
    first, last = ("", given) if _FAMILY_FIRST.fullmatch(family + given) else (given, "")
    whole = " ".join(part for part in (first, particle, family, last, suffix) if part)
    return Name(name=whole, given=given, particle=particle, family=family, suffix=suffix)


def _family_start(words: list[str]) -> int:
    """Return the index at which the family name (with its particles) begins in a name in reading order."""
    for index in range(1, len(words) - 1):
        if words[index] in PARTICLES:
            return index
    return len(words) - 1
