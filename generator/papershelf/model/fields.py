"""The types of a record's own fields: ids, dates, identifiers, printed names (see ``lib/fields`` for the rest)."""

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from papershelf.config import mail_address
from papershelf.lib.fields import Line, as_list, flag, one_line
from papershelf.model import dates, identifiers, routes
from papershelf.model.licenses import license_text
from papershelf.model.names import ROLES, Name, make_name, parse_name


def printed_name(value: Any) -> Name:
    """Read an author: ``Given Family``, ``Family, Given``, or a mapping of the parts of RECORD's author."""
    if isinstance(value, str):
        text = one_line(value)
        if len(text) > 300:
            raise ValueError(f"a name of {len(text)} characters; is it a list of names?")
        return _whole_name(text)
    if not isinstance(value, dict):
        raise ValueError("an author is a name or a mapping with `name`, or `given` and `family`")
    return _name_from_parts(value)


def _whole_name(text: str) -> Name:
    if text.count(",") > 2:
        raise ValueError(f"{text!r} is several names in one; write them as a list")
    return parse_name(text)


def _name_from_parts(given: dict[str, Any]) -> Name:
    """Return the name of a mapping; raise ``ValueError`` with all that is wrong in it."""
    parts: dict[str, Any] = {}
    faults: list[str] = []
    for key, value in given.items():
        if key not in _PARTS:
            faults.append(_unknown_part(key))
            continue
        try:
            parts[key] = _PARTS[key](value)
        except ValueError as error:
            faults.append(f"{key}: {error}")
    if not given.keys() & {"name", "family", "literal"}:
        faults.append("an author needs `name`, or `given` and `family`, or `literal`")
    if faults:
        raise ValueError("; ".join(sorted(faults, key=len)))  # a long message is cut at its end
    return replace(
        _base(parts),
        person=parts.get("id", ""),
        orcid=parts.get("orcid", ""),
        affiliations=parts.get("affiliation", ()),
        rors=parts.get("ror", ()),
        equal=parts.get("equal", False),
        corresponding=parts.get("corresponding", False),
        email=parts.get("email", ""),
        roles=parts.get("roles", ()),
    )


def _base(parts: dict[str, Any]) -> Name:
    if literal := parts.get("literal"):
        return Name(name=literal, family=literal, literal=True)
    if "family" in parts and "given" in parts:
        return make_name(
            given=parts["given"],
            particle=parts.get("particle", ""),
            family=parts["family"],
            suffix=parts.get("suffix", ""),
        )
    return _whole_name(parts.get("name") or parts["family"])


def _unknown_part(key: str) -> str:
    close = get_close_matches(key.lower(), _PARTS, n=1, cutoff=0.75)
    return f"an author has no key {key!r}" + (f" (did you mean `{close[0]}`?)" if close else "")


def _role(text: str) -> str:
    role = "-".join(re.findall(r"[a-z]+", text.lower()))
    if role not in ROLES:
        raise ValueError(f"{text!r} is no role of CRediT (known: {', '.join(ROLES)})")
    return role


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("is a text")
    return one_line(value)


def _each(read: Callable[[str], str]) -> Callable[[Any], tuple[str, ...]]:
    return lambda value: tuple(read(_text(item)) for item in as_list(value))


_PARTS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("name", "given", "family", "particle", "suffix", "literal"), _text),
    "id": lambda value: identifiers.slug(_text(value)),
    "orcid": lambda value: identifiers.orcid(_text(value)),
    "affiliation": _each(str),
    "ror": _each(identifiers.ror),
    "equal": flag,
    "corresponding": flag,
    "email": lambda value: mail_address(_text(value)),
    "roles": _each(_role),
}
"""Key of an author -> how its value is read."""


def _name_from_any(value: Any) -> Name:
    return value if isinstance(value, Name) else printed_name(value)


NAME_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {key: {} for key in sorted(_PARTS)},
            "additionalProperties": False,
        },
    ]
}


def alias(value: str) -> str:
    """Check a former address; see ``routes.former`` for what it stands for."""
    routes.former(value)
    return value


def _form(name: str, types: list[str]) -> Any:
    """Return what JSON Schema is to say of an identifier: its form, and what YAML readers may take it for."""
    return Field(json_schema_extra={"type": list(types), "pattern": identifiers.PATTERNS[name]})


def _key_of_entry(value: Any) -> str:
    raise ValueError("is the key above the entry: remove this line")


EntryKey = Annotated[SkipJsonSchema[str], BeforeValidator(_key_of_entry)]
"""The key under which an entry stands, set by the reader of the file."""
RecordId = Annotated[
    str, AfterValidator(identifiers.record_id), Field(json_schema_extra={"pattern": "^[A-Za-z0-9._-]+$"})
]
Date = Annotated[
    str,
    AfterValidator(dates.check),
    Field(
        json_schema_extra={
            "type": ["string", "integer"],
            "pattern": dates.PATTERN,
            "minimum": 1,
            "maximum": 9999,
            "examples": ["2024", "2024-05", "2024-05-03"],
        }
    ),
]
Alias = Annotated[Line, AfterValidator(alias)]
Aliases = Annotated[tuple[Alias, ...], BeforeValidator(as_list)]
Doi = Annotated[str, AfterValidator(identifiers.doi), _form("doi", ["string"])]
Arxiv = Annotated[str, AfterValidator(identifiers.arxiv), _form("arxiv", ["string", "number"])]
Orcid = Annotated[str, AfterValidator(identifiers.orcid), _form("orcid", ["string"])]
Issn = Annotated[str, AfterValidator(identifiers.issn), _form("issn", ["string"])]
Isbn = Annotated[str, AfterValidator(identifiers.isbn), _form("isbn", ["string", "integer"])]
CitationKey = Annotated[
    Line,
    AfterValidator(identifiers.citation_key),
    Field(json_schema_extra={"pattern": f"^{identifiers.CITATION_KEY}$"}),
]
Pages = Annotated[Line, AfterValidator(identifiers.pages)]
License = Annotated[Line, AfterValidator(license_text)]
PrintedName = Annotated[Name, BeforeValidator(_name_from_any), WithJsonSchema(NAME_SCHEMA)]
