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

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")


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


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> Name:
    """Read a printed name, ``Given Family`` or ``Family, Given`` or ``Family, Suffix, Given`` (BibTeX's three forms).

    A one-word name is literal. Particles in lower case go with the family name.
    """
    if "," in text:
        family_part, *rest = (part.strip() for part in text.split(","))
        suffix, given = (rest[0], rest[1]) if len(rest) > 1 else ("", rest[0] if rest else "")
        words = family_part.split()
    else:
        words = text.split()
        suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
        start = _family_start(words)
        given, words = " ".join(words[:start]), words[start:]
    if not given:
        whole = text.replace(",", "").strip()
        return Name(name=whole, family=whole, literal=True)
    count = 0
    while count < len(words) - 1 and words[count] in PARTICLES:
        count += 1
    particle, family = " ".join(words[:count]), " ".join(words[count:])
    return make_name(given=given, particle=particle, family=family, suffix=suffix)


def make_name(*, given: str, particle: str = "", family: str, suffix: str = "") -> Name:
    """Return the name made of its parts."""
    whole = " ".join(part for part in (given, particle, family, suffix) if part)
    return Name(name=whole, given=given, particle=particle, family=family, suffix=suffix)


def _family_start(words: list[str]) -> int:
    """Return the index at which the family name (with its particles) begins in a name in reading order."""
    for index in range(1, len(words) - 1):
        if words[index] in PARTICLES:
            return index
    return max(len(words) - 1, 0)
