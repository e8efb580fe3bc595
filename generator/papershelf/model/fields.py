"""The types of a record's own fields: ids, dates, identifiers, printed names (see ``lib/fields`` for the rest)."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from papershelf.lib.fields import Line, as_list, flag, one_line
from papershelf.model import dates, identifiers, routes
from papershelf.model.licenses import license_text
from papershelf.model.names import ROLES, Name, make_name, parse_name

_NAME_KEYS = frozenset(
    "name given family particle suffix literal id orcid affiliation ror equal corresponding roles".split()
)


def printed_name(value: Any) -> Name:
    """Read an author: ``Given Family``, ``Family, Given``, or a mapping of the parts of RECORD's author."""
    if isinstance(value, str):
        text = one_line(value)
        if len(text) > 300:
            raise ValueError(f"a name of {len(text)} characters; is it a list of names?")
        if text.count(",") > 2:
            raise ValueError(f"{text!r} is several names in one; write them as a list")
        return parse_name(text)
    if not isinstance(value, dict):
        raise ValueError("an author is a name or a mapping with `name`, or `given` and `family`")
    if unknown := sorted(set(value) - _NAME_KEYS):
        raise ValueError(f"an author has no key {unknown[0]!r} (known: {', '.join(sorted(_NAME_KEYS))})")
    return _name_from_parts(value)


def _name_from_parts(parts: dict[str, Any]) -> Name:
    text = {
        key: one_line(_string(key, parts[key]))
        for key in parts
        if key not in ("affiliation", "ror", "equal", "corresponding", "roles")
    }
    if literal := text.get("literal"):
        base = Name(name=literal, family=literal, literal=True)
    elif "family" in text and "given" in text:
        base = make_name(
            given=text["given"],
            particle=text.get("particle", ""),
            family=text["family"],
            suffix=text.get("suffix", ""),
        )
    elif "family" in text or "name" in text:
        base = parse_name(text.get("name") or text["family"])
    else:
        raise ValueError("an author needs `name`, or `given` and `family`, or `literal`")
    return Name(
        name=base.name,
        given=base.given,
        particle=base.particle,
        family=base.family,
        suffix=base.suffix,
        literal=base.literal,
        person=identifiers.slug(text["id"]) if "id" in text else "",
        orcid=identifiers.orcid(text["orcid"]) if "orcid" in text else "",
        affiliations=tuple(
            one_line(_string("affiliation", item)) for item in as_list(parts.get("affiliation", ()))
        ),
        rors=tuple(identifiers.ror(_string("ror", item)) for item in as_list(parts.get("ror", ()))),
        equal=flag(parts.get("equal", False)),
        corresponding=flag(parts.get("corresponding", False)),
        roles=tuple(_role(item) for item in as_list(parts.get("roles", ()))),
    )


def _role(value: Any) -> str:
    role = "-".join(re.findall(r"[a-z]+", _string("roles", value).lower()))
    if role not in ROLES:
        raise ValueError(f"{value!r} is no role of CRediT (known: {', '.join(ROLES)})")
    return role


def _string(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`{key}` of an author is a text")
    return value


def _name_from_any(value: Any) -> Name:
    return value if isinstance(value, Name) else printed_name(value)


NAME_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {key: {} for key in sorted(_NAME_KEYS)},
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
Pages = Annotated[Line, AfterValidator(identifiers.pages)]
License = Annotated[Line, AfterValidator(license_text)]
PrintedName = Annotated[Name, BeforeValidator(_name_from_any), WithJsonSchema(NAME_SCHEMA)]
