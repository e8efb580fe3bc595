"""Names of authors in any form that sources write, as a record has them."""

import re
from collections.abc import Iterator
from typing import Any

from papershelf.formats.names import name_parts
from papershelf.markup.line import plain
from papershelf.model import identifiers
from papershelf.sources import texts
from papershelf.sources.codes import valid
from papershelf.sources.texts import is_nobody

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
_OTHERS = re.compile(r"(?:,?\s*\b(?:and|&)\s+others|,?\s*\bet\.?\s+al\b\.?)\s*$|^others$", re.IGNORECASE)
_MARKS = re.compile(r"[\s*†‡§¶∗,;]+$|\s+\d{4}$|(?<=[^\W\d])[\d,]+$|\s*[(<\[]?\S+@\S+[)>\]]?$")
_LIFE = re.compile(r",?\s*\(?\b\d{4}\s*[-–]\s*(?:\d{4})?\)?")
_INITIALS = re.compile(r"(?:[A-Z]\.?[-\s]?){1,4}")
_VANCOUVER = re.compile(r"(?P<family>\S.*\S)\s+(?P<given>[A-Z]{1,4})(?:\s+(?P<suffix>Jr|Sr|II|III|IV)\.?)?")
_AND = re.compile(r"\s+(?:and|&|AND)\s+")
_STRAY = re.compile(r"\\(?![A-Za-z])")
_GROUP = re.compile(
    r"\b(?:association|bank|board|bureau|center|centre|collaboration|college|commission|committee|company|consortium|"
    r"council|department|editors?|faculty|foundation|group|inc|institute|journal|laboratory|library|ltd|ministry|museum|"
    r"network|office|organi[sz]ation|project|society|team|trust|university|working)\b",
    re.IGNORECASE,
)


def line(text: str) -> str:
    """Return a name or affiliation as plain text: a record's names hold no TeX, so a backslash begins a command."""
    return _STRAY.sub("", plain(texts.line(text))).strip()


def read_names(value: Any) -> list[Any]:
    """Return authors as a record file lists them: texts, or mappings of parts.

    Takes a list of texts and mappings (``given``, ``family``, ``name``, ``literal``, ``suffix``, ``orcid``, ...), or
    one text that holds them all (``A and B``, ``A; B``, ``A|B``, ``Smith J, Doe A``). What stands for nobody
    (``others``, ``(:unav)``) is left out.
    """
    if isinstance(value, str):
        value = split_names(value)
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list | tuple):
        return []
    names = [name for item in value for name in _name(item)]
    return list(map(_turned, names)) if len(names) > 1 and all(map(_is_turned, names)) else names


def _is_turned(name: Any) -> bool:
    """Return whether a name was read as ``given: Smith, family: J``; one such name may be right, a list is not."""
    return (
        isinstance(name, dict)
        and re.fullmatch(r"[A-Z]{1,3}", name.get("family", "")) is not None
        and re.search(r"[a-z]", name.get("given", "")) is not None
    )


def _turned(name: dict[str, Any]) -> dict[str, Any]:
    return {**name, "given": name["family"], "family": name["given"]}


def split_names(text: str) -> list[str]:
    """Return the names in one text."""
    text = line(text)
    for sign in (";", "|"):
        if sign in text:
            return [part.strip() for part in text.split(sign) if part.strip()]
    if _AND.search(text) and not _GROUP.search(text):
        parts = _AND.split(re.sub(r",\s*(?:and|&)\s+", " and ", text))
        # "A, B and C": the commas part names too, unless one stands in each part ("Doe, A. and Roe, B.").
        return [name for part in parts for name in _by_commas(part, len(parts) > 1 and "," in parts[-1])]
    return _by_commas(text, False)


def _by_commas(text: str, one: bool) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if one or len(parts) < 2:
        return [text.strip()] if text.strip() else []
    if is_vancouver(text) or (all(" " in part for part in parts) and not text[:1].islower()):
        return parts
    # "Doe, J., Roe, A. B.": family names and initials by turns.
    if len(parts) % 2 == 0 and len(parts) > 2 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return [text.strip()] if len(parts) < 4 else parts


def is_vancouver(text: str) -> bool:
    """Return whether a text is ``Smith J, Doe A``: families with initials, parted by commas."""
    return "," in text and all(_VANCOUVER.fullmatch(part.strip()) for part in text.split(","))


def _name(item: Any) -> Iterator[Any]:
    if isinstance(item, str):
        yield from _from_text(item)
    elif isinstance(item, dict):
        yield from _from_parts(item)


def _from_text(text: str) -> Iterator[Any]:
    text = _OTHERS.sub("", line(text)).strip(" ,;")
    while (bare := _MARKS.sub("", text)) != text:
        text = bare
    if not _has_letter(text) or is_nobody(text):
        return
    if ";" in text:
        for part in text.split(";"):
            yield from _from_text(part)
    elif _GROUP.search(text):
        yield {"literal": text}
    elif _AND.search(text):
        for part in _AND.split(text):
            yield from _from_text(part.strip(", "))
    elif text.count(",") > 2:
        yield {"literal": text}
    elif "," not in text and (match := _VANCOUVER.fullmatch(text)) and not match["family"].isupper():
        yield name_parts(match["given"], "", match["family"], match["suffix"] or "")
    else:
        yield text


def _from_parts(item: dict[str, Any]) -> Iterator[Any]:
    text = {key: line(value) for key, value in item.items() if isinstance(value, str)}
    text = {key: value for key, value in text.items() if _has_letter(value) and not is_nobody(value)}
    given, family = _without_marks(text.get("given", "")), _without_marks(text.get("family", ""))
    particle, suffix = text.get("particle", ""), text.get("suffix", "")
    if _SUFFIX.fullmatch(given) and suffix and not _SUFFIX.fullmatch(suffix):
        given, suffix = suffix, given  # "Sherry, John F., Jr.", where BibTeX wants the suffix first
    more = _more(item)
    if literal := text.get("literal"):
        literal = _OTHERS.sub("", literal)
        found: list[Any] = [{"literal": literal}] if literal else []
    elif family and given and _SUFFIX.fullmatch(family):
        found = [f"{given} {family}"]  # a suffix that was taken for the family name
    elif family and given:
        found = [name_parts(given, particle, family, suffix)]
    else:
        found = list(_from_text(_LIFE.sub("", family or text.get("name", "") or given)))
    if len(found) == 1 and more:
        only = found[0]
        found = [{**(only if isinstance(only, dict) else {"name": only}), **more}]
    yield from found


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _without_marks(text: str) -> str:
    return re.sub(r"[\s*†‡§¶∗,;]+$", "", text)


def lowered(given: str, family: str) -> tuple[str, str]:
    """Return a name in capitals as others are written: the family name, and a given name too long for initials."""
    if sum(map(str.isalpha, family)) < 3 or not family.isupper():
        return given, family
    if given.isupper() and not _INITIALS.fullmatch(given):
        return _capitalized(given), _capitalized(family)
    return given, _capitalized(family)


def _capitalized(text: str) -> str:
    words = [word.capitalize() if len(word) > 2 else word for word in re.split(r"([\s'’.-])", text)]
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), "".join(words))


def _more(item: dict[str, Any]) -> dict[str, Any]:
    """Return what is known of a person besides the name."""
    more: dict[str, Any] = {}
    # A mistyped one is worse than none.
    if orcid := valid(identifiers.orcid, str(item.get("orcid") or item.get("ORCID") or "")):
        more["orcid"] = orcid
    places = item.get("affiliation") or []
    places = places if isinstance(places, list) else [places]
    texts = [
        line(str(place.get("name") or "") if isinstance(place, dict) else str(place or ""))
        for place in places
    ]
    if kept := [text for text in texts if text and not is_nobody(text)]:
        more["affiliation"] = kept
    for key in ("equal", "corresponding"):
        if item.get(key) in (True, "true"):
            more[key] = "true"
    if isinstance(item.get("id"), str) and item["id"]:
        more["id"] = item["id"]
    if isinstance(item.get("ror"), str | list) and item["ror"]:
        more["ror"] = item["ror"]
    return more
