"""A record as the text of its file: what ``parse`` reads back as the same record."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from typing import Any

import yaml
from yaml._yaml import CEmitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver

from papershelf.lib.yaml import NO_TEXT
from papershelf.model.names import Name, parse_name
from papershelf.model.record import Record
from papershelf.model.record_parts import Link
from papershelf.model.venues import Venue

WIDTH = 100
_ELSEWHERE = frozenset(("id", "source", "digest", "abstract", "notes"))
_NAME_PARTS = ("given", "particle", "family", "suffix")


class _Dumper(CEmitter, SafeRepresenter, BaseResolver):
    """libyaml's emitter for data whose scalars are all strings: ``2302.06670`` needs no quotes."""

    def __init__(self, stream: Any, **options: Any) -> None:
        names = ("width", "allow_unicode", "line_break", "indent", "canonical")
        CEmitter.__init__(self, stream, **{name: options[name] for name in names if name in options})
        SafeRepresenter.__init__(self, default_flow_style=None, sort_keys=False)  # type: ignore[arg-type]
        BaseResolver.__init__(self)

    def represent(self, data: Any) -> None:
        """Write the mapping of the whole record line by line, however short it is."""
        node: Any = self.represent_data(data)
        node.flow_style = False
        self.serialize(node)

    def ignore_aliases(self, data: Any) -> bool:
        """Write equal values twice: records have no anchors."""
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "'" if text in NO_TEXT or not text else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def write(record: Record, *, name: str = "", comment: str = "") -> str:
    """Return the Markdown file of a record: front matter, then the abstract.

    ``name`` is the file's name without suffix; the id is left out where it is the same. ``comment`` goes on
    top of the front matter.
    """
    data: dict[str, Any] = {} if record.id == name else {"id": record.id}
    for field in fields(Record):
        value = getattr(record, field.name)
        if field.name not in _ELSEWHERE and value != field.default:
            data[field.name] = _data(field.name, value)
    body = record.abstract
    if record.notes:
        data |= {"abstract": record.abstract} if record.abstract else {}
        data |= {"notes": record.notes}
        body = ""
    head = mapping_text(data)
    note = f"# {comment}\n" if comment else ""
    return f"---\n{note}{head}---\n{body}\n" if body else f"---\n{note}{head}---\n"


def mapping_text(data: dict[str, Any]) -> str:
    """Return strings, lists and mappings as lines of YAML that are read back as the same."""
    return str(yaml.dump(data, Dumper=_Dumper, width=WIDTH, allow_unicode=True))


def venue_text(venue: Venue) -> str:
    """Return a venue, with its volumes, as the lines of YAML below its key."""
    return mapping_text(_plain(replace(venue, slug="")))


def field_data(record: Record, names: Iterable[str]) -> dict[str, Any]:
    """Return fields of a record as its file would hold them."""
    return {name: _data(name, getattr(record, name)) for name in names}


def _data(name: str, value: Any) -> Any:
    """Return a field's value as strings, lists and mappings, in the shortest form that is read back."""
    if name in ("authors", "editors"):
        return [_name(item) for item in value]
    if name == "links":
        return _links(value)
    if name in ("ids", "extra"):
        return dict(value)
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Name):
        return _name(value)
    return {
        field.name: _plain(item)
        for field in fields(value)
        if (item := getattr(value, field.name)) != field.default or field.default is MISSING
    }


def _name(name: Name) -> Any:
    parsed = parse_name(name.name)
    parts: dict[str, Any]
    if all(getattr(parsed, part) == getattr(name, part) for part in ("name", "literal", *_NAME_PARTS)):
        parts = {"name": name.name}
    elif name.literal:
        parts = {"literal": name.name}
    else:
        parts = {part: value for part in _NAME_PARTS if (value := getattr(name, part))}
    more = {
        "id": name.person,
        "orcid": name.orcid,
        "affiliation": list(name.affiliations),
        "ror": list(name.rors),
        "equal": "true" if name.equal else "",
        "corresponding": "true" if name.corresponding else "",
        "email": name.email,
        "roles": list(name.roles),
    }
    parts |= {key: value for key, value in more.items() if value}
    return parts["name"] if parts.keys() == {"name"} else parts


def _links(links: tuple[Link, ...]) -> Any:
    kinds = [link.type for link in links]
    if len(set(kinds)) < len(kinds) or any(link.title for link in links):
        return [_plain(link) for link in links]
    return {link.type: link.url for link in links}
