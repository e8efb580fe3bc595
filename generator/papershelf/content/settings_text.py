"""``site.yaml`` as a new archive gets it: every setting, explained by what stands below it in ``config.py``."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from papershelf.config import (
    DigestConfig,
    FeedsConfig,
    SearchConfig,
    SiteConfig,
    SubscribeConfig,
    TaxonomyConfig,
)
from papershelf.lib.docstrings import field_docs, plain

NESTED: dict[str, type] = {
    "taxonomies": TaxonomyConfig,
    "subscribe": SubscribeConfig,
    "digest": DigestConfig,
    "feeds": FeedsConfig,
    "search": SearchConfig,
}
"""Settings that hold settings of their own."""
GIVEN = {
    "title": "My paper archive",
    "tagline": "Papers worth keeping",
    "description": "An archive of research papers, made with Papershelf.",
}
"""What a new archive says of itself; all other settings stand there as comments."""
EXAMPLES = {
    "repository": "https://github.com/owner/name",
    "taxonomies.name": "types",
    "taxonomies.title": "Kinds of publication",
    "taxonomies.field": "type",
    "subscribe.action": "https://example.org/subscribe",
    "digest.sender": "papers@example.org",
    "digest.to": "readers@example.org",
    "digest.host": "smtp.example.org",
    "digest.unsubscribe": "mailto:leave@example.org",
}
"""Values to show of settings that have no default, or an empty one."""
_HEAD = """\
# The settings of this archive. What begins with # and no blank is a setting as it is when left out:
# take the # away to change it. `papershelf check` finds mistakes.
"""
_WIDTH = 100


def settings_text() -> str:
    """Return the text of a new archive's ``site.yaml``."""
    return _HEAD + "".join(f"\n{block}\n" for block in map(_setting, fields(SiteConfig)))


def _setting(setting: Field[Any]) -> str:
    name = setting.name
    told = field_docs(SiteConfig).get(name) or plain(NESTED[name].__doc__)
    lines = [f"# {line}" for line in textwrap.wrap(told, _WIDTH - 2)]
    if name in GIVEN:
        return "\n".join([*lines, f"{name}: {GIVEN[name]}"])
    if name not in NESTED:
        return "\n".join([*lines, f"#{name}: {_value(name, setting)}"])
    return "\n".join([*lines, f"#{name}:", *(f"#{line}" for line in _inner(name))])


def _inner(name: str) -> Iterator[str]:
    """Yield the lines of the settings inside one."""
    told = field_docs(NESTED[name])
    first = "  - " if name == "taxonomies" else "  "
    for number, setting in enumerate(fields(NESTED[name])):
        indent = "    " if name == "taxonomies" else "  "
        yield from (f"{indent}# {line}" for line in textwrap.wrap(told[setting.name], _WIDTH - 8))
        yield f"{first if number == 0 else indent}{setting.name}: {_value(f'{name}.{setting.name}', setting)}"


def _value(name: str, setting: Field[Any]) -> str:
    """Return the value that is shown: the default, or an example where there is none."""
    if name in EXAMPLES:
        return EXAMPLES[name]
    assert setting.default is not MISSING
    assert not is_dataclass(setting.default)
    value = json.dumps(setting.default) if not isinstance(setting.default, str) else setting.default
    return f"'{value}'" if not value or value[0] in "#&*!" else value
